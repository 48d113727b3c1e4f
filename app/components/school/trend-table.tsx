import { capital, useFigureWords } from "#app/components/school/figure-words.ts";
import { DateText } from "#app/components/ui/date-text.tsx";
import { ScrollTable } from "#app/components/ui/scroll-table.tsx";
import type { Report } from "#app/domain/figures/page.ts";
import { isSeam } from "#app/domain/figures/report.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { schoolCharts } from "#app/messages/school-charts.ts";
import { school } from "#app/messages/school.ts";

type Props = { report: Report; place: number; changed: ReadonlyMap<number, "up" | "down">; caption: string };

/** One family's means per round, oldest first. A dashed edge and words mark a change of version. */
export function TrendTable({ report: { facts, grid, trend }, place, changed, caption }: Props) {
  const t = useMessages(schoolCharts);
  const s = useMessages(school);
  const words = useFigureWords(facts);
  const { rounds, figures, ranges, links } = trend;
  const family = grid.families[place]!;
  const edges = rounds.map((_, at) => (isSeam(trend, at) ? "trend-table__seam" : undefined));
  return (
    <ScrollTable label={caption}>
      <table className="trend-table">
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{capital(facts.noun.one)}</th>
            {rounds.map(({ id, name, closedAt, version, comparable }, at) => (
              <th key={id} scope="col" className={edges[at]}>
                {name}
                <span className="trend-table__more">
                  <DateText at={closedAt} />
                </span>
                {edges[at] ? <span className="trend-table__more">{t.seam(version)}</span> : null}
                {comparable ? null : <span className="trend-table__more">{t.notComparable}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grid.competences.map(({ id, title }, competence) =>
            grid.cells[competence]![place] === "not-asked" ? null : (
              <tr key={id}>
                <th scope="row">{title}</th>
                {rounds.map((round, at) => {
                  const figure = figures[competence]![place]![at];
                  const range = ranges?.[competence]![place]![at];
                  const { why, reworded } = links[competence]![at]!;
                  const change = at === rounds.length - 1 ? changed.get(competence) : undefined;
                  return (
                    <td key={round.id} className={edges[at]}>
                      {figure ? words.shown(figure) : range ? words.spreadShort(range) : <span className="school-soft">{why ? t.otherQuestion[why] : s.closedShort}</span>}
                      {figure || range ? <span className="trend-table__more">{figure ? s.n[figure.n] : s.schoolCount(range!.schools)}</span> : null}
                      {(figure || range) && reworded.includes(family) ? <span className="trend-table__more">{t.reworded}</span> : null}
                      {change ? <b> {change === "up" ? t.higher : t.lower}</b> : null}
                    </td>
                  );
                })}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </ScrollTable>
  );
}
