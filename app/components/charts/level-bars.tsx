import { Bar, BarChart, Text, XAxis, YAxis, type BarShapeProps } from "recharts";
import type { Size } from "#app/components/charts/chart-figure.tsx";

/** One line of the drawing: the area that the next lines belong to, or a competence; `instead` stands where a bar would be when there is no level. */
export type LevelBar =
  | { readonly id: string; readonly title: string; readonly level?: undefined }
  | { readonly id: string; readonly title: string; readonly level: number | null; /** A band on from the level: the highest of several groups. */ readonly upTo?: number; readonly target: number | null; readonly instead?: string };

type Props = Size & { bars: readonly LevelBar[]; /** The length of a whole bar, in steps. */ steps: number; /** What the axis says at its two ends. */ ends: readonly [lowest: string, highest: string] };

/** Level against target per competence, on the steps of the scale: blue is reached, outlined orange is open, the mark is the target. */
export function LevelBars({ bars, steps, ends, width, height }: Props) {
  const wide = width >= 640;
  const labels = wide ? Math.round(width * 0.4) : 0;
  return (
    <BarChart layout="vertical" data={[...bars]} width={width} height={height} margin={{ top: 0, right: 6, bottom: 0, left: 0 }} barCategoryGap={0} accessibilityLayer={false}>
      <XAxis
        type="number"
        domain={[0, steps]}
        ticks={[1, steps]}
        height={28}
        axisLine={false}
        tickLine={false}
        tick={({ x, y, payload }: { x: number | string; y: number | string; payload: { value: number } }) => (
          <text x={payload.value === 1 ? labels : x} y={Number(y) + 14} textAnchor={payload.value === 1 ? "start" : "end"} className="chart-bar__reason">
            {ends[payload.value === 1 ? 0 : 1]}
          </text>
        )}
      />
      <YAxis type="category" dataKey="id" width={labels} tick={false} axisLine={false} tickLine={false} />
      <Bar dataKey={(bar: LevelBar) => bar.level ?? 0} isAnimationActive={false} shape={(place: BarShapeProps) => <Line {...place} bar={place.payload as LevelBar} steps={steps} wide={wide} />} />
    </BarChart>
  );
}

// Recharts measures with this style and what the text before it had, not with the page's: so everything that makes a text wider is
// said, and drawn like that too. Else a title is cut that would fit, or runs out of the drawing.
const plain = { fontSize: "1rem", fontWeight: 400, letterSpacing: "normal", wordSpacing: "normal" } as const;
const small = { ...plain, fontSize: "0.875rem" } as const;
const inArea = { ...plain, fontWeight: 600 } as const;

type LineProps = BarShapeProps & { bar: LevelBar; steps: number; wide: boolean };

function Line({ bar, steps, wide, background, parentViewBox }: LineProps) {
  const top = background?.y ?? 0;
  const band = background?.height ?? 0;
  const left = background?.x ?? 0;
  const room = background?.width ?? 0;
  const whole = (parentViewBox?.width ?? room) + (parentViewBox?.x ?? 0);
  const thick = 14;
  const at = wide ? top + (band - thick) / 2 : top + band - thick - 8;
  const words = wide ? { y: top + band / 2, width: left - 16 } : { y: top + (band - thick - 8) / 2 - 2, width: whole };
  const x = (step: number) => left + (step / steps) * room;
  const isArea = bar.level === undefined;
  return (
    <g>
      <Text x={0} y={isArea ? top + band / 2 + 4 : words.y} width={isArea ? whole : words.width} maxLines={1} verticalAnchor="middle" style={isArea ? inArea : wide ? plain : small} className={isArea ? "chart-bar__area" : "chart-bar__title"}>
        {bar.title}
      </Text>
      {bar.level === undefined ? null : bar.level === null ? (
        <Text x={left} y={at + thick / 2} width={room} maxLines={1} verticalAnchor="middle" style={plain} className="chart-bar__reason">
          {bar.instead ?? ""}
        </Text>
      ) : (
        <>
          <rect className="chart-bar__track" x={left + 0.5} y={at + 0.5} width={Math.max(0, room - 1)} height={thick - 1} />
          {bar.target !== null && bar.target > (bar.upTo ?? bar.level) ? <rect className="chart-bar__open" x={x(bar.upTo ?? bar.level)} y={at + 0.5} width={x(bar.target) - x(bar.upTo ?? bar.level)} height={thick - 1} /> : null}
          {bar.upTo === undefined ? null : <rect className="chart-bar__range" x={x(bar.level)} y={at + 1} width={x(bar.upTo) - x(bar.level)} height={thick - 2} />}
          <rect className="chart-bar__level" x={left} y={at} width={x(bar.level) - left} height={thick} />
          {Array.from({ length: steps - 1 }, (_, step) => (
            <line key={step} className="chart-bar__step" x1={x(step + 1)} x2={x(step + 1)} y1={at + 1} y2={at + thick - 1} />
          ))}
          {bar.target === null ? null : <path className="chart-bar__target" d={`M${x(bar.target) - 5} ${at - 6}h10l-4 6v${thick + 3}h-2v-${thick + 3}Z`} />}
        </>
      )}
    </g>
  );
}
