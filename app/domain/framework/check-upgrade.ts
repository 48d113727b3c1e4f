import type { Problem } from "#app/domain/framework/check-instruments.ts";
import type { Framework } from "#app/domain/framework/framework.ts";
import { placesOf } from "#app/domain/framework/upgrade.ts";
import { compareVersions } from "#app/domain/framework/version.ts";

/** What is wrong with the upgrade of a document, as far as the document itself tells. */
export function upgradeProblems(framework: Framework): Problem[] {
  const { upgrade, version } = framework;
  if (!upgrade) return [];
  const problems: Problem[] = compareVersions(upgrade.from, version) < 0 ? [] : [{ where: "upgrade.from", reason: `is not older than this version (${version})` }];
  const places = placesOf(framework);
  const seen = { from: new Map<string, string>(), to: new Map<string, string>() };
  upgrade.items.forEach((item, place) => {
    const at = `upgrade.items.${place}`;
    for (const side of ["from", "to"] as const) {
      for (const id of item[side]) {
        const earlier = seen[side].get(id);
        if (earlier !== undefined) problems.push({ where: `${at}.${side}`, reason: `"${id}" stands twice (also at ${earlier})` });
        else seen[side].set(id, at);
      }
    }
    for (const id of item.to) if (!places.has(id)) problems.push({ where: `${at}.to`, reason: `this version has no "${id}"` });
    if (new Set(item.to.flatMap((id) => places.get(id)?.isCompetence ?? [])).size > 1) problems.push({ where: `${at}.to`, reason: "names an area and a competence: map each of them apart" });
    if (item.from.length === 0 && item.to.length === 0) problems.push({ where: at, reason: "is empty" });
    if (item.from.length > 1 && item.to.length > 1) problems.push({ where: at, reason: "makes several of several: split it into one to several, and several to one" });
  });
  return problems;
}

/** What is wrong with the upgrade of a version against the version it names; null when that one is not there. */
export function mappingProblems(after: Framework, before: Framework | null): Problem[] {
  if (!after.upgrade) return [];
  if (!before) return [{ where: "upgrade.from", reason: `there is no version ${after.upgrade.from} of ${after.slug}` }];
  const [then, now] = [placesOf(before), placesOf(after)];
  return after.upgrade.items.flatMap(({ from, to }, place) => {
    const where = `upgrade.items.${place}.from`;
    const unknown = from.filter((id) => !then.has(id)).map((id): Problem => ({ where, reason: `version ${before.version} has no "${id}"` }));
    const sorts = new Set([...from.flatMap((id) => then.get(id)?.isCompetence ?? []), ...to.flatMap((id) => now.get(id)?.isCompetence ?? [])]);
    return sorts.size > 1 ? [...unknown, { where, reason: "makes an area of a competence, or the other way round: say that the one is gone and the other new" }] : unknown;
  });
}
