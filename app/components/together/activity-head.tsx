import type { ReactNode } from "react";
import { BackLink } from "#app/components/ui/back-link.tsx";
import { DateText } from "#app/components/ui/date-text.tsx";
import { Explain } from "#app/components/ui/explain.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import type { Activity } from "#app/domain/activity/activity.ts";
import type { Said } from "#app/domain/said.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { together } from "#app/messages/together.ts";
import { paths } from "#app/paths.ts";

type Head = Pick<Said<Activity>, "title" | "summary" | "how" | "minutes" | "version" | "statusNote" | "sources" | "licence" | "reviewed"> & { readonly kind: Activity["kind"] };

/** The top of an activity: what it is, how long, how to go about it, and what is kept of it. */
export function ActivityHead({ activity, who, fromSchool = null }: { activity: Head; who?: ReactNode; /** The school whose scan one comes from, and goes back to. */ fromSchool?: string | null }) {
  const t = useMessages(together);
  return (
    <>
      <BackLink to={fromSchool === null ? paths.together() : paths.schoolScan(fromSchool)}>{fromSchool === null ? t.back : t.backToScan}</BackLink>
      <PageHead title={activity.title} eyebrow={`${t.eyebrow[activity.kind]} · ${t.minutes(activity.minutes)}`} lead={activity.summary} whoSees={t.whoSees[activity.kind]} />
      {who}
      <section aria-labelledby="how" className="activity-how">
        <h2 id="how">{t.how}</h2>
        <ol>
          {activity.how.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      </section>
    </>
  );
}

/** Whose words these are, where the idea comes from, under which licence: at the foot, also on paper. */
export function ActivityColophon({ activity }: { activity: Head }) {
  const t = useMessages(together);
  return (
    <section aria-label={t.about} className="activity-colophon">
      <p>
        {t.statusNote(activity.statusNote, t.version(activity.version))} {t.reviewed} <DateText at={activity.reviewed} />. {t.licence}: {activity.licence.name}. {activity.licence.note}
      </p>
      <Explain title={t.sourcesTitle}>
        <ul>
          {activity.sources.map(({ citation, url, used }) => (
            <li key={citation}>
              {citation} {used} {url ? <a href={url}>{url.replace(/^https:\/\/(www\.)?/, "").replace(/\/.*/, "")}</a> : null}
            </li>
          ))}
        </ul>
      </Explain>
    </section>
  );
}
