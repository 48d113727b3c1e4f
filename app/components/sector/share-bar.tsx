const width = 200;

/** A share of a hundred as a bar. Silent, because the cell has the words; the line at the end is a hundred per cent. */
export function ShareBar({ percent }: { percent: number }) {
  return (
    <svg className="share-bar" viewBox={`0 0 ${width} 16`} width={width} height="16" aria-hidden="true" focusable="false">
      <rect className="share-bar__track" x="0.5" y="1.5" width={width - 1} height="13" rx="2" />
      <rect className="share-bar__share" x="0" y="1" width={Math.max(1, (percent / 100) * width)} height="14" rx="2" />
    </svg>
  );
}
