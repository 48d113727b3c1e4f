import { Link } from "@remix-run/react";
import { Card } from "#app/components/ui/card.tsx";
import type { RelationKind } from "#app/domain/framework/crosswalk.ts";
import { listed } from "#app/domain/format.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { crosswalk } from "#app/messages/crosswalk.ts";
import { paths } from "#app/paths.ts";

export type CrosswalkLine = {
  readonly slug: string;
  readonly version: string;
  readonly title: string;
  readonly draft: boolean;
  readonly author: string;
  readonly frameworks: readonly { readonly slug: string; readonly version: string; readonly title: string }[];
  readonly counts: readonly { readonly relation: RelationKind; readonly count: number }[];
};

/** The crosswalks of the library, below the frameworks they lie between. */
export function CrosswalkList({ crosswalks }: { crosswalks: readonly CrosswalkLine[] }) {
  const t = useMessages(crosswalk);
  return (
    <section aria-labelledby="verbanden">
      <h2 id="verbanden">{t.title}</h2>
      <p>{t.lead}</p>
      {crosswalks.length === 0 ? <p>{t.none}</p> : null}
      <ul className="card-grid card-grid--wide">
        {crosswalks.map((each) => (
          <li key={`${each.slug}@${each.version}`}>
            <Card
              title={each.title}
              eyebrow={t.versionOf(each.version)}
              foot={
                <Link className="button button--quiet" to={paths.crosswalk(each.slug, each.version)}>
                  {t.open}
                  <span className="visually-hidden">: {each.title}</span>
                </Link>
              }
            >
              <CrosswalkFacts crosswalk={each} />
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Status, author, frameworks with their versions, and how many relations of which kind. */
export function CrosswalkFacts({ crosswalk: { draft, author, frameworks, counts }, wide = false }: { crosswalk: CrosswalkLine; wide?: boolean }) {
  const t = useMessages(crosswalk);
  const language = useLanguage();
  return (
    <dl className={wide ? "terms terms--wide" : "terms"}>
      <dt>{t.status}</dt>
      <dd>
        <span className={`badge badge--${draft ? "unknown" : "may-adapt"}`}>{draft ? t.draft : t.reviewed}</span>
        {draft ? <span className="cell-more">{t.draftMore}</span> : null}
      </dd>
      <dt>{t.author}</dt>
      <dd>{author}</dd>
      <dt>{t.frameworks}</dt>
      <dd>
        {frameworks.map(({ slug, version, title }) => (
          <span key={slug} className="cell-line">
            <Link to={paths.framework(slug, version)}>{title}</Link>, {t.versionOf(version)}
          </span>
        ))}
      </dd>
      <dt>{t.relations}</dt>
      <dd>{listed(counts.map(({ relation, count }) => t.counts[relation](count)), language)}</dd>
    </dl>
  );
}
