import { Form, Link } from "@remix-run/react";
import { AreaDone } from "#app/components/assessment/area-praise.tsx";
import { HandIn } from "#app/components/assessment/hand-in.tsx";
import { ReviewList } from "#app/components/assessment/review-list.tsx";
import { TakeBack } from "#app/components/assessment/take-back.tsx";
import { BackLink } from "#app/components/ui/back-link.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { DateText } from "#app/components/ui/date-text.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import type { AreaPraise } from "#app/domain/assessment/question-view.ts";
import type { ReviewView } from "#app/domain/assessment/review-view.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { assessmentReview } from "#app/messages/assessment-review.ts";
import { paths } from "#app/paths.ts";

type Props = { view: ReviewView; praise: AreaPraise | null };

/** Checking, handing in and taking back: one page that always says what goes where. */
export function ReviewScreen({ view, praise }: Props) {
  const t = useMessages(assessmentReview);
  const { framework, handedInAt, round } = view;
  const closed = round?.closed ?? false;
  const [title, lead] = handedInAt ? [t.titleDone, t.leadDone(framework)] : closed ? [t.titleClosed, t.leadClosed(framework)] : [t.title, t.lead(framework)];
  return (
    <div className={view.easy ? "review b1" : "review"}>
      {praise ? <AreaDone praise={praise} /> : null}
      <BackLink to={paths.assessments()}>{t.back}</BackLink>
      <PageHead title={title} eyebrow={round?.name} lead={lead} whoSees={t.whoSees} />
      {round && closed ? (
        <Notice>
          <p>
            {t.closedText} <DateText at={round.closesAt} clock />. {handedInAt ? t.closedHandedIn : t.closedNotHandedIn}
          </p>
          {handedInAt ? null : (
            <p>
              <Link to={paths.startAssessment()}>{t.forMyself}</Link>
            </p>
          )}
        </Notice>
      ) : null}
      {handedInAt ? <TakeBack view={view} handedInAt={handedInAt} closed={closed} /> : null}
      {view.open > 0 && !closed ? (
        <section aria-labelledby="open">
          <h2 id="open">{t.openTitle(view.open)}</h2>
          <p>{t.openText}</p>
          {view.firstOpen === null ? null : <ButtonLink to={paths.question(view.assessmentId, view.firstOpen)}>{t.toOpen}</ButtonLink>}
        </section>
      ) : null}
      <ReviewList view={view} changeable={!handedInAt && !closed} />
      {view.more && !handedInAt && !closed ? (
        <section aria-labelledby="more">
          <h2 id="more">{t.extendTitle}</h2>
          <p>{t.extendText(view.more.count, view.more.minutes)}</p>
          <Form method="post">
            <button type="submit" name="do" value="extend" className="button button--quiet">
              {t.extend}
            </button>
          </Form>
        </section>
      ) : null}
      {view.open === 0 && view.items.length > 0 && !handedInAt && !closed ? <HandIn view={view} /> : null}
      {handedInAt ? null : (
        <p className="review__away">
          <Link to={paths.throwAway(view.assessmentId)}>{t.throwAway}</Link>
        </p>
      )}
    </div>
  );
}
