import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { ActionBar } from "#app/components/ui/action-bar.tsx";
import { BackLink } from "#app/components/ui/back-link.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { Explain } from "#app/components/ui/explain.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { RadioGroup } from "#app/components/ui/radio-group.tsx";
import type { Scenarios } from "#app/domain/activity/activity.ts";
import type { OpenCard } from "#app/domain/activity/card.ts";
import type { Said } from "#app/domain/said.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { together } from "#app/messages/together.ts";
import { paths } from "#app/paths.ts";

type Props = { set: Said<Scenarios>; open: Said<OpenCard>; /** True when somebody pressed the button, so that what is missing is said. */ asked: boolean };

const named = ({ code, title }: Said<Scenarios>["lenses"][number]["steps"][number]) => (code ? `${code} · ${title}` : title);

/** One card on the table: the situation, a choice on each lens, and after it what to talk about. A plain GET form; nothing is kept. */
export function ScenarioCardPage({ set, open, asked }: Props) {
  const t = useMessages(together);
  const { card, place, of, chosen, comparison } = open;
  const missing = asked ? set.questions.filter((_, at) => chosen[at] === null) : [];
  const next = set.cards[place];
  const heading = useRef<HTMLHeadingElement>(null);
  const answered = comparison !== null && asked;
  // The page stays the same one, so nothing else takes a reader to what is new on it.
  useEffect(() => {
    if (answered) heading.current?.focus();
  }, [answered, chosen]);
  const stepsFor = (lens: string) => set.lenses.find(({ id }) => id === lens)!.steps;
  const talk = (
    <ul>
      {card.talk.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
  return (
    <div className="activity">
      <BackLink to={paths.activity(set.slug)}>{t.allCards}</BackLink>
      <PageHead title={card.title} eyebrow={`${set.title} · ${t.cardOf(place, of)}`} lead={card.situation} whoSees={t.choicesInAddress} />
      <ErrorSummary errors={missing.map(({ id, question }) => ({ field: id, label: question, text: t.chooseHere }))} />
      <Form method="get" action={`${paths.card(set.slug, card.id)}#talk`} className="form" key={`${card.id} ${chosen.join(" ")}`}>
        {set.questions.map(({ id, question, lens }, at) => (
          <RadioGroup
            key={id}
            name={id}
            legend={question}
            options={stepsFor(lens).map((step) => ({ value: step.id, label: named(step), description: step.description }))}
            selected={chosen[at] ?? undefined}
            error={missing.some((each) => each.id === id) ? t.chooseHere : undefined}
          />
        ))}
        <ActionBar>
          <button type="submit" name="klaar" value="1" className={comparison === null ? "button" : "button button--quiet"}>
            {t.done}
          </button>
        </ActionBar>
      </Form>
      {comparison === null ? (
        <Explain title={t.skipToTalk}>{talk}</Explain>
      ) : (
        <section aria-labelledby="talk" className="activity-talk">
          <h2 id="talk" tabIndex={-1} ref={heading}>
            {t.talk}
          </h2>
          <p className="activity-chosen">
            <b>{t.chosen}:</b> {set.questions.map(({ lens }, at) => stepsFor(lens).find(({ id }) => id === chosen[at])!).map(named).join(" → ")}
          </p>
          <p>{set.compare[comparison]}</p>
          {talk}
        </section>
      )}
      <p className="cluster activity-start">
        {next ? <ButtonLink to={paths.card(set.slug, next.id)} quiet={comparison === null}>{t.next}</ButtonLink> : <ButtonLink to={paths.together()} quiet>{t.back}</ButtonLink>}
      </p>
    </div>
  );
}
