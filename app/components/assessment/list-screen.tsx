import { Link } from "@remix-run/react";
import { AskingRound } from "#app/components/assessment/asking-round.tsx";
import { OfferedList, type Offer } from "#app/components/assessment/offered-list.tsx";
import { DateText } from "#app/components/ui/date-text.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { isWaiting, type AskingView } from "#app/domain/assessment/asking-view.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { assessmentStart } from "#app/messages/assessment-start.ts";
import { together as togetherTexts } from "#app/messages/together.ts";
import { paths } from "#app/paths.ts";

/** One earlier or unfinished self-assessment. */
export type LineView = {
  readonly id: string;
  readonly framework: string;
  readonly round: string | null;
  readonly closed: boolean;
  readonly short: boolean;
  readonly startedAt: Date;
  readonly handedInAt: Date | null;
  readonly done: number;
  readonly total: number;
};
type Props = { view: { readonly asking: readonly AskingView[]; readonly unfinished: readonly LineView[]; readonly earlier: readonly LineView[]; readonly offers: readonly Offer[]; readonly easy: boolean } };

/** All self-assessments of one person: what is asked, what is not finished, what was handed in, and for oneself. */
export function ListScreen({ view: { asking, unfinished, earlier, offers, easy } }: Props) {
  const t = useMessages(assessmentStart);
  const together = useMessages(togetherTexts);
  return (
    <div className={easy ? "assessment-list b1" : "assessment-list"}>
      <PageHead title={t.listTitle} lead={t.listLead} whoSees={t.onlyYou} />
      {asking.length > 0 ? (
        <section aria-labelledby="asks">
          <h2 id="asks">{t.asksYou}</h2>
          {asking.map((round) => (
            <AskingRound key={round.id} round={round} main={round === asking.find(isWaiting)} />
          ))}
        </section>
      ) : null}
      <Lines id="unfinished" title={t.unfinished} lines={unfinished} />
      <Lines id="earlier" title={t.earlier} lines={earlier} />
      <section aria-labelledby="self">
        <h2 id="self">{t.forMyself}</h2>
        <p>{t.forMyselfLead}</p>
        <OfferedList offers={offers} level={3} from="list" />
      </section>
      <p className="home__together">
        <Link to={paths.together()}>{together.link}</Link>
      </p>
    </div>
  );
}

function Lines({ id, title, lines }: { id: string; title: string; lines: readonly LineView[] }) {
  if (lines.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="assessment-lines">
        {lines.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line }: { line: LineView }) {
  const t = useMessages(assessmentStart);
  const { id, handedInAt, closed } = line;
  const [to, label] = handedInAt ? [paths.result(id), t.toResult] : closed ? [paths.review(id), t.toAnswers] : [paths.assessment(id), t.goOn];
  const named = <span className="visually-hidden"> ({[line.framework, line.round].filter(Boolean).join(", ")})</span>;
  return (
    <li className="assessment-line">
      <div>
        <h3>
          {line.framework}
          {line.short ? ` (${t.shortOne})` : ""}
        </h3>
        <p>
          {line.round === null ? t.alone : `${t.inRound} ${line.round}`}
          {", "}
          {handedInAt ? (
            <>
              {t.handedIn.toLowerCase()} <DateText at={handedInAt} />
            </>
          ) : closed ? (
            t.closedUnfinished
          ) : (
            <>
              {t.startedOn} <DateText at={line.startedAt} />, {t.answered(line.done, line.total)}
            </>
          )}
        </p>
      </div>
      <p className="cluster">
        <Link to={to}>
          {label}
          {named}
        </Link>
        {handedInAt ? null : (
          <Link to={paths.throwAway(id)}>
            {t.throwAway}
            {named}
          </Link>
        )}
      </p>
    </li>
  );
}
