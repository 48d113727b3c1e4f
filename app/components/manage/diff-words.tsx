import { as } from "#app/components/ui/table-roles.ts";
import type { WordRow } from "#app/domain/framework/diff-view.ts";
import { wordChanges, type Piece } from "#app/domain/framework/word-changes.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { frameworkDiff } from "#app/messages/framework-diff.ts";

type Props = { rows: readonly WordRow[]; what: string; from: string; to: string };

/** Texts of then beside those of now, with the words marked that only one of them has. */
export function DiffWords({ rows, what, from, to }: Props) {
  const t = useMessages(frameworkDiff);
  return (
    <table {...as("table")} className="diff-table cards-table">
      <caption className="visually-hidden">{t.wordsCaption(what)}</caption>
      <thead {...as("rowgroup")}>
        <tr {...as("row")}>
          <th {...as("columnheader")} scope="col">{t.which}</th>
          <th {...as("columnheader")} scope="col">{t.version(from)}</th>
          <th {...as("columnheader")} scope="col">{t.version(to)}</th>
        </tr>
      </thead>
      <tbody {...as("rowgroup")}>
        {rows.map((row, at) => (
          <tr key={at} {...as("row")}>
            <th {...as("rowheader")} scope="row">
              <RowName row={row} />
            </th>
            <Texts row={row} from={from} to={to} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RowName({ row: { part, at, item, group, instrument, language } }: { row: WordRow }) {
  const t = useMessages(frameworkDiff);
  const more = [item, group, instrument, language && t.languages[language]].filter(Boolean).join(" · ");
  return (
    <>
      {[t.parts[part], at].filter(Boolean).join(" ")}
      {more === "" ? null : <span className="cell-more">{more}</span>}
    </>
  );
}

function Texts({ row, from, to }: { row: WordRow; from: string; to: string }) {
  const t = useMessages(frameworkDiff);
  const reader = useLanguage();
  const { before, after, language } = row;
  const lang = language && language !== reader ? language : undefined;
  const both = before !== null && after !== null ? wordChanges(before, after) : null;
  const text = (whole: string | null, pieces: readonly Piece[] | undefined, mark: "del" | "ins") =>
    whole === null ? <span className="school-soft">{t.absent}</span> : <span lang={lang}>{pieces ? pieces.map((piece, at) => <Marked key={at} piece={piece} mark={mark} />) : whole}</span>;
  return (
    <>
      <td {...as("cell")} data-label={t.version(from)}>{text(before, both?.before, "del")}</td>
      <td {...as("cell")} data-label={t.version(to)}>{text(after, both?.after, "ins")}</td>
    </>
  );
}

/** The white space before a marked word stays outside the mark. */
function Marked({ piece: { text, changed }, mark: Mark }: { piece: Piece; mark: "del" | "ins" }) {
  if (!changed) return <>{text}</>;
  const words = text.trimStart();
  return (
    <>
      {text.slice(0, text.length - words.length)}
      <Mark>{words}</Mark>
    </>
  );
}
