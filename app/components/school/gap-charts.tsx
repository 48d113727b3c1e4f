import { ChartFigure, lazyDrawing } from "#app/components/charts/chart-figure.tsx";
import { LegendItem } from "#app/components/charts/legend-item.tsx";
import { levelBarsHeight } from "#app/components/charts/level-bars-height.ts";
import type { LevelBar } from "#app/components/charts/level-bars.tsx";
import { capital, familyName, useFigureWords } from "#app/components/school/figure-words.ts";
import { MissingFamilies } from "#app/components/school/missing-families.tsx";
import { RoundFactsLine } from "#app/components/school/round-facts.tsx";
import { GapBar } from "#app/components/ui/gap-bar.tsx";
import { ScrollTable } from "#app/components/ui/scroll-table.tsx";
import { as } from "#app/components/ui/table-roles.ts";
import { areasOf } from "#app/domain/figures/areas.ts";
import type { Report } from "#app/domain/figures/page.ts";
import type { Cell, CompetenceLine, Spread } from "#app/domain/figures/report.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { schoolCharts } from "#app/messages/school-charts.ts";
import { school } from "#app/messages/school.ts";

const LevelBars = lazyDrawing(async () => (await import("#app/components/charts/level-bars.tsx")).LevelBars);

/** `cell` is what the schools show together where the figure over all of them is closed. */
type Line = { readonly competence: CompetenceLine; readonly cell: Exclude<Cell, "not-asked"> | Spread };
type Props = { report: Report };

/** Per family the mean of each competence against its target. A family of which nothing is shown has no chart. */
export function GapCharts({ report }: Props) {
  const t = useMessages(schoolCharts);
  const { families, competences, cells } = report.grid;
  const { spreads } = report;
  const charted = families.flatMap((family, place) => {
    const lines = competences.flatMap((competence, at): Line[] => {
      const cell = cells[at]![place]!;
      return cell === "not-asked" ? [] : [{ competence, cell: cell === "closed" ? (spreads?.[at]?.[place] ?? cell) : cell }];
    });
    return lines.some(({ cell }) => cell !== "closed") ? [{ family, lines }] : [];
  });
  const missing = families.filter((family) => !charted.some((each) => each.family === family));
  return (
    <section className="part" aria-labelledby="gaps">
      <h2 id="gaps">{report.findings.aimed ? t.gapsTitle : t.meansTitle}</h2>
      {charted.map(({ family, lines }) => (
        <GapChart key={family} family={family} lines={lines} report={report} />
      ))}
      <MissingFamilies families={missing} from="gaps" />
    </section>
  );
}

function GapChart({ family, lines, report }: { family: Report["grid"]["families"][number]; lines: readonly Line[]; report: Report }) {
  const t = useMessages(schoolCharts);
  const s = useMessages(school);
  const language = useLanguage();
  const { facts, response } = report;
  const { aimed } = report.findings;
  const shown = lines.flatMap(({ cell }) => (cell === "closed" ? [] : [cell]));
  const below = shown.filter(({ gap }) => gap !== null && gap > 0).length;
  const name = familyName(family, language);
  const ranged = shown.some((cell) => "schools" in cell);
  const noun = shown.length === 1 ? facts.noun.one : facts.noun.many;
  const finding = capital(aimed ? (ranged ? t.gapsFindingSchools : t.gapsFinding)(name, below, shown.length, noun) : t.meansFinding(name, shown.length, noun));
  const caption = (aimed ? t.gapsName : t.meansName)(name);
  const bars = barsOf(lines, facts, s.closedShort);
  return (
    <ChartFigure
      id={`gaps-${family}`}
      finding={finding}
      note={<RoundFactsLine facts={facts} response={response} />}
      name={caption}
      description={(aimed ? t.gapsAbout : t.meansAbout)(facts.scale[0]!, facts.scale.at(-1)!, finding)}
      height={levelBarsHeight(bars.length)}
      legend={
        <>
          <LegendItem kind="level">{ranged ? t.legendLowest : t.legendMean}</LegendItem>
          {ranged ? <LegendItem kind="range">{t.legendRange}</LegendItem> : null}
          {aimed ? <LegendItem kind="open">{t.legendOpen}</LegendItem> : null}
          {aimed ? <LegendItem kind="target">{t.legendTarget}</LegendItem> : null}
        </>
      }
      drawing={(size) => <LevelBars {...size} bars={bars} steps={facts.scale.length + facts.lowest - 1} ends={[facts.scale[0]!, facts.scale.at(-1)!]} />}
      folded
    >
      <GapTable lines={lines} report={report} caption={caption} />
    </ChartFigure>
  );
}

