import { Link } from "@remix-run/react";
import { Card } from "#app/components/ui/card.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import type { ActivityKind } from "#app/domain/activity/activity.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { together } from "#app/messages/together.ts";
import { paths } from "#app/paths.ts";

type ActivityLine = { readonly slug: string; readonly kind: ActivityKind; readonly title: string; readonly summary: string; readonly minutes: number };
const kinds: readonly ActivityKind[] = ["conversation", "scenarios", "school-scan"];

/** Everything that a team can do together, by kind. */
export function ActivityList({ activities, easy }: { activities: readonly ActivityLine[]; easy: boolean }) {
  const t = useMessages(together);
  return (
    <div className={easy ? "b1" : undefined}>
      <PageHead title={t.title} lead={t.lead} whoSees={t.whoSees.list} />
      <p>{t.notPersonal}</p>
      {kinds.map((kind) => {
        const some = activities.filter((each) => each.kind === kind);
        return some.length === 0 ? null : (
          <section key={kind} aria-labelledby={`kind-${kind}`}>
            <h2 id={`kind-${kind}`}>{t.kinds[kind]}</h2>
            <p>{t.kindLeads[kind]}</p>
            <ul className="card-grid">
              {some.map(({ slug, title, summary, minutes }) => (
                <li key={slug}>
                  <Card title={<Link to={paths.activity(slug)}>{title}</Link>} foot={<span>{t.minutes(minutes)}</span>}>
                    <p>{summary}</p>
                  </Card>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
