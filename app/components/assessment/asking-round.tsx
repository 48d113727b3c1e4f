import { Link } from "@remix-run/react";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { DateText } from "#app/components/ui/date-text.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { WhoSees } from "#app/components/ui/who-sees.tsx";
import type { AskingView } from "#app/domain/assessment/asking-view.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { assessmentStart } from "#app/messages/assessment-start.ts";
import { paths } from "#app/paths.ts";

/** What asks somebody now, with one button: begin, go on, check, or the result. `main`: the one main button of the page is here. */
export function AskingRound({ round, main }: { round: AskingView; main: boolean }) {
  const t = useMessages(assessmentStart);
  const { mine, items, minutes, framework } = round;
  const ready = mine !== null && mine.done === mine.total;
  return (
    <section className="asking" aria-labelledby={`round-${round.id}`}>
      <h3 id={`round-${round.id}`}>{round.name}</h3>
      <ul className="asking__facts">
        <li>
          {framework}
          {items > 0 ? `, ${t.items(mine?.total ?? items)}` : null}
        </li>
        {items === 0 ? null : (
          <li>
            <Icon name="clock" /> {mine === null ? t.minutes(minutes) : mine.handedInAt ? t.answered(mine.done, mine.total) : `${t.answered(mine.done, mine.total)}${ready ? "" : `, ${t.left(mine.minutes)}`}`}
          </li>
        )}
        <li>
          <Icon name="calendar" /> {t.until} <DateText at={round.closesAt} clock />
        </li>
      </ul>
      {mine?.handedInAt ? (
        <>
          <p>
            <Icon name="check" /> {t.handedIn} <DateText at={mine.handedInAt} clock />
          </p>
          <p className="cluster">
            <ButtonLink to={paths.result(mine.id)} quiet={!main}>
              {t.toResult}
            </ButtonLink>
            <Link to={paths.review(mine.id)}>{t.changeOrWithdraw}</Link>
          </p>
        </>
      ) : items === 0 ? (
        <p>
          {t.noQuestions} <Link to={paths.startAssessment({ roundId: round.id })}>{t.functionWrong}</Link>
        </p>
      ) : (
        <>
          <WhoSees>
            {round.released ? t.whoRound(round.threshold) : t.whoSelf} {t.voluntary}
          </WhoSees>
          <ButtonLink to={mine === null ? paths.startAssessment({ roundId: round.id }) : paths.assessment(mine.id)} quiet={!main}>
            {mine === null ? t.begin : ready ? t.check : t.goOn}
          </ButtonLink>
        </>
      )}
    </section>
  );
}
