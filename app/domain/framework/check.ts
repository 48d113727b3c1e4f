import type { z } from "zod";
import { upgradeProblems } from "#app/domain/framework/check-upgrade.ts";
import { folded, instrumentProblems, isAudience, levelProblems, type Problem } from "#app/domain/framework/check-instruments.ts";
import { answerScale, competencesOf, instrumentOf, levelValue, type Framework, type FrameworkNode } from "#app/domain/framework/framework.ts";
import type { Profile } from "#app/domain/framework/profile.ts";
import { frameworkSchema, profileSchema } from "#app/domain/framework/schema.ts";
import { staffFunction, type Family } from "#app/domain/people/function-group.ts";
import { isLanguage, type Text } from "#app/domain/text.ts";

export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

const maxDepth = 6;
const maxItems = 5_000;
/** Brackets inside brackets: six layers with the deepest texts take twenty. */
const maxNesting = 40;
/** More than this nobody reads. */
const mostProblems = 200;

/** Turns parsed JSON into a framework, or says everything that is wrong with it at once. */
export function checkFramework(json: unknown): Checked<Framework> {
  const parsed = shapeOf<Framework>(json, frameworkSchema);
  if (!parsed.ok) return parsed;
  const framework = parsed.value;
  return outcome(framework, [...treeProblems(framework), ...layerProblems(framework), ...instrumentProblems(framework), ...wordingProblems(framework), ...upgradeProblems(framework)]);
}

/** Turns parsed JSON into a profile that fits the framework it names, or says everything that is wrong with it. */
export function checkProfile(json: unknown, frameworkOf: (slug: string, version: string) => Framework | null): Checked<Profile> {
  const parsed = shapeOf<Profile>(json, profileSchema);
  if (!parsed.ok) return parsed;
  const profile = parsed.value;
  const framework = frameworkOf(profile.framework, profile.frameworkVersion);
  if (!framework) return { ok: false, problems: [{ where: "framework", reason: `there is no framework ${profile.framework}@${profile.frameworkVersion}` }] };
  return outcome(profile, profileProblems(profile, framework));
}

/** The value when nothing is wrong, else what is. */
export function outcome<T>(value: T, problems: readonly Problem[]): Checked<T> {
  if (problems.length === 0) return { ok: true, value };
  const left = problems.length - mostProblems;
  return { ok: false, problems: left > 0 ? [...problems.slice(0, mostProblems), { where: "(document)", reason: `has ${left} more things wrong with it` }] : problems };
}

/** Has the document the fields it should? Depth is looked at first, without recursion, because the schema works with it. */
export function shapeOf<T>(json: unknown, schema: z.ZodType): Checked<T> {
  const deep = Object.entries(typeof json === "object" && json !== null ? json : {}).find(([, value]) => isTooDeep(value));
  if (deep) return { ok: false, problems: [{ where: deep[0], reason: `is nested more than ${maxNesting} deep; a tree has at most ${maxDepth} layers` }] };
  const parsed = schema.safeParse(inBothLanguages(json));
  if (parsed.success) return { ok: true, value: parsed.data as T };
  return outcome<T>(null as T, parsed.error.issues.map((issue) => ({ where: issue.path.map(String).join(".") || "(document)", reason: reasonOf(issue) })));
}

function isTooDeep(value: unknown): boolean {
  let layer: unknown[] = [value];
  for (let depth = 0; depth <= maxNesting && layer.length > 0; depth += 1) layer = layer.flatMap((each) => (typeof each === "object" && each !== null ? Object.values(each).filter((part) => typeof part === "object") : []));
  return layer.length > 0;
}

/** A document in one language holds its words twice in memory, so that everything else can count on both. Depth was looked at before. */
function inBothLanguages(json: unknown): unknown {
  const only = (json as { languages?: unknown } | null)?.languages;
  const language = Array.isArray(only) && only.length === 1 && isLanguage(only[0]) ? only[0] : null;
  if (language === null) return json;
  const fill = (value: unknown): unknown => {
    // What is filled already stays the same object: a large document is not copied for nothing.
    if (Array.isArray(value)) {
      const filled = value.map(fill);
      return filled.some((part, nth) => part !== value[nth]) ? filled : value;
    }
    if (typeof value !== "object" || value === null) return value;
    const [key, ...more] = Object.keys(value);
    if (key === language && more.length === 0) return { nl: (value as Text)[language], en: (value as Text)[language] };
    const parts = Object.entries(value).map(([name, part]): [string, unknown] => [name, fill(part)]);
    return parts.some(([name, part]) => part !== (value as Record<string, unknown>)[name]) ? Object.fromEntries(parts) : value;
  };
  return fill(json);
}

/** zod's own words for a field that is not there speak of types and "undefined". */
function reasonOf({ code, message }: z.core.$ZodIssue): string {
  return code === "invalid_type" && message.endsWith("received undefined") ? "is missing" : message;
}

function layerProblems({ layers }: Framework): Problem[] {
  return new Set(layers.map(({ id }) => folded(id))).size === layers.length ? [] : [{ where: "layers", reason: "a layer id stands twice" }];
}

