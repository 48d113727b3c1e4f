import type { ReactNode } from "react";
import { ChartFigure, lazyDrawing } from "#app/components/charts/chart-figure.tsx";
import { LegendItem } from "#app/components/charts/legend-item.tsx";
import { levelBarsHeight } from "#app/components/charts/level-bars-height.ts";
import type { LevelBar } from "#app/components/charts/level-bars.tsx";
import { DateText } from "#app/components/ui/date-text.tsx";
import type { Reason } from "#app/domain/assessment/answers.ts";
import { aimlessSentence, chosenSentence, profileSentence, reasonsSentence } from "#app/domain/result/report.ts";
import type { ResultPage } from "#app/domain/result/result.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { charts } from "#app/messages/charts.ts";
import { result } from "#app/messages/result.ts";
import { ui } from "#app/messages/ui.ts";

const LevelBars = lazyDrawing(async () => (await import("#app/components/charts/level-bars.tsx")).LevelBars);

type Props = { page: ResultPage; children: ReactNode };

/** All competences in one picture: level against target per area, with the tables as its truth. */
export function LevelChart({ page, children }: Props) {
  const t = useMessages(result);
  const key = useMessages(charts);
  const { growth } = useMessages(ui);
  const language = useLanguage();
  const { areas, levels, colophon, handedInAt } = page;
  const lines = areas.flatMap((area) => area.lines);
  const { total, hasTargets: aimed } = page;
  const finding = total ? t.total(total.points, total.max, total.level) : aimed ? profileSentence(lines, colophon.noun, language) : chosenSentence(lines, levels, colophon.noun, language);
  const bars = barsOf(page, (reason) => (reason ? growth[reason] : t.unanswered));
  return (
    <ChartFigure
      id="levels"
      finding={finding}
      note={
        <>
          {aimed && !total ? `${aimlessSentence(lines, colophon.noun, language)} ` : null}
          {reasonsSentence(lines, colophon.noun, language)} {colophon.framework}, {t.version(colophon.version)}, {t.handedIn} <DateText at={handedInAt} />.
        </>
      }
      name={(aimed ? t.chartName : t.chartNamePlain)(colophon.noun.many)}
      description={(aimed ? t.chartAbout : t.chartAboutPlain)(levels[0]!, levels[levels.length - 1]!, finding)}
      height={levelBarsHeight(bars.length)}
      legend={
        <>
          <LegendItem kind="level">{key.level}</LegendItem>
          {aimed ? <LegendItem kind="open">{key.open}</LegendItem> : null}
          {aimed ? <LegendItem kind="target">{key.target}</LegendItem> : null}
        </>
      }
      drawing={(size) => <LevelBars {...size} bars={bars} steps={levels.length + page.lowest - 1} ends={[levels[0]!, levels.at(-1)!]} />}
    >
      {children}
    </ChartFigure>
  );
}

/** The lines of the drawing: each area, then its competences with level and target, as the table has them. */
export function barsOf({ areas, lowest }: Pick<ResultPage, "areas" | "lowest">, instead: (reason: Reason | null) => string): LevelBar[] {
  return areas.flatMap(({ id, title, lines }) => [
    { id: `area ${id}`, title },
    ...lines.map(({ competenceId, title: name, level, target, reason }) => ({ id: competenceId, title: name, level: level === null ? null : level + lowest - 1, target: target === null ? null : target + lowest - 1, ...(level === null ? { instead: instead(reason) } : {}) })),
  ]);
}
