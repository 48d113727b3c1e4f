import { competencesOf, type Band, type Framework, type Instrument, type LevelText, type Scale } from "#app/domain/framework/framework.ts";
import { families, staffFunction } from "#app/domain/people/function-group.ts";

/** One thing wrong with a document: where in it, and why. Sentences are for whoever edits the file, in English. */
export type Problem = { readonly where: string; readonly reason: string };

/** What would look the same to a reader: case, spaces at the ends and Unicode form do not tell two names apart. */
export const folded = (text: string): string => text.normalize("NFC").trim().toLowerCase();

/** True for a function family or a function: what words can be written for. */
export const isAudience = (key: string): boolean => (families as readonly string[]).includes(key) || staffFunction(key) !== undefined;

/** What is wrong with a set of level texts: there is one per step, in the order of the scale. */
export function levelProblems(scale: Scale, where: string, levels: readonly Pick<LevelText, "level">[]): Problem[] {
  const expected = scale.levels.map(({ code }) => code).join(" ");
  const found = levels.map(({ level }) => level).join(" ");
  return found === expected ? [] : [{ where, reason: `has levels "${found}" where the scale has "${expected}"` }];
}

/** What is wrong with the scales of a framework and with the instruments that ask it. */
export function instrumentProblems(framework: Framework): Problem[] {
  const { scale, progression, instruments } = framework;
  const problems = [...codeProblems("scale", scale), ...codeProblems("progression", progression)];
  if (new Set(instruments.map(({ id }) => folded(id))).size !== instruments.length) problems.push({ where: "instruments", reason: "an instrument id stands twice" });
  for (const instrument of instruments) {
    const at = `instruments.${instrument.id}`;
    problems.push(...codeProblems(`${at}.scale`, instrument.scale), ...formProblems(framework, instrument, at), ...itemProblems(framework, instrument, at), ...ruleProblems(framework, instrument, at));
  }
  return problems;
}

function codeProblems(where: string, scale: Scale | null | undefined): Problem[] {
  const codes = scale?.levels.map(({ code }) => code) ?? [];
  return new Set(codes.map(folded)).size === codes.length ? [] : [{ where: `${where}.levels`, reason: "a level code stands twice" }];
}

function formProblems(framework: Framework, { form, scale }: Instrument, at: string): Problem[] {
  if (form === "choose-statement") {
    if (scale) return [{ where: `${at}.scale`, reason: "a statement per level is chosen on the framework's scale, so the instrument has none of its own" }];
    return framework.scale ? [] : [{ where: at, reason: "asks to choose a level, but the framework has no scale" }];
  }
  return scale ? [] : [{ where: at, reason: `the form "${form}" needs a scale of its own` }];
}

function itemProblems(framework: Framework, { form, scale, items }: Instrument, at: string): Problem[] {
  if (!scale) return items ? [{ where: `${at}.items`, reason: "only an instrument with a scale of its own has words of its own" }] : [];
  const competences = new Set(competencesOf(framework).map(({ node }) => node.id));
  const problems: Problem[] = [...competences].flatMap((id) => (items?.[id] ? [] : [{ where: `${at}.items`, reason: `has no item for competence "${id}"` }]));
  for (const [id, item] of Object.entries(items ?? {})) {
    const where = `${at}.items.${id}`;
    if (!competences.has(id)) problems.push({ where, reason: "the framework has no such competence" });
    problems.push(...levelProblems(scale, where, item.levels));
    for (const [key, { levels }] of Object.entries(item.variants ?? {})) {
      if (!isAudience(key)) problems.push({ where: `${where}.variants.${key}`, reason: `unknown function group "${key}"` });
      problems.push(...levelProblems(scale, `${where}.variants.${key}`, levels ?? []));
    }
    if (form === "choose-option" && [item, ...Object.values(item.variants ?? {})].some(({ levels }) => levels?.some(({ statement }) => statement === undefined))) problems.push({ where, reason: "an option has no statement" });
  }
  return problems;
}

function ruleProblems(framework: Framework, { scoring, bands, lowest, scale }: Instrument, at: string): Problem[] {
  if (bands && scoring !== "points-in-bands") return [{ where: `${at}.bands`, reason: `the rule "${scoring}" has no bands` }];
  if (scoring === "blocks-mastered") return blockProblems(framework, at);
  if (scoring !== "points-in-bands") return [];
  if (!bands || !framework.scale || !scale || lowest !== 0) return [{ where: at, reason: 'points in bands need "bands", "lowest": 0, a scale of the instrument and one of the framework' }];
  const perItem = scale.levels.length - 1;
  const problems = bandProblems(framework.scale, bands.total, perItem * competencesOf(framework).length, `${at}.bands.total`);
  for (const { id } of framework.nodes) {
    const own = bands.areas[id];
    const most = perItem * competencesOf({ ...framework, nodes: framework.nodes.filter((node) => node.id === id) }).length;
    if (own) problems.push(...bandProblems(framework.scale, own, most, `${at}.bands.areas.${id}`));
    else problems.push({ where: `${at}.bands.areas`, reason: `has no bands for area "${id}"` });
  }
  for (const id of Object.keys(bands.areas)) if (!framework.nodes.some((node) => node.id === id)) problems.push({ where: `${at}.bands.areas.${id}`, reason: "the framework has no such area" });
  return problems;
}

/** Bands name every level in order; the first begins at 0 and each begins where it can be reached. */
function bandProblems(scale: Scale, bands: readonly Band[], most: number, where: string): Problem[] {
  const problems: Problem[] = levelProblems(scale, where, bands);
  bands.forEach(({ from }, place) => {
    if (place === 0 ? from !== 0 : from <= bands[place - 1]!.from) problems.push({ where, reason: place === 0 ? "does not begin at 0" : `"from" does not go up at ${from}` });
    if (from > most) problems.push({ where, reason: `begins at ${from}, but at most ${most} points can be had` });
  });
  return problems;
}

/** A level per area can only be derived when its blocks stand on steps that go up; without a progression there is none. */
function blockProblems({ nodes, progression }: Framework, at: string): Problem[] {
  if (!progression) return [];
  const place = (code: string | undefined) => progression.levels.findIndex((level) => level.code === code);
  return nodes.flatMap((area) => {
    const steps = (area.children ?? []).map(({ progression: code }) => place(code));
    const up = steps.length > 0 && steps.every((step, nth) => step >= 0 && (nth === 0 || step > steps[nth - 1]!));
    return up ? [] : [{ where: area.id, reason: `its blocks do not stand on steps of the progression that go up, which ${at} needs` }];
  });
}