/** Ids are for ever, and ids and codes must not be confusable. */
function treeProblems(framework: Framework): Problem[] {
  const problems: Problem[] = [];
  const seen = { id: new Map<string, string>(), code: new Map<string, string>() };
  const open: { node: FrameworkNode; depth: number; where: string }[] = framework.nodes.map((node) => ({ node, depth: 1, where: node.id }));
  const inside: { where: string; target: string }[] = [];
  let count = 0;
  while (open.length > 0) {
    const { node, depth, where } = open.pop()!;
    count += 1;
    for (const { target } of node.links ?? []) if (target.startsWith("#")) inside.push({ where: `${where}.links`, target });
    for (const name of ["id", "code"] as const) {
      const earlier = seen[name].get(folded(node[name]));
      if (earlier !== undefined) problems.push({ where, reason: `${name} "${node[name]}" stands twice (also at ${earlier})` });
      else seen[name].set(folded(node[name]), where);
    }
    if (depth > maxDepth) problems.push({ where, reason: `is deeper than ${maxDepth} layers` });
    if (node.children && node.children.length > 0) {
      if (node.levels || node.variants || node.objectives) problems.push({ where, reason: "has children, so it can have no level texts or objectives of its own" });
      if (depth >= framework.layers.length) problems.push({ where, reason: `layer ${depth + 1} of the tree has no name in "layers"` });
      for (const child of node.children) open.push({ node: child, depth: depth + 1, where: `${where}.${child.id}` });
    } else if (framework.scale && !node.levels) {
      problems.push({ where, reason: "has no level texts while the framework has a scale" });
    }
    if (node.progression !== undefined && !framework.progression?.levels.some(({ code }) => code === node.progression)) problems.push({ where, reason: `the progression has no step "${node.progression}"` });
  }
  for (const { where, target } of inside) if (!seen.id.has(folded(target.slice(1)))) problems.push({ where, reason: `points at "${target}", which is no node of this framework` });
  if (count > maxItems) problems.push({ where: "nodes", reason: `holds ${count} nodes; at most ${maxItems}` });
  return problems;
}

/** Each competence and each variant has one text per level, in the order of the scale. */
function wordingProblems(framework: Framework): Problem[] {
  const { scale } = framework;
  const problems: Problem[] = [];
  for (const { node } of competencesOf(framework)) {
    if (scale) {
      problems.push(...levelProblems(scale, `${node.id}.levels`, node.levels ?? []));
      for (const [key, { levels }] of Object.entries(node.variants ?? {})) problems.push(...levelProblems(scale, `${node.id}.variants.${key}`, levels ?? []));
    }
    for (const key of Object.keys(node.variants ?? {})) {
      if (!isAudience(key)) problems.push({ where: `${node.id}.variants.${key}`, reason: `unknown function group "${key}"` });
    }
  }
  return problems;
}

function profileProblems(profile: Profile, framework: Framework): Problem[] {
  const instrument = instrumentOf(framework, profile.instrument);
  if (!instrument) return [{ where: "instrument", reason: `the framework has no instrument "${profile.instrument}"` }];
  const problems: Problem[] = [];
  const competences = new Map(competencesOf(framework).map(({ node }) => [node.id, node]));
  const scale = answerScale(framework, instrument);
  const inPoints = instrument.scoring === "points-in-bands";
  for (const [family, part] of Object.entries(profile.families) as [Family, NonNullable<Profile["families"][Family]>][]) {
    const at = `families.${family}`;
    for (const [id, { level }] of Object.entries(part.targets)) {
      if (!competences.has(id)) problems.push({ where: `${at}.targets.${id}`, reason: "the framework has no such competence" });
      else if (inPoints) problems.push({ where: `${at}.targets.${id}`, reason: "an instrument of points has no targets" });
      else if (scale && levelValue(scale, level) === null) problems.push({ where: `${at}.targets.${id}`, reason: `the scale has no level "${level}"` });
    }
    for (const [functionId, { items, short }] of Object.entries(part.asked)) {
      const place = `${at}.asked.${functionId}`;
      if (functionId !== "*" && staffFunction(functionId)?.family !== family) problems.push({ where: place, reason: `the family has no function "${functionId}"` });
      for (const id of items) {
        if (!competences.has(id)) problems.push({ where: `${place}.items`, reason: `the framework has no competence "${id}"` });
        else if (instrument.form === "choose-statement" && !part.targets[id]) problems.push({ where: `${place}.items`, reason: `competence "${id}" is asked without a target` });
      }
      if (new Set(items).size !== items.length) problems.push({ where: `${place}.items`, reason: "a competence stands twice" });
      for (const id of short) if (!items.includes(id)) problems.push({ where: `${place}.short`, reason: `"${id}" is in the short selection but not among the items` });
      if (inPoints && (items.length !== competences.size || short.length > 0)) problems.push({ where: place, reason: "points only mean something over all items: ask every competence, and no short selection" });
      if (!inPoints && short.length === 0) problems.push({ where: `${place}.short`, reason: "has no item" });
    }
  }
  return problems;
}
