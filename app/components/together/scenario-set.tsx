import { Link } from "@remix-run/react";
import { ActivityColophon, ActivityHead } from "#app/components/together/activity-head.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { Card } from "#app/components/ui/card.tsx";
import type { Scenarios } from "#app/domain/activity/activity.ts";
import type { Said } from "#app/domain/said.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { together } from "#app/messages/together.ts";
import { paths } from "#app/paths.ts";

/** All cards of a set with the lenses they are looked at through: the overview on a screen, the whole game on paper. */
export function ScenarioSet({ set }: { set: Said<Scenarios> }) {
  const t = useMessages(together);
  return (
    <div className="activity">
      <ActivityHead activity={set} />
      <p className="activity-start">
        <ButtonLink to={paths.card(set.slug, set.cards[0]!.id)}>{t.start}</ButtonLink>
      </p>
      {set.lenses.map(({ id, title, steps }) => (
        <section key={id} aria-labelledby={`lens-${id}`}>
          <h2 id={`lens-${id}`}>{title}</h2>
          <dl className="activity-lens">
            {steps.map((step) => (
              <div key={step.id}>
                <dt>
                  {step.code ? <span className="activity-lens__code">{step.code} </span> : null}
                  {step.title}
                </dt>
                <dd>{step.description}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      <section aria-labelledby="cards">
        <h2 id="cards">{t.cards}</h2>
        <ol>
          {set.questions.map(({ id, question }) => (
            <li key={id}>{question}</li>
          ))}
        </ol>
        <ul className="card-grid activity-cards">
          {set.cards.map(({ id, title, situation, talk }) => (
            <li key={id}>
              <Card title={title} foot={<Link to={paths.card(set.slug, id)}>{t.playCard(title)}</Link>}>
                <p>{situation}</p>
                <ul className="print-only">
                  {talk.map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              </Card>
            </li>
          ))}
        </ul>
      </section>
      <ActivityColophon activity={set} />
    </div>
  );
}
