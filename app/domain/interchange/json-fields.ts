/** A JSON object of which nothing is known. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A field that the object itself has; what every object answers to ("constructor") is none. */
export function fieldOf(value: unknown, name: string): unknown {
  return isFields(value) && Object.hasOwn(value, name) ? (value[name] ?? undefined) : undefined;
}

/** A field as text: texts and numbers are, everything else is "". */
export function textOf(value: unknown, ...names: readonly string[]): string {
  for (const name of names) {
    const found = fieldOf(value, name);
    if (typeof found === "string" && found.trim() !== "") return found;
    if (typeof found === "number" && Number.isFinite(found)) return String(found);
  }
  return "";
}

/** A field as a number, also when it was written as text; null when it is none. */
export function numberOf(value: unknown, ...names: readonly string[]): number | null {
  const text = textOf(value, ...names).trim();
  const number = text === "" ? Number.NaN : Number(text.replace(",", "."));
  return Number.isFinite(number) ? number : null;
}

/** A field as a list of objects; one object alone counts as a list of one. */
export function listOf(value: unknown, ...names: readonly string[]): readonly Fields[] {
  for (const name of names) {
    const found = fieldOf(value, name);
    if (Array.isArray(found)) return found.filter(isFields);
    if (isFields(found)) return [found];
  }
  return [];
}

/** A text, or the texts of a list. */
export function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return value.trim() === "" ? [] : [value];
  return Array.isArray(value) ? value.flatMap((each) => (typeof each === "string" && each.trim() !== "" ? [each] : [])) : [];
}

/** True when brackets stand more than so many deep. Without recursion, since that is what it guards. */
export function isDeeperThan(value: unknown, most: number): boolean {
  let layer: unknown[] = [value];
  for (let depth = 0; depth <= most && layer.length > 0; depth += 1) {
    const next: unknown[] = [];
    for (const each of layer) if (typeof each === "object" && each !== null) for (const part of Object.values(each)) if (typeof part === "object" && part !== null) next.push(part);
    layer = next;
  }
  return layer.length > 0;
}
