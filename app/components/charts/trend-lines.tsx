import { CartesianGrid, Line, LineChart, ReferenceLine, XAxis, YAxis } from "recharts";
import type { Size } from "#app/components/charts/chart-figure.tsx";

/** One line: a figure per round, null where nothing could be shown. */
export type TrendLine = { readonly id: string; readonly title: string; readonly values: readonly (number | null)[] };
/** One round on the horizontal axis, by its month. `seam`: it was held with another version than the one before; `joined`: lines go on from there. */
export type TrendStop = { readonly id: string; readonly label: string; readonly seam: boolean; readonly joined: boolean };

type Props = Size & { lines: readonly TrendLine[]; rounds: readonly TrendStop[]; levels: readonly string[] };

/** Hue and dashes differ, so that no line is told by its colour alone; the same order as the key beside it. */
export const trendStrokes = ["none", "7 4", "2 4", "10 3 2 3"] as const;

/** Means from round to round on the steps of the scale. A seam stands as a dashed bar; a line stops where there is no figure, or nothing to compare. */
export function TrendLines({ lines, rounds, levels, width, height }: Props) {
  const parts = piecesOf(rounds);
  const data = rounds.map(({ id }, at) => ({
    id,
    ...Object.fromEntries(lines.flatMap((line) => parts.map(({ from, to }, piece) => [`${line.id} ${piece}`, at >= from && at < to ? line.values[at] : null]))),
  }));
  const labels = new Map(rounds.map(({ id, label }) => [id, label]));
  return (
    <LineChart data={data} width={width} height={height} margin={{ top: 12, right: 24, bottom: 0, left: 0 }} accessibilityLayer={false}>
      <CartesianGrid vertical={false} className="trend-grid" />
      <XAxis dataKey="id" tickFormatter={(id: string) => labels.get(id) ?? ""} height={44} tickMargin={14} padding={{ left: 48, right: 48 }} axisLine={false} tickLine={false} interval={width < 480 ? "equidistantPreserveStart" : 0} />
      <YAxis type="number" domain={[1, levels.length]} ticks={levels.map((_, at) => at + 1)} tickFormatter={(step: number) => levels[step - 1] ?? ""} width={width < 480 ? 84 : 112} axisLine={false} tickLine={false} />
      {rounds.map(({ id, seam }) => (seam ? <ReferenceLine key={id} x={id} className="trend-seam" /> : null))}
      {lines.flatMap((line, place) =>
        parts.map((_, piece) => (
          <Line
            key={`${line.id} ${piece}`}
            dataKey={`${line.id} ${piece}`}
            className={`trend-line trend-line--${place}`}
            strokeDasharray={trendStrokes[place % trendStrokes.length]!}
            strokeWidth={2.5}
            type="linear"
            dot={{ r: 4.5, className: `trend-dot trend-dot--${place}`, strokeDasharray: "none" }}
            isAnimationActive={false}
          />
        )),
      )}
    </LineChart>
  );
}

/** Rounds that lines go on between belong together. */
function piecesOf(rounds: readonly TrendStop[]): { from: number; to: number }[] {
  const starts = rounds.flatMap(({ joined }, at) => (joined ? [] : [at]));
  return starts.map((from, piece) => ({ from, to: starts[piece + 1] ?? rounds.length }));
}
