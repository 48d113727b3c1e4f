import { Form, Link } from "@remix-run/react";
import { ActionBar } from "#app/components/ui/action-bar.tsx";
import { BackLink } from "#app/components/ui/back-link.tsx";
import { DateText } from "#app/components/ui/date-text.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { assessmentChange } from "#app/messages/assessment-change.ts";
import { assessmentReview } from "#app/messages/assessment-review.ts";
import { paths } from "#app/paths.ts";

export type ThrowAwayView = {
  readonly assessmentId: string;
  readonly framework: string;
  readonly round: { readonly name: string; readonly closesAt: Date; readonly closed: boolean } | null;
  readonly startedAt: Date;
  readonly done: number;
  readonly total: number;
  /** Questions where something was filled in. */
  readonly kept: number;
  readonly easy: boolean;
};

/** Before an unfinished self-assessment is thrown away: exactly what is gone then, and a way back. */
export function ThrowAwayScreen({ view }: { view: ThrowAwayView }) {
  const t = useMessages(assessmentChange);
  const { back, whoSees } = useMessages(assessmentReview);
  const { assessmentId, round } = view;
  return (
    <div className={view.easy ? "b1" : undefined}>
      <BackLink to={paths.assessments()}>{back}</BackLink>
      <PageHead
        title={t.throwTitle}
        eyebrow={round?.name}
        lead={
          <>
            {view.framework}, {t.started} <DateText at={view.startedAt} />, {t.answered(view.done, view.total)}.
          </>
        }
        whoSees={whoSees}
      />
      <ul>
        <li>{t.gone(view.kept)}</li>
        <li>{t.others}</li>
        {round && !round.closed ? (
          <li>
            {t.again} <DateText at={round.closesAt} clock />.
          </li>
        ) : null}
        <li>{t.logged}</li>
      </ul>
      <Form method="post">
        <ActionBar more={<Link to={paths.review(assessmentId)}>{t.throwKeep}</Link>}>
          <button type="submit" name="do" value="throw-away" className="button">
            {t.throwSubmit}
          </button>
        </ActionBar>
      </Form>
    </div>
  );
}
