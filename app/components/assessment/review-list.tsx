import { Link } from "@remix-run/react";
import { Icon } from "#app/components/ui/icon.tsx";
import type { ReviewItem, ReviewView } from "#app/domain/assessment/review-view.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { assessmentReview } from "#app/messages/assessment-review.ts";
import { ui } from "#app/messages/ui.ts";
import { paths } from "#app/paths.ts";

type Props = { view: ReviewView; changeable: boolean };

/** Every question with the sentence or reason that was chosen, by area, each with its way back. */
export function ReviewList({ view, changeable }: Props) {
  const areas = [...new Set(view.items.map(({ area }) => area))];
  return (
    <>
      {areas.map((area) => (
        <section key={area} className="review-area">
          <h2>{area}</h2>
          <ul className="review-list">
            {view.items
              .filter((item) => item.area === area)
              .map((item) => (
                <ReviewLine key={item.competenceId} item={item} to={changeable ? paths.question(view.assessmentId, item.competenceId) : null} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function ReviewLine({ item, to }: { item: ReviewItem; to: string | null }) {
  const t = useMessages(assessmentReview);
  const { reasons } = useMessages(ui);
  const words = item.statement ?? (item.reason ? reasons[item.reason] : null);
  return (
    <li className="review-line">
      <div>
        <h3>{item.question}</h3>
        <p className={words === null ? "review-line__open" : item.reason ? "review-line__reason" : undefined}>{words ?? t.notYet}</p>
        {item.wish || item.hasNote ? (
          <ul className="review-line__own">
            {item.wish ? (
              <li>
                <Icon name="sprout" /> {t.wish}
              </li>
            ) : null}
            {item.hasNote ? (
              <li>
                <Icon name="lock" /> {t.hasNote}
              </li>
            ) : null}
          </ul>
        ) : null}
      </div>
      {to === null ? null : (
        <Link to={to} className="review-line__change">
          {words === null ? t.answer : t.change}
          <span className="visually-hidden"> {t.changeOf(item.question)}</span>
        </Link>
      )}
    </li>
  );
}
