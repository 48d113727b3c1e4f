import { Form } from "@remix-run/react";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { DateText } from "#app/components/ui/date-text.tsx";
import type { ReviewView } from "#app/domain/assessment/review-view.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { assessmentReview } from "#app/messages/assessment-review.ts";
import { paths } from "#app/paths.ts";

type Props = { view: ReviewView; handedInAt: Date; closed: boolean };

/** After hand-in: to the result, and as long as the round is open whether one counts, and taking it all back. */
export function TakeBack({ view: { assessmentId, round, excluded }, handedInAt, closed }: Props) {
  const t = useMessages(assessmentReview);
  return (
    <section aria-labelledby="done">
      <h2 id="done">{t.doneTitle}</h2>
      <p>
        {t.handedInOn} <DateText at={handedInAt} clock />.{round?.released ? ` ${excluded ? t.notCounted : t.counted}` : null}
      </p>
      <ButtonLink to={paths.result(assessmentId)}>{t.toResult}</ButtonLink>
      {closed ? null : (
        <>
          {round?.released ? (
            <Form method="post" className="take-back">
              <Checkbox name="excluded" value="on" defaultChecked={excluded} label={t.excluded} description={t.excludedHint} />
              <button type="submit" name="do" value="count" className="button button--quiet">
                {t.saveCounted}
              </button>
            </Form>
          ) : null}
          <h3>{t.withdrawTitle}</h3>
          <p>{t.withdrawText}</p>
          <Form method="post">
            <button type="submit" name="do" value="withdraw" className="button button--quiet">
              {t.withdraw}
            </button>
          </Form>
        </>
      )}
    </section>
  );
}
