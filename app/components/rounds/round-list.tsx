import { Link } from "@remix-run/react";
import { capital } from "#app/components/school/figure-words.ts";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { DateText } from "#app/components/ui/date-text.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import type { RoundView } from "#app/domain/round-view.ts";
import { listed } from "#app/domain/format.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { rounds as texts } from "#app/messages/rounds.ts";
import { paths } from "#app/paths.ts";

type Props = { rounds: readonly RoundView[] };
const mostNamed = 4;

/** All rounds one may see: what runs now first, then what was. */
export function RoundList({ rounds }: Props) {
  const t = useMessages(texts);
  const running = rounds.filter(({ state }) => state === "open" || state === "closing");
  const before = rounds.filter((round) => !running.includes(round));
  return (
    <>
      <PageHead title={t.title} lead={t.lead} whoSees={t.listSees} />
      {rounds.length === 0 ? (
        <EmptyState title={t.emptyTitle} action={<ButtonLink to={paths.newRound()}>{t.open}</ButtonLink>}>
          {t.empty}
        </EmptyState>
      ) : (
        <>
          <p>
            <ButtonLink to={paths.newRound()}>{t.open}</ButtonLink>
          </p>
          {running.length > 0 ? <Rounds title={t.running} id="running" rounds={running} /> : null}
          {before.length > 0 ? <Rounds title={t.before} id="before" rounds={before} /> : null}
        </>
      )}
    </>
  );
}

function Rounds({ title, id, rounds }: { title: string; id: string; rounds: readonly RoundView[] }) {
  return (
    <section className="part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul className="round-list">
        {rounds.map((round) => (
          <li key={round.id}>
            <Line round={round} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ round: { id, name, state, framework, version, schools, closesAt, privacy } }: { round: RoundView }) {
  const t = useMessages(texts);
  const language = useLanguage();
  const sum = (of: "handedIn" | "invited") => schools.reduce((total, school) => total + school[of], 0);
  const named = schools.slice(0, mostNamed).map((school) => school.name);
  return (
    <>
      <h3>
        <Link to={paths.round(id)}>{name}</Link>
      </h3>
      <p className="round-list__facts">
        {t.version(framework, version)} · {listed(schools.length > mostNamed ? [...named, `+${schools.length - mostNamed}`] : named, language)}
      </p>
      <p className="round-list__facts">
        <b>{capital(state === "released" && privacy === "own-use" ? t.ownDone : t.states[state])}</b> · {t.response(sum("handedIn"), sum("invited"))} {t.handedIn.toLowerCase()}
        {state === "cancelled" ? null : (
          <>
            {" "}
            · {state === "open" ? t.until : t.closedOn} <DateText at={closesAt} />
          </>
        )}
      </p>
    </>
  );
}
