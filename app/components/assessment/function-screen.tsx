import { Form, Link } from "@remix-run/react";
import { ActionBar } from "#app/components/ui/action-bar.tsx";
import { BackLink } from "#app/components/ui/back-link.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { RadioGroup } from "#app/components/ui/radio-group.tsx";
import type { CarryOver } from "#app/domain/assessment/carry-over.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { assessmentChange } from "#app/messages/assessment-change.ts";
import { paths } from "#app/paths.ts";

export type FunctionView = {
  readonly assessmentId: string;
  readonly framework: string;
  readonly functionId: string;
  /** "Onderwijsondersteuner, conciërge". */
  readonly now: string;
  /** Functions that have questions here, with what becomes of the answers. */
  readonly choices: readonly { readonly id: string; readonly title: string; readonly carry: CarryOver }[];
  /** Functions that have none, in one list of words; empty when all have questions. */
  readonly without: string;
  /** As whom and where the group figures count this person; null when no figures are made. */
  readonly countedAs: { readonly person: string; readonly school: string } | null;
  readonly easy: boolean;
};

/** A wrong function put right while answering: each function says what becomes of the answers, so choosing is confirming. */
export function FunctionScreen({ view }: { view: FunctionView }) {
  const t = useMessages(assessmentChange);
  const fate = ({ asked, same, reworded, left }: CarryOver) => {
    const stays = same === 0 ? "" : reworded + left === 0 ? t.allStay(same) : t.stay(same);
    return [t.asked(asked), stays, reworded === 0 ? "" : t.reworded(reworded), left === 0 ? "" : t.left(left)].filter(Boolean).join(" ");
  };
  return (
    <div className={view.easy ? "b1" : undefined}>
      <BackLink to={paths.assessment(view.assessmentId)}>{t.back}</BackLink>
      <PageHead title={t.functionTitle} eyebrow={view.framework} lead={t.functionLead(view.now)} whoSees={t.whoSees} />
      <Form method="post" className="form">
        <RadioGroup
          name="functionId"
          legend={t.legend}
          selected={view.functionId}
          options={view.choices.map(({ id, title, carry }) => ({ value: id, label: title, description: id === view.functionId ? t.asItIs : fate(carry) }))}
        />
        <Notice title={t.whatTitle}>
          {t.what.map((each) => (
            <p key={each}>{each}</p>
          ))}
          {view.countedAs ? <p>{t.counted(view.countedAs.person, view.countedAs.school)}</p> : null}
        </Notice>
        <ActionBar more={<Link to={paths.assessment(view.assessmentId)}>{t.keep}</Link>}>
          <button type="submit" className="button">
            {t.submit}
          </button>
        </ActionBar>
      </Form>
      {view.without === "" ? null : (
        <section aria-labelledby="without">
          <h2 id="without">{t.noQuestionsTitle}</h2>
          <p>{t.noQuestions(view.without)}</p>
        </section>
      )}
    </div>
  );
}
