import { Link } from "@remix-run/react";
import { RoundManage, type Confirm } from "#app/components/rounds/round-manage.tsx";
import { RoundResponse } from "#app/components/rounds/round-response.tsx";
import { TeamText } from "#app/components/rounds/team-text.tsx";
import { capital } from "#app/components/school/figure-words.ts";
import { BackLink } from "#app/components/ui/back-link.tsx";
import { DateText } from "#app/components/ui/date-text.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import type { RoundView } from "#app/domain/round-view.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { rounds } from "#app/messages/rounds.ts";
import { paths } from "#app/paths.ts";

type Props = { round: RoundView; seesBoard: boolean; /** Where colleagues sign in. */ address: string; confirm: Confirm | null; error: string | null; typed: string | null };

/** One round for its managers: the response per school, what to tell the team, and closing, extending or cancelling it. */
export function RoundPage({ round, seesBoard, address, confirm, error, typed }: Props) {
  const t = useMessages(rounds);
  const { name, state, framework, version, threshold, privacy, closesAt, schools, id, manageable } = round;
  return (
    <>
      <BackLink to={paths.rounds()}>{t.back}</BackLink>
      <PageHead
        title={name}
        eyebrow={capital(state === "released" && privacy === "own-use" ? t.ownDone : t.states[state])}
        lead={
          <>
            {t.roundLead(t.version(framework, version), threshold)}
            {state === "cancelled" ? null : (
              <>
                {" "}
                · {state === "open" ? t.until : t.closedOn} <DateText at={closesAt} clock />
              </>
            )}
          </>
        }
        whoSees={t.listSees}
      />
      {state === "closing" && privacy === "confidential" ? <Notice tone="time">{t.closing}</Notice> : null}
      {state === "cancelled" ? <Notice>{t.cancelled}</Notice> : null}
      {privacy === "own-use" && state !== "cancelled" ? <Notice>{t.ownUse}</Notice> : null}
      {state === "released" && privacy === "confidential" ? (
        <ul className="round-links">
          {seesBoard && schools.length > 1 ? (
            <li>
              <Link to={paths.board({ roundId: id })}>{t.toBoard}</Link>
            </li>
          ) : null}
          {schools.map((school) => (
            <li key={school.id}>
              <Link to={paths.school(school.id, { roundId: id })}>{t.toFigures(school.name)}</Link>
            </li>
          ))}
        </ul>
      ) : null}
      {state === "cancelled" ? null : <RoundResponse round={round} />}
      {state === "open" ? (
        <>
          {manageable ? <RoundManage round={round} confirm={confirm} error={error} typed={typed} /> : <p className="part">{t.notManaged}</p>}
          {confirm === null ? <TeamText round={round} address={address} /> : null}
        </>
      ) : null}
    </>
  );
}
