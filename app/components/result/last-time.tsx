import { Explain } from "#app/components/ui/explain.tsx";
import { changeOf, changeSentence } from "#app/domain/result/report.ts";
import type { ResultPage } from "#app/domain/result/result.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { result } from "#app/messages/result.ts";

type Props = { page: ResultPage; previous: NonNullable<ResultPage["previous"]> };

/** The time before beside this one: in one sentence, what a lower level often means, and the seam when the framework changed. */
export function LastTime({ page, previous }: Props) {
  const t = useMessages(result);
  const language = useLanguage();
  const lines = page.areas.flatMap((area) => area.lines);
  const changed = previous.version !== page.colophon.version;
  return (
    <section aria-labelledby="before">
      <h2 id="before">{t.beforeTitle}</h2>
      {previous.comparable ? (
        <>
          <p>{changeSentence(lines, previous.handedInAt, page.colophon.noun, language)}</p>
          {changed ? <p className="result-seam">{t.seam(previous.version, page.colophon.version)}</p> : null}
          {lines.some((line) => changeOf(line) === "lower") ? <p>{t.lower}</p> : null}
          <Explain>{t.changeRule}</Explain>
          {previous.notAgain.length > 0 ? (
            <>
              <p>{t.notAgain}</p>
              <ul>
                {previous.notAgain.map((title) => (
                  <li key={title}>{title}</li>
                ))}
              </ul>
            </>
          ) : null}
        </>
      ) : (
        <p className="result-seam">{t.seamScale(previous.version, page.colophon.version)}</p>
      )}
    </section>
  );
}
