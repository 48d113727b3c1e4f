import { Link } from "@remix-run/react";
import { Explain } from "#app/components/ui/explain.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import type { QuestionView } from "#app/domain/assessment/question-view.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { assessment } from "#app/messages/assessment.ts";
import { paths } from "#app/paths.ts";

/** All questions by area with how they stand: the order of answering is one's own. */
export function QuestionOverview({ view }: { view: QuestionView }) {
  const t = useMessages(assessment);
  const areas = [...new Set(view.overview.map(({ area }) => area))];
  return (
    <Explain title={t.overview}>
      {areas.map((area) => (
        <div key={area} className="overview">
          <h2>{area}</h2>
          <ul>
            {view.overview
              .filter((each) => each.area === area)
              .map(({ competenceId, question, answered }) => {
                const here = competenceId === view.competenceId;
                return (
                  <li key={competenceId}>
                    <Link to={paths.question(view.assessmentId, competenceId, { from: view.trail?.from })} aria-current={here ? "page" : undefined}>
                      {question}
                    </Link>{" "}
                    <span className="overview__state">
                      {answered ? <Icon name="check" /> : null}
                      {here ? t.here : answered ? t.answered : t.open}
                    </span>
                  </li>
                );
              })}
          </ul>
        </div>
      ))}
      <p>
        <Link to={paths.review(view.assessmentId)}>{t.toReview}</Link>
      </p>
    </Explain>
  );
}
