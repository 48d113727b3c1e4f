import { AnswerTag } from "#app/components/result/answer-tag.tsx";
import { Calculation, type Basis } from "#app/components/result/calculation.tsx";
import { GapBar } from "#app/components/ui/gap-bar.tsx";
import { as } from "#app/components/ui/table-roles.ts";
import { changeOf } from "#app/domain/result/report.ts";
import type { ResultArea, ResultLine, ResultPage, Standing } from "#app/domain/result/result.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { lastTime } from "#app/messages/last-time.ts";
import { result } from "#app/messages/result.ts";
import { ui } from "#app/messages/ui.ts";

type Props = { page: ResultPage; basis: Basis; kind: "levels" | "reasons" };

/** Per area what was chosen, the target and a bar, and the time before; or, apart from them, where no level was given. */
export function LevelTable({ page, basis, kind }: Props) {
  const t = useMessages(result);
  const areas = page.areas.map((area) => ({ ...area, lines: area.lines.filter(({ level }) => (level !== null) === (kind === "levels")), standing: kind === "levels" ? area.standing : null })).filter(({ lines }) => lines.length > 0);
  if (areas.length === 0) return null;
  const before = page.previous?.comparable ?? false;
  const columns = kind === "reasons" ? [t.column.answer] : basis.aimed ? [t.column.now, t.column.target] : [t.column.answer];
  if (before) columns.push(t.column.before);
  return (
    <table {...as("table")} className="result-table">
      <caption>
        {kind === "reasons" ? t.noLevelCaption : basis.aimed ? t.tableCaption : t.tableCaptionPlain}
        {kind === "levels" ? null : <span className="caption__note">{t.noLevelNote}</span>}
      </caption>
      <thead {...as("rowgroup")}>
        <tr {...as("row")}>
          {[page.colophon.noun.one, ...columns].map((heading) => (
            <th key={heading} {...as("columnheader")} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      {areas.map((area) => (
        <Area key={area.id} area={area} basis={basis} before={before} columns={columns} />
      ))}
    </table>
  );
}

function Area({ area, basis, before, columns }: { area: ResultArea; basis: Basis; before: boolean; columns: readonly string[] }) {
  return (
    <tbody {...as("rowgroup")}>
      <tr {...as("row")} className="table__group">
        <th {...as("rowheader")} colSpan={columns.length + 1} scope="rowgroup">
          {area.title}
          {area.standing ? <StandingNote standing={area.standing} /> : null}
        </th>
      </tr>
      {area.lines.map((line) => (
        <tr key={line.competenceId} {...as("row")}>
          <th {...as("rowheader")} scope="row">
            <Named line={line} basis={basis} />
          </th>
          <td {...as("cell")} data-column={columns[0]}>
            <Answered line={line} basis={basis} />
          </td>
          {line.level === null || !basis.aimed ? null : (
            <td {...as("cell")} data-column={columns[1]}>
              <Target line={line} basis={basis} />
            </td>
          )}
          {before ? (
            <td {...as("cell")} data-column={columns[columns.length - 1]}>
              <LastTime line={line} basis={basis} />
            </td>
          ) : null}
        </tr>
      ))}
    </tbody>
  );
}

/** What the instrument says of the area as a whole; an indication or something derived, and called so. */
function StandingNote({ standing }: { standing: Standing }) {
  const t = useMessages(result);
  return (
    <span className="result-standing">
      <span className="visually-hidden">: </span>
      {standing.kind === "indicative" ? t.indicative(standing.points, standing.max, standing.level) : t.derived(standing.level)}
    </span>
  );
}

type Cell = { line: ResultLine; basis: Basis };

function Named({ line, basis }: Cell) {
  const t = useMessages(result);
  return (
    <>
      {line.title}
      {line.wish ? <span className="result-wish"> · {t.wish}</span> : null}
      <details className="result-how">
        <summary>
          {t.how}
          <span className="visually-hidden"> {line.title}</span>
        </summary>
        <Calculation line={line} basis={basis} />
      </details>
    </>
  );
}

function Answered({ line, basis }: Cell) {
  if (line.level === null) return <AnswerTag line={line} />;
  return (
    <>
      <span className="result-level">
        {basis.levels[line.level - 1]} <AnswerTag line={line} />
      </span>
      <GapBar levels={basis.levels.length + basis.lowest - 1} level={line.level + basis.lowest - 1} target={line.target === null ? null : line.target + basis.lowest - 1} />
    </>
  );
}

function Target({ line, basis }: Cell) {
  const t = useMessages(result);
  return line.target === null ? <span className="result-soft">{t.noTargetCell}</span> : <>{basis.levels[line.target - 1]}</>;
}

function LastTime({ line, basis }: Cell) {
  const t = useMessages(result);
  const v = useMessages(lastTime);
  const reasons = useMessages(ui).growth;
  const { before } = line;
  if (before === null) return <span className="result-soft">{line.begins ? v.begins[line.begins] : t.noComparison}</span>;
  const change = changeOf(line);
  return (
    <>
      {before.level !== null ? basis.levels[before.level - 1] : before.reason ? reasons[before.reason] : t.unanswered}
      <span className="result-change">{change ? t.change[change] : t.noComparison}</span>
      {before.reworded ? <span className="result-change">{v.reworded}</span> : null}
    </>
  );
}
