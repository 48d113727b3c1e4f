import { DateText } from "#app/components/ui/date-text.tsx";
import { Explain } from "#app/components/ui/explain.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { manage } from "#app/messages/manage.ts";

/** Where a framework comes from and how it is asked and scored. */
export type Origin = {
  readonly facts: Readonly<Record<"attribution" | "changes" | "endorsement" | "licenceNote" | "citation" | "reviewed" | "hash", string>> & { readonly url: string | null };
  readonly scale: readonly { readonly code: string; readonly title: string; readonly description: string }[];
  readonly instruments: readonly { readonly title: string; readonly explanation: string; readonly source: string }[];
  readonly profiles: readonly { readonly title: string; readonly version: string; readonly reasoning: string }[];
};

/** Source, licence, changes, levels and scoring, each behind its own summary. */
export function FrameworkOrigin({ facts, scale, instruments, profiles }: Origin) {
  const t = useMessages(manage);
  return (
    <>
      <h2>{t.aboutTitle}</h2>
      <Explain title={t.about}>
        <dl className="terms terms--wide">
          <dt>{t.source}</dt>
          <dd>
            {facts.citation}
            {facts.url ? (
              <span className="cell-more">
                <a href={facts.url} rel="noreferrer">
                  {facts.url}
                </a>
              </span>
            ) : null}
          </dd>
          <dt>{t.attribution}</dt>
          <dd>{facts.attribution}</dd>
          <dt>{t.licence}</dt>
          <dd>{facts.licenceNote}</dd>
          <dt>{t.changes}</dt>
          <dd>{facts.changes}</dd>
          <dt>{t.endorsement}</dt>
          <dd>{facts.endorsement}</dd>
          <dt>{t.reviewed}</dt>
          <dd>
            <DateText at={facts.reviewed} />
          </dd>
          <dt>{t.hash}</dt>
          <dd className="fingerprint">{facts.hash}</dd>
        </dl>
      </Explain>
      {scale.length > 0 ? (
        <Explain title={t.scaleTitle}>
          <dl className="terms terms--wide">
            {scale.map(({ code, title, description }) => (
              <div key={code} className="terms__pair">
                <dt>{`${code} · ${title}`}</dt>
                <dd>{description}</dd>
              </div>
            ))}
          </dl>
        </Explain>
      ) : null}
      {instruments.map(({ title, explanation, source }) => (
        <Explain key={title} title={`${t.scoringTitle}: ${title}`}>
          <p>{explanation}</p>
          <p className="cell-more">{source}</p>
        </Explain>
      ))}
      {profiles.map(({ title, version, reasoning }) => (
        <Explain key={`${title} ${version}`} title={profiles.length > 1 ? `${t.profileTitle}: ${title}` : t.profileTitle}>
          <p>{reasoning}</p>
          <p className="cell-more">{`${title}, ${t.versionOf(version)}`}</p>
        </Explain>
      ))}
    </>
  );
}
