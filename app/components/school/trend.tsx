import { ChartFigure, lazyDrawing } from "#app/components/charts/chart-figure.tsx";
import type { TrendLine } from "#app/components/charts/trend-lines.tsx";
import { capital, familyName } from "#app/components/school/figure-words.ts";
import { MissingFamilies } from "#app/components/school/missing-families.tsx";
import { TrendBreaks } from "#app/components/school/trend-breaks.tsx";
import { TrendTable } from "#app/components/school/trend-table.tsx";
import { Explain } from "#app/components/ui/explain.tsx";
import { Figure } from "#app/components/ui/figure.tsx";
import type { Report } from "#app/domain/figures/page.ts";
import { changesOf, isJoined, isSeam, type Trend as TrendOf } from "#app/domain/figures/report.ts";
import { listed, monthInWords } from "#app/domain/format.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { schoolCharts } from "#app/messages/school-charts.ts";

const TrendLines = lazyDrawing(async () => (await import("#app/components/charts/trend-lines.tsx")).TrendLines);
/** More lines than this cannot be told apart. */
const mostLines = 4;
const mostNamed = 3;

/** How it changed from round to round, per family. A change of version is a visible seam; a line goes on over it where the question is the same. */
export function Trend({ report }: { report: Report }) {
  const t = useMessages(schoolCharts);
  const { trend, grid } = report;
  const families = grid.families.flatMap((family, place) => {
    const drawn = grid.competences.some((_, at) => lengthOf(trend, at, place) > 1);
    // Of several schools the lowest and highest stand in words: they may be other schools each round, so no line joins them.
    const ranged = !drawn && grid.competences.some((_, at) => trend.rounds.filter((_, round) => trend.figures[at]![place]![round] || trend.ranges?.[at]![place]![round]).length > 1);
    return drawn || ranged ? [{ family, place, drawn }] : [];
  });
  return (
    <section className="part" aria-labelledby="trend">
      <h2 id="trend">{t.trendTitle}</h2>
      {families.map(({ family, place, drawn }) => (drawn ? <FamilyTrend key={family} report={report} place={place} /> : <FamilyRanges key={family} report={report} place={place} />))}
      <TrendBreaks breaks={trend.breaks} />
      {trend.rounds.length < 2 ? <p>{t.trendOne}</p> : <MissingFamilies families={grid.families.filter((family) => !families.some((each) => each.family === family))} from="trend" />}
    </section>
  );
}

function FamilyTrend({ report, place }: { report: Report; place: number }) {
  const t = useMessages(schoolCharts);
  const language = useLanguage();
  const { facts, grid, trend } = report;
  const family = familyName(grid.families[place]!, language);
  const changes = changesOf(trend).filter((each) => each.family === place);
  const titleOf = (competence: number) => grid.competences[competence]!.title;
  const named = changes.slice(0, mostNamed).map(({ competence, change }) => (change === "up" ? t.trendUp : t.trendDown)(titleOf(competence)));
  const more = changes.length - named.length;
  const finding = changes.length === 0 ? t.trendNone(family) : t.trendSome(family, listed([...named, ...(more > 0 ? [t.trendMore(more)] : [])], language));
  const drawn = linesToDraw(report, place, changes.map(({ competence }) => competence));
  const lines = merged(drawn.map((competence) => ({ id: grid.competences[competence]!.id, title: titleOf(competence), values: trend.figures[competence]![place]!.map((figure) => figure?.shown ?? null) })), (titles) => listed(titles, language));
  return (
    <ChartFigure
      id={`trend-${grid.families[place]!}`}
      finding={finding}
      note={t.trendNote}
      name={capital(t.trendName(family))}
      description={t.trendAbout(facts.scale[0]!, facts.scale.at(-1)!, listed(lines.map(({ title }) => `“${title}”`), language))}
      height={{ narrow: 260, wide: 300 }}
      legend={lines.map(({ id, title }, at) => (
        <LineKey key={id} place={at}>
          {title}
        </LineKey>
      ))}
      drawing={(size) => <TrendLines {...size} lines={lines} rounds={trend.rounds.map(({ id, closedAt }, at) => ({ id, label: monthInWords(closedAt, language), seam: isSeam(trend, at), joined: isJoined(trend, at) }))} levels={facts.scale} />}
      folded
    >
      <TrendTable report={report} place={place} changed={new Map(changes.map(({ competence, change }) => [competence, change]))} caption={capital(t.trendName(family))} />
    </ChartFigure>
  );
}

/** One family of which the whole is closed: per round what the schools show, without a line and without a word on change. */
function FamilyRanges({ report, place }: { report: Report; place: number }) {
  const t = useMessages(schoolCharts);
  const language = useLanguage();
  const family = familyName(report.grid.families[place]!, language);
  return (
    <Figure finding={t.trendRanges(family)} note={t.trendRangesNote}>
      <Explain title={t.trendRangesTable}>
        <TrendTable report={report} place={place} changed={new Map()} caption={capital(t.trendName(family))} />
      </Explain>
    </Figure>
  );
}

/** What changed; else what the first sentences are about; else the first that has a line at all. */
function linesToDraw({ findings, trend, grid }: Report, place: number, changed: readonly number[]): number[] {
  if (changed.length > 0) return [...changed];
  const told = [findings.gap, findings.strength].flatMap((spot) => (spot?.family === place ? [spot.competence] : []));
  const lined = grid.competences.flatMap((_, at) => (lengthOf(trend, at, place) > 1 ? [at] : []));
  const from = told.filter((competence) => lined.includes(competence));
  return from.length > 0 ? from : lined.slice(0, 1);
}

/** Competences with the same figures in every round are one line with several names. */
function merged(lines: readonly TrendLine[], join: (titles: string[]) => string): TrendLine[] {
  const same = new Map<string, TrendLine[]>();
  for (const line of lines) same.set(line.values.join(), [...(same.get(line.values.join()) ?? []), line]);
  return [...same.values()].slice(0, mostLines).map((group) => ({ ...group[0]!, title: join(group.map(({ title }) => title)) }));
}

function lengthOf(trend: TrendOf, competence: number, place: number): number {
  return trend.figures[competence]![place]!.filter(Boolean).length;
}

function LineKey({ place, children }: { place: number; children: string }) {
  return (
    <li className="chart-legend--drawing">
      <svg className="chart-mark" viewBox="0 0 30 12" width="30" height="12" aria-hidden="true" focusable="false">
        <line className={`trend-key trend-key--${place}`} x1="0" x2="30" y1="6" y2="6" />
      </svg>
      {children}
    </li>
  );
}
