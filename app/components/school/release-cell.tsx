import type { FigureWords } from "#app/components/school/figure-words.ts";
import { heatOf, type GroupFigure } from "#app/domain/figures/figure.ts";
import type { Cell, Spread } from "#app/domain/figures/report.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { school } from "#app/messages/school.ts";

type Props = { cell: Cell; spread?: Spread | null | undefined; words: FigureWords };

/** A cell of the heat map: the mean on a hue for the size of the gap, with its class of n; or why there is none. */
export function ReleaseCell({ cell, spread, words }: Props) {
  const t = useMessages(school);
  if (cell === "not-asked") return <td className="heat__cell heat__cell--none">{t.notAsked}</td>;
  if (cell === "closed") return spread ? <SpreadCell spread={spread} words={words} /> : <ClosedCell />;
  const heat = heatOf(cell.gap);
  return (
    <td className={`heat__cell heat__cell--${heat === 0 ? "met" : heat}`}>
      {words.shown(cell)}
      <span className="heat__n">{t.n[cell.n]}</span>
    </td>
  );
}

/** What the schools show where the whole could not be published. */
function SpreadCell({ spread, words }: { spread: Spread; words: FigureWords }) {
  const t = useMessages(school);
  const heat = heatOf(spread.gap);
  return (
    <td className={`heat__cell heat__cell--${heat === 0 ? "met" : heat}`}>
      {words.spreadShort(spread)}
      <span className="heat__n">{t.schoolCount(spread.schools)}</span>
    </td>
  );
}

/** The mean of all families together: a number without a hue, because families have targets of their own. */
export function TotalCell({ figure, words }: { figure: GroupFigure | null; words: FigureWords }) {
  const t = useMessages(school);
  if (figure === null) return <ClosedCell />;
  return (
    <td className="heat__cell heat__cell--plain">
      {words.shown(figure)}
      <span className="heat__n">{t.n[figure.n]}</span>
    </td>
  );
}

function ClosedCell() {
  const t = useMessages(school);
  return (
    <td className="heat__cell heat__cell--closed">
      <span>{t.closedShort}</span>
    </td>
  );
}

/** What the hues and the hatching mean, in words. */
export function HeatKey() {
  const t = useMessages(school);
  return (
    <ul className="heat-key" aria-label={t.heatKey}>
      {t.heat.map((meaning, size) => (
        <li key={meaning}>
          <span className={`heat__cell heat__cell--${size === 0 ? "met" : size}`} />
          {meaning}
        </li>
      ))}
      <li>
        <span className="heat__cell heat__cell--closed" />
        {t.closedShort}: {t.heatClosed}
      </li>
    </ul>
  );
}
