import type { Measured } from "./load/measure.ts";

/** One line of the growth table: the same page on boards that differ in one thing. */
export type Growth = { readonly name: string; readonly columns: readonly string[]; readonly cells: readonly string[]; readonly ratios: readonly number[] };
/** What was measured at one size. */
export type Sized = { readonly size: string; readonly measured: readonly Measured[] };

/** How each page grows over the sizes: figures of each, and processor time as a multiple of the first. */
export function growthOver(what: string, sizes: readonly Sized[]): Growth[] {
  const [first] = sizes;
  if (!first || sizes.length < 2) return [];
  const cost = ({ appCpu, databaseCpu }: Measured) => appCpu + databaseCpu;
  return first.measured.map((base) => {
    const row = sizes.map(({ measured }) => measured.find(({ name }) => name === base.name)!);
    const ratios = row.map((each) => Math.round((cost(each) / cost(base)) * 100) / 100);
    return {
      name: base.name,
      columns: sizes.map(({ size }) => `${size} ${what}`.padStart(28)),
      cells: row.map((each, at) => `${each.p50.toFixed(1)} / ${each.appCpu.toFixed(1)} + ${each.databaseCpu.toFixed(1)}${at === 0 ? "" : ` ×${ratios[at]!.toFixed(2)}`}`.padStart(28)),
      ratios,
    };
  });
}
