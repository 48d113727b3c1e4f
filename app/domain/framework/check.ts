import type { z } from "zod";
import { competencesOf, levelValue, type Framework, type FrameworkNode } from "#app/domain/framework/framework.ts";
import type { Profile } from "#app/domain/framework/profile.ts";
import { frameworkSchema, profileSchema } from "#app/domain/framework/schema.ts";
import { families, staffFunction, type Family } from "#app/domain/people/function-group.ts";

/** One thing wrong with a document: where in it, and why. Sentences are for whoever edits the file, in English. */
export type Problem = { readonly where: string; readonly reason: string };
export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

const maxDepth = 6;
const maxItems = 5_000;

/** Turns parsed JSON into a framework, or says everything that is wrong with it at once. */
export function checkFramework(json: unknown): Checked<Framework> {
  const parsed = frameworkSchema.safeParse(json);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) };
  const framework = parsed.data as Framework;
  const problems = [...treeProblems(framework), ...scaleProblems(framework), ...wordingProblems(framework)];
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: framework };
}

/** Turns parsed JSON into a profile that fits the framework it names, or says everything that is wrong with it. */
export function checkProfile(json: unknown, frameworkOf: (slug: string, version: string) => Framework | null): Checked<Profile> {
  const parsed = profileSchema.safeParse(json);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) };
  const profile = parsed.data as Profile;
  const framework = frameworkOf(profile.framework, profile.frameworkVersion);
  if (!framework) return { ok: false, problems: [{ where: "framework", reason: `there is no framework ${profile.framework}@${profile.frameworkVersion}` }] };
  const problems = profileProblems(profile, framework);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: profile };
}

function problemsOf(error: z.ZodError): Problem[] {
  return error.issues.map((issue) => ({ where: issue.path.map(String).join(".") || "(document)", reason: issue.message }));
}

/** Ids are for ever and must not be confusable: compared without case, spaces at the ends or Unicode form. */
function treeProblems(framework: Framework): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  const open: { node: FrameworkNode; depth: number; where: string }[] = framework.nodes.map((node) => ({ node, depth: 1, where: node.id }));
  let count = 0;
  while (open.length > 0) {
    const { node, depth, where } = open.pop()!;
    count += 1;
    const folded = node.id.normalize("NFC").trim().toLowerCase();
    const earlier = seen.get(folded);
    if (earlier !== undefined) problems.push({ where, reason: `id "${node.id}" stands twice (also at ${earlier})` });
    seen.set(folded, where);
    if (depth > maxDepth) problems.push({ where, reason: `is deeper than ${maxDepth} layers` });
    if (node.children && node.children.length > 0) {
      if (node.levels || node.variants) problems.push({ where, reason: "has children, so it can have no level texts of its own" });
      if (depth >= framework.layers.length) problems.push({ where, reason: `layer ${depth + 1} of the tree has no name in "layers"` });
      for (const child of node.children) open.push({ node: child, depth: depth + 1, where: `${where}.${child.id}` });
    } else if (framework.scale && !node.levels) {
      problems.push({ where, reason: "has no level texts while the framework has a scale" });
    }
  }
  if (count > maxItems) problems.push({ where: "nodes", reason: `holds ${count} nodes; at most ${maxItems}` });
  return problems;
}

function scaleProblems({ scale, instruments }: Framework): Problem[] {
  const problems: Problem[] = [];
  const codes = scale?.levels.map(({ code }) => code) ?? [];
  if (new Set(codes).size !== codes.length) problems.push({ where: "scale.levels", reason: "a level code stands twice" });
  for (const instrument of instruments) {
    if (instrument.form === "choose-statement" && !scale) problems.push({ where: `instruments.${instrument.id}`, reason: "asks to choose a level, but the framework has no scale" });
  }
  if (new Set(instruments.map(({ id }) => id)).size !== instruments.length) problems.push({ where: "instruments", reason: "an instrument id stands twice" });
  return problems;
}

/** Each competence and each variant has one text per level, in the order of the scale. */
function wordingProblems(framework: Framework): Problem[] {
  const { scale } = framework;
  if (!scale) return [];
  const expected = scale.levels.map(({ code }) => code).join(" ");
  const problems: Problem[] = [];
  for (const { node } of competencesOf(framework)) {
    const sets = [["levels", node.levels ?? []] as const, ...Object.entries(node.variants ?? {}).map(([key, { levels }]) => [`variants.${key}`, levels] as const)];
    for (const [place, levels] of sets) {
      const found = levels.map(({ level }) => level).join(" ");
      if (found !== expected) problems.push({ where: `${node.id}.${place}`, reason: `has levels "${found}" where the scale has "${expected}"` });
    }
    for (const key of Object.keys(node.variants ?? {})) {
      if (!isAudience(key)) problems.push({ where: `${node.id}.variants.${key}`, reason: `unknown function group "${key}"` });
    }
  }
  return problems;
}

const isAudience = (key: string) => (families as readonly string[]).includes(key) || staffFunction(key) !== undefined;

function profileProblems(profile: Profile, framework: Framework): Problem[] {
  const problems: Problem[] = [];
  const competences = new Map(competencesOf(framework).map(({ node }) => [node.id, node]));
  if (!framework.instruments.some(({ id }) => id === profile.instrument)) problems.push({ where: "instrument", reason: `the framework has no instrument "${profile.instrument}"` });
  for (const [family, part] of Object.entries(profile.families) as [Family, NonNullable<Profile["families"][Family]>][]) {
    const at = `families.${family}`;
    for (const [id, { level }] of Object.entries(part.targets)) {
      if (!competences.has(id)) problems.push({ where: `${at}.targets.${id}`, reason: "the framework has no such competence" });
      else if (framework.scale && levelValue(framework.scale, level) === null) problems.push({ where: `${at}.targets.${id}`, reason: `the scale has no level "${level}"` });
    }
    for (const [functionId, { items, short }] of Object.entries(part.asked)) {
      const place = `${at}.asked.${functionId}`;
      if (functionId !== "*" && staffFunction(functionId)?.family !== family) problems.push({ where: place, reason: `the family has no function "${functionId}"` });
      for (const id of items) {
        if (!competences.has(id)) problems.push({ where: `${place}.items`, reason: `the framework has no competence "${id}"` });
        else if (!part.targets[id]) problems.push({ where: `${place}.items`, reason: `competence "${id}" is asked without a target` });
      }
      if (new Set(items).size !== items.length) problems.push({ where: `${place}.items`, reason: "a competence stands twice" });
      for (const id of short) if (!items.includes(id)) problems.push({ where: `${place}.short`, reason: `"${id}" is in the short selection but not among the items` });
    }
  }
  return problems;
}
