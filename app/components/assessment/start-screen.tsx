import { Form } from "@remix-run/react";
import { CorrectFunction, type FunctionGroup } from "#app/components/assessment/correct-function.tsx";
import { ActionBar } from "#app/components/ui/action-bar.tsx";
import { BackLink } from "#app/components/ui/back-link.tsx";
import { DateText } from "#app/components/ui/date-text.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { RadioGroup } from "#app/components/ui/radio-group.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { assessmentStart } from "#app/messages/assessment-start.ts";
import { paths } from "#app/paths.ts";

type Questions = { readonly count: number; readonly minutes: number };
export type StartView = {
  readonly framework: string;
  readonly round: { readonly name: string; readonly closesAt: Date; readonly threshold: number; readonly released: boolean } | null;
  /** "Leraar, groepsleerkracht, De Linde". */
  readonly who: string;
  /** As whom and where the group figures count this person, when that differs from today. */
  readonly countedAs: { readonly person: string; readonly school: string } | null;
  readonly functionId: string;
  readonly all: Questions;
  readonly short: Questions;
  readonly functions: readonly FunctionGroup[];
  readonly easy: boolean;
  /** Questions are thought over; nobody says what they can do. */
  readonly reflects: boolean;
  readonly fromList: boolean;
};

/** Before the first question: who sees what, how long, voluntary, is this right; then one button. */
export function StartScreen({ view }: { view: StartView }) {
  const t = useMessages(assessmentStart);
  const { round, all, short } = view;
  const hasQuestions = all.count > 0;
  return (
    <div className={view.easy ? "start b1" : "start"}>
      <BackLink to={view.fromList ? paths.assessments() : paths.home()}>{view.fromList ? t.backToList : t.back}</BackLink>
      <PageHead title={t.startTitle(view.framework)} eyebrow={round?.name} lead={view.reflects ? t.startLeadReflection : t.startLead} />
      <div className="columns">
        {hasQuestions ? (
          <div>
            <Notice tone="who" title={t.whoTitle}>
              <p>{round?.released ? t.whoRound(round.threshold) : t.whoSelf}</p>
            </Notice>
            <ul className="ticks">
              {t.promises.map((each) => (
                <li key={each}>{each}</li>
              ))}
            </ul>
          </div>
        ) : (
          <EmptyState title={t.noQuestionsTitle}>{t.noQuestionsText}</EmptyState>
        )}
        <section aria-labelledby="right">
          <h2 id="right">{t.rightTitle}</h2>
          <p className="start__who">{view.who}</p>
          {view.countedAs ? <p className="start__counted">{t.countedAs(view.countedAs.person, view.countedAs.school)}</p> : null}
          <CorrectFunction functionId={view.functionId} functions={view.functions} open={!hasQuestions} />
        </section>
      </div>
      {hasQuestions ? (
        <Form method="post" className="start__choice">
          <RadioGroup
            name="mode"
            legend={t.choiceLegend}
            selected="all"
            options={[
              { value: "all", label: t.all, description: t.allHint(all.count, all.minutes) },
              ...(short.count > 0 && short.count < all.count ? [{ value: "short", label: t.short, description: t.shortHint(short.count, short.minutes) }] : []),
              { value: "look", label: t.look, description: t.lookHint },
            ]}
          />
          {round ? (
            <p className="start__until">
              {t.until} <DateText at={round.closesAt} clock />
            </p>
          ) : null}
          <ActionBar>
            <button type="submit" name="do" value="start" className="button">
              {t.start}
            </button>
          </ActionBar>
        </Form>
      ) : null}
    </div>
  );
}
