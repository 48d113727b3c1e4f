const foot = 28;

/** The pixels that a drawing of so many level bars (areas included) needs: on a phone the title stands above its bar, else beside it. */
export function levelBarsHeight(lines: number): { narrow: number; wide: number } {
  return { narrow: lines * 54 + foot, wide: lines * 34 + foot };
}
