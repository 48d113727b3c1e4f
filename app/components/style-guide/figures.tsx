import { Sample } from "#app/components/style-guide/sample.tsx";
import { Figure } from "#app/components/ui/figure.tsx";
import { GapBar } from "#app/components/ui/gap-bar.tsx";
import { HeatCell } from "#app/components/ui/heat-cell.tsx";
import { ScrollTable } from "#app/components/ui/scroll-table.tsx";
import { Tag, type GrowthWord } from "#app/components/ui/tag.tsx";
import { decimal } from "#app/domain/format.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { guide } from "#app/messages/style-guide.ts";

const rows: readonly { level: number | null; target: number | null; word: GrowthWord }[] = [
  { level: 2, target: 4, word: "to-grow" },
  { level: 3, target: 4, word: "nearly" },
  { level: 5, target: 4, word: "on-target" },
  { level: null, target: null, word: "not-in-my-work" },
];
const heat: readonly (readonly (number | null)[])[] = [
  [2.5, 1.5, null],
  [0.5, 1, null],
  [0, 0.25, 0],
  [1.9, 1.2, 0.6],
];

/** Tables with bars in their cells, the heat map, and the room that a chart gets. */
export function Figures() {
  const t = useMessages(guide);
  return (
    <section>
      <h2>{t.sections.figures}</h2>
      <Sample name="ScrollTable, GapBar, Tag">
        <ScrollTable label={t.gaps.caption}>
          <table>
            <caption>
              {t.gaps.caption}
              <span className="caption__note">{t.gaps.note}</span>
            </caption>
            <thead>
              <tr>
                <th scope="col">{t.gaps.competence}</th>
                <th scope="col">{t.gaps.chosen}</th>
                <th scope="col">{t.gaps.bar}</th>
                <th scope="col">{t.gaps.word}</th>
              </tr>
            </thead>
            <tbody>
              <tr className="table__group">
                <th colSpan={4} scope="rowgroup">
                  {t.gaps.area}
                </th>
              </tr>
              {rows.map(({ level, target, word }, place) => (
                <tr key={place}>
                  <th scope="row">{t.gaps.rows[place]}</th>
                  <td>{level === null ? t.gaps.none : t.question.choices[level - 1]?.[0]}</td>
                  <td>
                    <GapBar levels={6} level={level} target={target} />
                  </td>
                  <td>
                    <Tag word={word} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollTable>
      </Sample>
      <HeatSample />
      <Sample name="GapBar">
        <GapBar levels={6} level={2} target={4} text={t.bar} />
      </Sample>
      <Sample name="Figure, .chart-box" state={t.states.empty}>
        <Figure finding={t.heat.finding} note={t.heat.note}>
          <div className="chart-box chart-box--small">
            <p>{t.chart}</p>
          </div>
        </Figure>
      </Sample>
    </section>
  );
}

function HeatSample() {
  const t = useMessages(guide);
  const language = useLanguage();
  return (
    <Sample name="Figure, HeatCell">
      <Figure finding={t.heat.finding} note={t.heat.note}>
        <ScrollTable label={t.heat.label}>
          <table className="heat">
            <caption>{t.heat.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.gaps.competence}</th>
                {t.heat.groups.map((group) => (
                  <th key={group} scope="col">
                    {group}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {heat.map((values, place) => (
                <tr key={place}>
                  <th scope="row">{t.heat.rows[place]}</th>
                  {values.map((value, column) =>
                    value === null ? <HeatCell key={column} closed why={t.heat.closed} /> : <HeatCell key={column} text={decimal(value, language)} size={sizeOf(value)} />,
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollTable>
        <ul className="heat-key">
          {(["met", "1", "5", "closed"] as const).map((kind, place) => (
            <li key={kind}>
              <span className={`heat__cell heat__cell--${kind}`} />
              {t.heat.key[place]}
            </li>
          ))}
        </ul>
      </Figure>
    </Sample>
  );
}

function sizeOf(gap: number): 0 | 1 | 2 | 3 | 4 | 5 {
  if (gap <= 0) return 0;
  return gap <= 0.5 ? 1 : gap <= 1 ? 2 : gap <= 1.5 ? 3 : gap <= 2 ? 4 : 5;
}
