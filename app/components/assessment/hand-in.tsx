import { Form, Link } from "@remix-run/react";
import { ActionBar } from "#app/components/ui/action-bar.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { DateText } from "#app/components/ui/date-text.tsx";
import type { ReviewView } from "#app/domain/assessment/review-view.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { assessmentReview } from "#app/messages/assessment-review.ts";
import { paths } from "#app/paths.ts";

/** The last step: precisely what goes where, the choice not to be counted, and one button. */
export function HandIn({ view: { round, excluded } }: { view: ReviewView }) {
  const t = useMessages(assessmentReview);
  const w = t.whatGoes;
  return (
    <section aria-labelledby="hand-in" className="hand-in">
      <h2 id="hand-in">{t.handInTitle}</h2>
      <ul className="ticks">
        {round === null ? <li>{w.self}</li> : round.released ? <li>{w.released(round.threshold)}</li> : <li>{w.ownRound}</li>}
        {round?.released ? <li>{w.reasons}</li> : null}
        <li>{w.own}</li>
        {round ? (
          <li>
            {w.until} <DateText at={round.closesAt} clock />.
          </li>
        ) : null}
      </ul>
      <Form method="post">
        {round?.released ? <Checkbox name="excluded" value="on" defaultChecked={excluded} label={t.excluded} description={t.excludedHint} /> : null}
        <ActionBar more={<Link to={paths.home()}>{t.later}</Link>}>
          <button type="submit" name="do" value="hand-in" className="button">
            {t.handIn}
          </button>
        </ActionBar>
      </Form>
    </section>
  );
}
