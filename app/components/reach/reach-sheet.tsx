import { Form, Link } from "@remix-run/react";
import { ReachLines } from "#app/components/reach/reach-lines.tsx";
import { inWords } from "#app/components/reach/reach-words.ts";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { DateText } from "#app/components/ui/date-text.tsx";
import { Explain } from "#app/components/ui/explain.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { dayInWords, listed } from "#app/domain/format.ts";
import type { ReachedQuestion, ReachSheet as Sheet } from "#app/domain/reach/reach-view.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { elsewhere } from "#app/messages/elsewhere.ts";
import { reach } from "#app/messages/reach.ts";
import { ui } from "#app/messages/ui.ts";
import { paths } from "#app/paths.ts";

type Props = { sheet: Sheet; from: string };

/** One other framework: how many of its questions are reached, in which way, and the way to choose on its own scale. */
export function ReachSheet({ sheet, from }: Props) {
  const t = useMessages(reach);
  const language = useLanguage();
  const { slug, title, asked, counts, questions } = sheet;
  const kinds = (["exact", "close", "part", "neighbour"] as const).filter((kind) => counts[kind] > 0);
  const lists = (["suggestion", "part", "neighbour", "reason"] as const)
    .map((kind) => ({ kind, found: questions.filter((each) => (each.kind ?? "reason") === kind) }))
    .filter(({ found }) => found.length > 0);
  return (
    <section className="reach-sheet" aria-labelledby={slug}>
      <h2 id={slug}>{title}</h2>
      <p>
        <b>{t.reached(counts.exact + counts.close + counts.part + counts.neighbour, asked)}</b>
        {kinds.length > 0 ? `: ${listed(kinds.map((kind) => t.counts[kind](counts[kind])), language)}.` : "."}
      </p>
      {sheet.toChoose > 0 ? <WayOn sheet={sheet} from={from} /> : null}
      {lists.map(({ kind, found }) => (
        <Explain key={kind} title={`${t.kinds[kind]} (${found.length})`}>
          <p>{t.abouts[kind]}</p>
          <Questions questions={found} sheet={sheet} />
        </Explain>
      ))}
    </section>
  );
}

function Questions({ questions, sheet: { title, source, stand } }: { questions: readonly ReachedQuestion[]; sheet: Sheet }) {
  const t = useMessages(reach);
  const language = useLanguage();
  const { quote, reason } = useMessages(elsewhere);
  const { reasons } = useMessages(ui);
  const before = stand.kind === "begin" ? stand.before : null;
  return (
    <ul className="reach-questions">
      {questions.map(({ competenceId, title: question, kind, lines, own }) => (
        <li key={competenceId}>
          <h3>{question}</h3>
          <ReachLines lines={lines.map((line) => inWords(line, source, language))} />
          {own ? (
            <p className="reach-own">
              <Icon name="check" />
              <span>
                {before ? t.ownBefore(title, dayInWords(before.handedInAt, language)) : t.own(title)} {own.reason ? reason(reasons[own.reason]) : quote(own.statement ?? "")}
              </span>
            </p>
          ) : kind === "suggestion" || kind === "part" ? (
            <p className="reach-own reach-own--not-yet">{t.notYet(title)}</p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function WayOn({ sheet: { slug, title, stand, toChoose, minutes }, from }: Props) {
  const t = useMessages(reach);
  if (stand.kind === "chosen") {
    const { open, assessmentId } = stand;
    return (
      <>
        <p>{t.chosenAll(title, open)}</p>
        <p className="cluster">
          {open === 0 ? null : <ButtonLink to={paths.assessment(assessmentId)}>{t.answerRest(open)}</ButtonLink>}
          <ButtonLink to={paths.review(assessmentId)} quiet={open > 0}>
            {t.checkAndHandIn(title)}
          </ButtonLink>
        </p>
      </>
    );
  }
  const before = stand.kind === "begin" ? stand.before : null;
  return (
    <>
      {before ? (
        <p>
          {t.before(title)} <DateText at={before.handedInAt} />
          {t.beforeChosen(before.chosen, toChoose)} <Link to={paths.result(before.assessmentId)}>{t.toResult(title)}</Link>
        </p>
      ) : null}
      <Form method="post" action={paths.reach(from)}>
        <p>{stand.kind === "going" ? t.goOnAbout(stand.chosen, toChoose, minutes) : (before ? t.againAbout : t.confirmAbout)(toChoose, minutes)}</p>
        <p>
          <button type="submit" name="framework" value={slug} className="button button--quiet">
            {stand.kind === "going" ? t.goOn(title) : (before ? t.again : t.confirm)(title)}
          </button>
        </p>
      </Form>
    </>
  );
}
