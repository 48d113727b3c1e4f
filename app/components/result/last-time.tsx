import { Explain } from "#app/components/ui/explain.tsx";
import { changeOf, changeSentence } from "#app/domain/result/report.ts";
import type { ResultPage, Stopped } from "#app/domain/result/result.ts";
import { listed } from "#app/domain/format.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { lastTime } from "#app/messages/last-time.ts";
import { result } from "#app/messages/result.ts";

type Props = { page: ResultPage; previous: NonNullable<ResultPage["previous"]> };

/** The time before beside this one: in one sentence, what a lower level often means, and the seam when the framework changed. */
export function LastTime({ page, previous }: Props) {
  const t = useMessages(result);
  const v = useMessages(lastTime);
  const language = useLanguage();
  const lines = page.areas.flatMap((area) => area.lines);
  const stoppedWords = ({ title, why, into }: Stopped) => v.stoppedLine[why](title, listed(into.map((each) => `‘${each}’`), language));
  const changed = previous.version !== page.colophon.version;
  return (
    <section aria-labelledby="before">
      <h2 id="before">{t.beforeTitle}</h2>
      {previous.comparable ? (
        <>
          <p>{changeSentence(lines, previous.handedInAt, page.colophon.noun, language)}</p>
          {changed ? <p className="result-seam">{v.seam(previous.version, page.colophon.version)}</p> : null}
          {lines.some(({ before }) => before?.reworded) ? <p>{v.seamWords}</p> : null}
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
          {previous.stopped.length > 0 ? (
            <>
              <p>{v.stopped(previous.version, page.colophon.version)}</p>
              <ul>
                {previous.stopped.map((each) => (
                  <li key={each.title}>{stoppedWords(each)}</li>
                ))}
              </ul>
            </>
          ) : null}
        </>
      ) : (
        <p className="result-seam">{v.seamScale(previous.version, page.colophon.version)}</p>
      )}
    </section>
  );
}
