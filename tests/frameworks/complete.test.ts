import { expect, test } from "vitest";
import { competencesOf, type LevelText } from "#app/domain/framework/framework.ts";
import { checkedLibrary } from "#scripts/commands/library.ts";

const { library } = checkedLibrary();
/** As long as a sentence to choose may be; what somebody brings in from elsewhere may be longer. */
const longest = 300;

// The schema leaves room for frameworks of others, which have fewer words. Ours have all of them.
test("every level text of the library has an example and a next step, and is short enough to choose from", () => {
  const lacking: string[] = [];
  let seen = 0;
  for (const framework of library.frameworks) {
    const at = (place: string, texts: readonly LevelText[], items: boolean) => {
      for (const { level, statement, example, nextStep } of texts) {
        seen += 1;
        const missing = [...(example || items ? [] : ["example"]), ...(nextStep ? [] : ["next step"]), ...(Math.max(statement?.nl.length ?? 0, statement?.en.length ?? 0) > longest ? ["short statement"] : [])];
        if (missing.length > 0) lacking.push(`${framework.slug}@${framework.version} · ${place} · ${level}: no ${missing.join(", ")}`);
      }
    };
    for (const { node } of competencesOf(framework)) {
      at(node.id, node.levels ?? [], false);
      for (const [key, { levels }] of Object.entries(node.variants ?? {})) at(`${node.id} ${key}`, levels ?? [], false);
    }
    for (const { id, items } of framework.instruments) for (const [key, item] of Object.entries(items ?? {})) at(`${id} ${key}`, item.levels, true);
  }
  expect(lacking).toEqual([]);
  expect(seen).toBeGreaterThan(300);
});
