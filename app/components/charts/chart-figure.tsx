import { lazy, Suspense, useEffect, useRef, useState, type ComponentType, type LazyExoticComponent, type ReactNode } from "react";
import { Explain } from "#app/components/ui/explain.tsx";
import { Figure } from "#app/components/ui/figure.tsx";
import { charts } from "#app/messages/charts.ts";
import { useMessages } from "#app/messages/catalogue.ts";

/** The box a drawing gets, in CSS pixels. */
export type Size = { readonly width: number; readonly height: number };

type Props = {
  /** Unique on the page. */
  id: string;
  /** What the drawing shows, in one sentence: the caption that everybody reads. */
  finding: ReactNode;
  /** n van N, date, framework and version. */
  note?: ReactNode;
  /** What is drawn, for who does not see it: "Niveau en doel per competentie". */
  name: string;
  /** How it is drawn and what stands out, for who does not see it. */
  description: string;
  /** Pixels kept free before the drawing comes, below and above 48 rem. */
  height: { readonly narrow: number; readonly wide: number };
  /** What the colours and marks mean; always with words. */
  legend?: ReactNode;
  /** The drawing, made with `lazyDrawing`; called in the browser only, once the box has a size. */
  drawing: (size: Size) => ReactNode;
  /** The table with the same figures: the truth, and all there is without JavaScript and on paper. */
  children: ReactNode;
  /** Puts the table behind "Toon als tabel"; leave it out when the table says more than the drawing. */
  folded?: boolean;
};

/**
 * A chart: the finding in words, the drawing with a name and a description, and the table it illustrates.
 * The server sends words and table; the drawing is loaded afterwards into space that was kept for it.
 */
export function ChartFigure({ id, finding, note, name, description, height, legend, drawing, children, folded = false }: Props) {
  const t = useMessages(charts);
  const box = useRef<HTMLDivElement>(null);
  const size = useSize(box);
  return (
    <Figure finding={finding} note={note}>
      {legend ? <ul className="chart-legend">{legend}</ul> : null}
      <div className="chart-box chart-box--kept" ref={box} role="img" aria-labelledby={`${id}-name`} aria-describedby={`${id}-about`}>
        <svg className="chart-strut chart-strut--narrow" width="1" height={height.narrow} aria-hidden="true" focusable="false" />
        <svg className="chart-strut chart-strut--wide" width="1" height={height.wide} aria-hidden="true" focusable="false" />
        <div className="chart-canvas" aria-hidden="true">{size ? <Suspense fallback={null}>{drawing(size)}</Suspense> : null}</div>
      </div>
      <span id={`${id}-name`} hidden>
        {name}
      </span>
      <span id={`${id}-about`} hidden>
        {description}
      </span>
      {folded ? <div className="chart-table"><Explain title={t.asTable}>{children}</Explain></div> : children}
    </Figure>
  );
}

/** A drawing that loads after the page. When it does not arrive (a lost connection), the page stands and the table says it all. */
export function lazyDrawing<P extends object>(load: () => Promise<ComponentType<P>>): LazyExoticComponent<ComponentType<P>> {
  return lazy(async () => ({ default: await load().catch(() => Nothing) }));
}

function Nothing() {
  return null;
}

/** The size of a box in whole pixels, or null on the server, before the first measure, and when it is not shown. */
function useSize(box: { readonly current: HTMLElement | null }): Size | null {
  const [size, setSize] = useState<Size | null>(null);
  useEffect(() => {
    if (!box.current) return;
    const observer = new ResizeObserver(([entry]) => {
      const width = Math.floor(entry!.contentRect.width);
      const height = Math.floor(entry!.contentRect.height);
      if (width > 0 && height > 0) setSize((known) => (known?.width === width && known.height === height ? known : { width, height }));
    });
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [box]);
  return size;
}
