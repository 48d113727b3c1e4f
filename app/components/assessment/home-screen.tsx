import { Link } from "@remix-run/react";
import { AskingRound } from "#app/components/assessment/asking-round.tsx";
import { EarlierAnswers } from "#app/components/assessment/earlier-answers.tsx";
import { OfferedList, type Offer } from "#app/components/assessment/offered-list.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { DateText } from "#app/components/ui/date-text.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { isWaiting, type AskingView } from "#app/domain/assessment/asking-view.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { assessmentStart } from "#app/messages/assessment-start.ts";
import { together as togetherTexts } from "#app/messages/together.ts";
import { paths } from "#app/paths.ts";

export type HomeView = {
  readonly name: string;
  readonly asking: readonly AskingView[];
  readonly unfinished: { readonly id: string; readonly framework: string; readonly done: number; readonly total: number } | null;
  readonly offers: readonly Offer[];
  readonly steps: readonly { readonly id: string; readonly step: string; readonly dueOn: string }[];
  readonly leads: readonly { readonly id: string; readonly name: string }[];
  /** Frameworks on which the board asks everybody's opinion. */
  readonly reviews: readonly { readonly id: string; readonly title: string }[];
  readonly board: boolean;
  readonly manage: boolean;
  readonly easy: boolean;
};

/** The start page of everybody: what asks me now, with one main button; my steps; my other pages. */
export function HomeScreen({ view }: { view: HomeView }) {
  const t = useMessages(assessmentStart);
  const together = useMessages(togetherTexts);
  const { asking, steps, unfinished } = view;
  const first = asking.find(isWaiting) ?? null;
  const elsewhere = [
    ...view.leads.map(({ id, name }) => ({ to: paths.school(id), label: t.toSchool(name) })),
    ...(view.board ? [{ to: paths.board(), label: t.toBoard }] : []),
    ...(view.manage ? [{ to: paths.manage(), label: t.toManage }] : []),
    ...view.reviews.map(({ id, title }) => ({ to: paths.readAlong(id), label: t.toReview(title) })),
  ];
  // Whoever is asked nothing comes here for something else: that stands on top then.
  const asksNothing = asking.length === 0;
  const pages = elsewhere.length > 0 ? <Elsewhere links={elsewhere} main={asksNothing && unfinished === null} /> : null;
  return (
    <div className={view.easy ? "home b1" : "home"}>
      <PageHead title={t.homeTitle(view.name)} whoSees={t.onlyYou} />
      <EarlierAnswers />
      {asksNothing ? pages : null}
      {asksNothing ? (
        <NothingAsked view={view} />
      ) : (
        <section aria-labelledby="asks">
          <h2 id="asks">{t.asksYou}</h2>
          {asking.map((round) => (
            <AskingRound key={round.id} round={round} main={round === (first ?? asking[0])} />
          ))}
        </section>
      )}
      {steps.length > 0 ? (
        <section aria-labelledby="steps">
          <h2 id="steps">{t.steps}</h2>
          <ul className="home__steps">
            {steps.map(({ id, step, dueOn }) => (
              <li key={id}>
                <Link to={paths.goal(id)}>{step}</Link>
                <span className="home__due">
                  {t.stepOn} <DateText at={dueOn} />
                </span>
              </li>
            ))}
          </ul>
          <p>
            <Link to={paths.goals()}>{t.allSteps}</Link>
          </p>
        </section>
      ) : null}
      {asksNothing ? null : pages}
      <p className="home__together">
        <Link to={paths.together()}>{together.link}</Link>
      </p>
    </div>
  );
}

function NothingAsked({ view: { offers, unfinished } }: { view: HomeView }) {
  const t = useMessages(assessmentStart);
  if (offers.length === 0 && unfinished === null) return <EmptyState title={t.emptyTitle}>{t.emptyForNow}</EmptyState>;
  return (
    <>
      <EmptyState
        title={t.emptyTitle}
        action={
          unfinished ? (
            <p className="cluster">
              <ButtonLink to={paths.assessment(unfinished.id)}>{t.goOnWith(unfinished.framework)}</ButtonLink>
              <span>{t.answered(unfinished.done, unfinished.total)}</span>
            </p>
          ) : null
        }
      >
        {t.empty}
      </EmptyState>
      <OfferedList offers={offers} level={3} />
    </>
  );
}

function Elsewhere({ links, main }: { links: readonly { readonly to: string; readonly label: string }[]; main: boolean }) {
  const t = useMessages(assessmentStart);
  const [first] = links;
  const others = main ? links.slice(1) : links;
  return (
    <section aria-labelledby="elsewhere">
      <h2 id="elsewhere">{t.elsewhere}</h2>
      {main && first ? (
        <p>
          <ButtonLink to={first.to}>{first.label}</ButtonLink>
        </p>
      ) : null}
      {others.length === 0 ? null : (
        <ul>
          {others.map(({ to, label }) => (
            <li key={to}>
              <Link to={to}>{label}</Link>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
