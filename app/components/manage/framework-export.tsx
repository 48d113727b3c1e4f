import { Explain } from "#app/components/ui/explain.tsx";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { manage } from "#app/messages/manage.ts";
import { paths } from "#app/paths.ts";

/** The files a framework can be downloaded as, or the sentence that says why there are none. */
export type Exports = { readonly refused: string | null; readonly options: readonly { readonly format: string; readonly syntax: string; readonly name: string; readonly losses: readonly string[] }[] };
type Props = Exports & { slug: string; version: string };

/** Downloads of a framework, each with what it cannot carry beside it. */
export function FrameworkExport({ slug, version, refused, options }: Props) {
  const t = useMessages(manage);
  const language = useLanguage();
  return (
    <>
      <h2 id="meenemen">{t.exportTitle}</h2>
      {refused ? <p>{refused}</p> : null}
      {options.length > 0 ? (
        <Explain title={t.exportLead}>
          <dl className="terms terms--wide">
            {options.map(({ format, syntax, name, losses }) => (
              <div key={`${format} ${syntax}`} className="terms__pair">
                <dt>
                  <a href={paths.frameworkExport(slug, version, format, { language, ...(format === "skos" ? { syntax } : {}) })} download aria-label={t.exportAs(name)}>
                    {name}
                  </a>
                </dt>
                <dd>
                  {losses.length === 0 ? t.exportWhole : null}
                  {losses.map((loss) => (
                    <p key={loss}>{loss}</p>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </Explain>
      ) : null}
    </>
  );
}
