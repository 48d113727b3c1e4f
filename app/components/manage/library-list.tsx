import { Link } from "@remix-run/react";
import type { TextStatus } from "#app/domain/framework/framework.ts";
import { listed } from "#app/domain/format.ts";
import { Card } from "#app/components/ui/card.tsx";
import { DateText } from "#app/components/ui/date-text.tsx";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { manage } from "#app/messages/manage.ts";
import { paths } from "#app/paths.ts";

/** What there is to know of a framework at a glance. */
export type FrameworkLine = {
  readonly slug: string;
  readonly version: string;
  readonly title: string;
  readonly description: string;
  readonly licence: { readonly name: string; readonly state: "may-adapt" | "may-not-adapt" | "unknown" | "ours" };
  readonly layers: readonly { readonly name: string; readonly count: number }[];
  readonly levels: number;
  /** Steps of a questionnaire of its own, where there are no levels. */
  readonly steps: number;
  readonly scaleStatus: TextStatus | null;
  readonly instruments: readonly string[];
  readonly profiles: readonly { readonly title: string; readonly version: string }[];
  readonly reviewBy: string;
  readonly overdue: boolean;
  readonly superseded: { readonly citation: string; readonly note: string } | null;
  readonly older: readonly string[];
  readonly derivedFrom: string | null;
};

/** The library: one sheet per framework, in its newest version. */
export function LibraryList({ frameworks }: { frameworks: readonly FrameworkLine[] }) {
  const t = useMessages(manage);
  return (
    <ul className="card-grid card-grid--wide">
      {frameworks.map((framework) => (
        <li key={`${framework.slug}@${framework.version}`}>
          <Card
            title={framework.title}
            eyebrow={t.versionOf(framework.version)}
            foot={
              <Link className="button button--quiet" to={paths.framework(framework.slug, framework.version)}>
                {t.open}
                <span className="visually-hidden">: {framework.title}</span>
              </Link>
            }
          >
            <FrameworkFacts framework={framework} />
          </Card>
        </li>
      ))}
    </ul>
  );
}

/** Counts, licence, profiles and review date as a list of terms. */
export function FrameworkFacts({ framework, wide = false }: { framework: FrameworkLine; wide?: boolean }) {
  const t = useMessages(manage);
  const language = useLanguage();
  const { layers, levels, steps, scaleStatus, licence, instruments, profiles, reviewBy, overdue, superseded, older, derivedFrom } = framework;
  const size = listed([...layers.map(({ name, count }) => `${count} ${name}`), levels > 0 ? t.levels(levels) : steps > 0 ? t.steps(steps) : t.noScale], language);
  return (
    <>
      <p>{size}</p>
      <dl className={wide ? "terms terms--wide" : "terms"}>
        <dt>{t.licence}</dt>
        <dd>
          <span className={`badge badge--${licence.state}`}>{t.licences[licence.state]}</span>
          {licence.state === "unknown" ? null : <span className="cell-more">{licence.name}</span>}
        </dd>
        {derivedFrom ? (
          <>
            <dt>{t.derivedFrom}</dt>
            <dd>{derivedFrom}</dd>
          </>
        ) : null}
        {older.length > 0 ? (
          <>
            <dt>{t.older}</dt>
            <dd>
              {older.map((version) => (
                <Link key={version} className="cell-line" to={paths.framework(framework.slug, version)}>
                  {t.versionOf(version)}
                  <span className="visually-hidden">: {framework.title}</span>
                </Link>
              ))}
            </dd>
          </>
        ) : null}
        {superseded ? (
          <>
            <dt>{t.superseded}</dt>
            <dd>
              {wide ? superseded.note : null}
              <span className="cell-more">{superseded.citation}</span>
            </dd>
          </>
        ) : null}
        {scaleStatus ? (
          <>
            <dt>{t.scale}</dt>
            <dd>{t.scaleStatuses[scaleStatus]}</dd>
          </>
        ) : null}
        <dt>{t.instruments}</dt>
        <dd>{listed(instruments, language)}</dd>
        <dt>{t.profiles}</dt>
        <dd>{profiles.length === 0 ? t.noProfiles : profiles.map(({ title, version }) => <span key={`${title} ${version}`} className="cell-line">{`${title}, ${t.versionOf(version)}`}</span>)}</dd>
        <dt>{t.reviewBy}</dt>
        <dd>
          <DateText at={reviewBy} />
          {overdue ? <span className="badge badge--unknown">{t.overdue}</span> : null}
        </dd>
      </dl>
    </>
  );
}
