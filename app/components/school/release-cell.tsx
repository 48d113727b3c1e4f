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
  return (
    <td className={`heat__cell heat__cell--${hueOf(cell)}`}>
      {words.shown(cell)}
      <span className="heat__n">{t.n[cell.n]}</span>
      <Distance of={cell} />
    </td>
  );
}

/** A hue says how far the target is; without a target there is none. */
function hueOf({ target, gap }: Pick<Spread, "target" | "gap">): "plain" | "met" | 1 | 2 | 3 | 4 | 5 {
  return target === null ? "plain" : heatOf(gap) || "met";
}

/** What the hue says, in words: for who listens, and for who sees no hues. */
function Distance({ of: { target, gap } }: { of: Pick<Spread, "target" | "gap"> }) {
  const t = useMessages(school);
  return target === null ? null : <span className="heat__distance visually-hidden"> {t.heat[heatOf(gap)]}</span>;
}

/** What the schools show where the whole could not be published. */
function SpreadCell({ spread, words }: { spread: Spread; words: FigureWords }) {
  const t = useMessages(school);
  return (
    <td className={`heat__cell heat__cell--${hueOf(spread)}`}>
      {words.spreadShort(spread)}
      <span className="heat__n">{t.schoolCount(spread.schools)}</span>
      <Distance of={spread} />
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

/** What the hues and the hatching mean, in words; without targets there are no hues. */
export function HeatKey({ aimed }: { aimed: boolean }) {
  const t = useMessages(school);
  return (
    <ul className="heat-key" aria-label={t.heatKey}>
      {(aimed ? t.heat : []).map((meaning, size) => (
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
