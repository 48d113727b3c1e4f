import { DiffWords } from "#app/components/manage/diff-words.tsx";
import { Explain } from "#app/components/ui/explain.tsx";
import type { DiffView, WordRow } from "#app/domain/framework/diff-view.ts";
import { listed } from "#app/domain/format.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { frameworkDiff } from "#app/messages/framework-diff.ts";

type Props = { diff: DiffView; from: string; to: string };

/** What differs beside the parts of the tree: scales, instruments, names and details. */
export function DiffRest({ diff: { scales, instruments, rows, facts }, from, to }: Props) {
  const t = useMessages(frameworkDiff);
  const language = useLanguage();
  const steps = (codes: readonly string[]) => (codes.length === 0 ? t.noScale : codes.join(" "));
  const lines: { what: string; text: string; words: readonly WordRow[] }[] = [
    ...scales.map(({ name, kind, before, after, rows: words }) => ({ what: t.scale(name), text: kind === "steps" ? t.scaleSteps(steps(before), steps(after)) : t.scaleWords, words })),
    ...instruments.map(({ title, kind, rows: words }) => ({ what: t.instrument(title), text: t.instrumentKinds[kind], words })),
    ...(rows.length > 0 ? [{ what: "", text: t.document, words: rows }] : []),
    ...(facts.length > 0 ? [{ what: "", text: t.facts(listed(facts.map(({ field, where }) => [t.fields[field as keyof typeof t.fields], where.length > 0 ? `(${where.join(", ")})` : ""].filter(Boolean).join(" ")), language)), words: [] }] : []),
  ];
  return (
    <>
      <h2>{t.restTitle}</h2>
      {lines.length === 0 ? (
        <p>{t.restNone}</p>
      ) : (
        <ul className="diff-list">
          {lines.map(({ what, text, words }) => (
            <li key={`${what} ${text}`}>
              <p>{what === "" ? text : `${what}: ${text}`}</p>
              {words.length > 0 ? (
                <Explain title={t.words(words.length)}>
                  <DiffWords rows={words} what={what === "" ? text : what} from={from} to={to} />
                </Explain>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
