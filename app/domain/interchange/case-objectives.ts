import { fieldOf, textOf, type Fields } from "#app/domain/interchange/json-fields.ts";

/**
 * Our own packages have the objectives of a competence as items under it, marked as such. Read back they are no competences, so they
 * are told in the words of the item they belong to, in its language. Items of others are left as they are.
 */
export function withObjectives(items: readonly Fields[]): readonly Fields[] {
  const own = (item: Fields) => fieldOf(fieldOf(item, "extensions"), "groeikompas");
  const keyOf = (id: string, item: Fields) => `${textOf(item, "language")} ${id}`;
  const found = new Map<string, string[]>();
  const rest = items.filter((item) => {
    const of = textOf(own(item), "objectiveOf");
    if (of === "") return true;
    const key = keyOf(of, item);
    found.set(key, [...(found.get(key) ?? []), `• ${textOf(item, "fullStatement")}`]);
    return false;
  });
  if (found.size === 0) return items;
  return rest.map((item) => {
    const objectives = found.get(keyOf(textOf(own(item), "id"), item));
    return objectives ? { ...item, notes: [textOf(item, "notes"), objectives.join("\n")].filter((text) => text !== "").join("\n\n") } : item;
  });
}
