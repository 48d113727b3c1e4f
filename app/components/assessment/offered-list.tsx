import { Card } from "#app/components/ui/card.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { assessmentStart } from "#app/messages/assessment-start.ts";
import { paths } from "#app/paths.ts";

/** A framework somebody can fill in for themselves. */
export type Offer = { readonly slug: string; readonly instrument: string; readonly title: string; readonly items: number; readonly minutes: number; readonly superseded: boolean };

/** What there is to fill in for oneself, or that there is nothing yet. */
export function OfferedList({ offers, level, from }: { offers: readonly Offer[]; level: 2 | 3; /** The page that the way back leads to; the start page unless told. */ from?: "list" }) {
  const t = useMessages(assessmentStart);
  if (offers.length === 0) return <p>{t.noneOffered}</p>;
  return (
    <ul className="card-grid">
      {offers.map(({ slug, instrument, title, items, minutes, superseded }) => (
        <li key={`${slug}/${instrument}`}>
          <Card
            title={title}
            level={level}
            foot={
              <ButtonLink to={paths.startAssessment({ framework: slug, instrument, from })} quiet>
                {t.choose}
                <span className="visually-hidden"> {title}</span>
              </ButtonLink>
            }
          >
            <p>
              {t.items(items)}, {t.minutes(minutes)}
            </p>
            {superseded ? <p className="cell-more">{t.superseded}</p> : null}
          </Card>
        </li>
      ))}
    </ul>
  );
}
