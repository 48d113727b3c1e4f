type Props = { levels: number; level: number | null; /** A band on from the level: the highest of several groups. */ upTo?: number; target: number | null; text?: string };

const step = 28;
const height = 24;
const bar = { top: 8, height: 13 } as const;

/**
 * Level against target on a scale of `levels` steps; level and target may be means (1..levels).
 * Blue is reached, outlined orange is open, the mark is the target. Silent, because the cell has the words; with `text` it is an image with that name.
 */
export function GapBar({ levels, level, upTo, target, text }: Props) {
  const width = levels * step;
  const reached = (level ?? 0) * step;
  const furthest = upTo === undefined ? reached : upTo * step;
  const aim = target === null ? null : target * step;
  const spoken = text === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": text };
  return (
    <svg className="gap-bar" viewBox={`0 0 ${width} ${height}`} width={width} height={height} focusable="false" {...spoken}>
      <rect className="gap-bar__track" x="0.5" y={bar.top + 0.5} width={width - 1} height={bar.height - 1} rx="2" />
      {aim !== null && level !== null && aim > furthest ? <rect className="gap-bar__open" x={furthest} y={bar.top + 0.75} width={aim - furthest} height={bar.height - 1.5} /> : null}
      {furthest > reached ? <rect className="gap-bar__range" x={reached} y={bar.top + 0.75} width={furthest - reached} height={bar.height - 1.5} /> : null}
      {level === null ? null : <rect className="gap-bar__level" x="0" y={bar.top} width={reached} height={bar.height} rx="2" />}
      {Array.from({ length: levels - 1 }, (_, place) => (
        <line key={place} className="gap-bar__step" x1={(place + 1) * step} x2={(place + 1) * step} y1={bar.top + 1} y2={bar.top + bar.height - 1} />
      ))}
      {aim === null ? null : <path className="gap-bar__target" d={`M${aim - 5} 0h10l-4 6v${height - 6}h-2V6Z`} />}
    </svg>
  );
}