/** The lines of the drawing: each area, then its competences with mean and target, as the table has them. */
function barsOf(lines: readonly Line[], facts: Report["facts"], closed: string): LevelBar[] {
  return lines.flatMap(({ competence: { id, title, area }, cell }, at) => [
    ...(lines[at - 1]?.competence.area === area ? [] : [{ id: `area ${area}`, title: area }]),
    cell === "closed" ? { id, title, level: null, target: null, instead: closed } : { id, title, ...reachOf(cell, facts) },
  ]);
}

/** Where the bar ends and its target stands; for several schools from the lowest to the highest. */
function reachOf(cell: Exclude<Line["cell"], "closed">, { lowest }: Report["facts"]): { level: number; upTo?: number; target: number | null } {
  const length = (shown: number) => shown + lowest - 1;
  const target = cell.target === null ? null : length(cell.target);
  return "schools" in cell ? { level: length(cell.from.shown), upTo: length(cell.to.shown), target } : { level: length(cell.shown), target };
}

function GapTable({ lines, report: { facts }, caption }: { lines: readonly Line[]; report: Report; caption: string }) {
  const t = useMessages(schoolCharts);
  const s = useMessages(school);
  const words = useFigureWords(facts);
  return (
    <ScrollTable label={caption}>
      <table {...as("table")} className="gap-table cards-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead {...as("rowgroup")}>
          <tr {...as("row")}>
            <th {...as("columnheader")} scope="col">{capital(facts.noun.one)}</th>
            <th {...as("columnheader")} scope="col">{t.columnBar}</th>
            <th {...as("columnheader")} scope="col">{t.columnMean}</th>
            <th {...as("columnheader")} scope="col">{t.columnTarget}</th>
            <th {...as("columnheader")} scope="col">{t.columnN}</th>
          </tr>
        </thead>
        {areasOf(lines.map(({ competence }) => competence)).map(({ title: area, from, to }) => (
          <tbody {...as("rowgroup")} key={area}>
            <tr {...as("row")} className="table__group">
              <th {...as("rowheader")} colSpan={5} scope="rowgroup">
                {area}
              </th>
            </tr>
            {lines.slice(from, to).map(({ competence: { id, title }, cell }) => (
              <tr {...as("row")} key={id}>
                <th {...as("rowheader")} scope="row">{title}</th>
                {cell === "closed" ? (
                  <td {...as("cell")} colSpan={4} className="school-soft gap-table__closed">
                    {s.closed}
                  </td>
                ) : (
                  <>
                    <td {...as("cell")} data-label={t.columnBar}>
                      <GapBar levels={facts.scale.length + facts.lowest - 1} {...reachOf(cell, facts)} />
                    </td>
                    <td {...as("cell")} data-label={t.columnMean}>{"schools" in cell ? words.spreadShort(cell) : words.mean(cell)}</td>
                    <td {...as("cell")} data-label={t.columnTarget}>{cell.target === null ? s.none : (facts.scale[cell.target - 1] ?? "")}</td>
                    <td {...as("cell")} data-label={t.columnN}>{"schools" in cell ? s.schoolCount(cell.schools) : s.n[cell.n]}</td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </ScrollTable>
  );
}
