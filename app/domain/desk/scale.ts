import { spokenIn, type Draft } from "#app/domain/desk/draft.ts";
import { plainField, textFields, textFrom, typedIn, type DeskErrors, type FieldGroup, type Values } from "#app/domain/desk/field.ts";
import { blankLevels } from "#app/domain/desk/tree.ts";
import type { Edited } from "#app/domain/desk/words.ts";
import { folded } from "#app/domain/framework/check-instruments.ts";
import type { Framework, FrameworkNode, Instrument, InstrumentItem, Level, LevelText, Scale, Variant } from "#app/domain/framework/framework.ts";
import type { Profile } from "#app/domain/framework/profile.ts";
import { inEither, type Language } from "#app/domain/text.ts";

/** A scale of the framework: its own (null) or that of an instrument. */
export type ScaleOf = string | null;

const least = 2;
const most = 10;

/** The scales of a framework that can be worded, each with its name and how many steps may still be added or taken away. */
export function scalesOf(framework: Framework): { readonly of: ScaleOf; readonly scale: Scale; readonly canAdd: boolean; readonly canRemove: boolean }[] {
  const own = framework.scale ? [{ of: null, scale: framework.scale, fixed: framework.instruments.some(({ bands }) => bands) }] : [];
  const others = framework.instruments.flatMap(({ id, scale, bands }) => (scale ? [{ of: id, scale, fixed: bands !== undefined }] : []));
  // Points and their bands belong to exactly these steps.
  return [...own, ...others].map(({ of, scale, fixed }) => ({ of, scale, canAdd: !fixed && scale.levels.length < most, canRemove: !fixed && scale.levels.length > least }));
}

/** The texts of every scale and its steps; last those of the progression, whose steps are the source's own. */
export function scaleFields(framework: Framework): FieldGroup[] {
  const spoken = spokenIn(framework);
  const { progression } = framework;
  return [...scalesOf(framework).flatMap(({ scale }, place) => textsOf(spoken, scale, `s${place}`, true)), ...(progression ? textsOf(spoken, progression, "p", false) : [])];
}

function textsOf(spoken: readonly Language[], { title, levels }: Scale, key: string, withCodes: boolean): FieldGroup[] {
  const named = (language: Language) => inEither(title, language);
  return [
    { key, legend: { nl: `Schaal: ${named("nl")}`, en: `Scale: ${named("en")}` }, fields: textFields(spoken, `${key}.title`, "title", title, 120, { room: "line" }) },
    ...levels.map(({ code, title: name, description }, nth): FieldGroup => {
      const at = `${key}.${nth}`;
      return {
        key: at,
        legend: { nl: `${named("nl")}: ${code}`, en: `${named("en")}: ${code}` },
        fields: [...(withCodes ? [plainField(`${at}.code`, "code", code, 20)] : []), ...textFields(spoken, `${at}.title`, "title", name, 80, { room: "line" }), ...textFields(spoken, `${at}.description`, "description", description, 500)],
      };
    }),
  ];
}

function stepFrom(spoken: readonly Language[], values: Values, level: Level, at: string): Level {
  const title = textFrom(spoken, values, `${at}.title`);
  const titleStatus = { nl: title.nl === level.title.nl ? level.titleStatus.nl : ("ours" as const), en: title.en === level.title.en ? level.titleStatus.en : ("ours" as const) };
  return { code: values[`${at}.code`] ?? level.code, title, titleStatus, description: textFrom(spoken, values, `${at}.description`) };
}

/** The framework with what was typed about its scales. A step with another code keeps its texts and targets. */
export function editScale(draft: Draft, sent: Values): Edited {
  const { values, errors } = typedIn(scaleFields(draft.framework).flatMap(({ fields }) => fields), sent);
  const found: Record<string, DeskErrors[string]> = { ...errors };
  const spoken = spokenIn(draft.framework);
  const scales = scalesOf(draft.framework);
  scales.forEach(({ scale }, place) => {
    const codes = scale.levels.map((_, nth) => values[`s${place}.${nth}.code`]!);
    codes.forEach((code, nth) => {
      const name = `s${place}.${nth}.code`;
      if (code === "") found[name] ??= "required";
      else if (codes.findIndex((each) => folded(each) === folded(code)) !== nth) found[name] ??= "twice";
    });
  });
  if (Object.keys(found).length > 0) return { ok: false, errors: found };
  const changed = scales.reduce((now, { of, scale }, place) => {
    const levels = scale.levels.map((level, nth) => stepFrom(spoken, values, level, `s${place}.${nth}`));
    const names = new Map(scale.levels.map(({ code }, nth) => [code, levels[nth]!.code]));
    return withLevels(now, of, { title: textFrom(spoken, values, `s${place}.title`), levels }, (texts) => texts.map((text) => ({ ...text, level: names.get(text.level) ?? text.level })), (code) => names.get(code) ?? code);
  }, draft);
  const { progression } = changed.framework;
  if (!progression) return { ok: true, draft: changed };
  const steps = { ...progression, title: textFrom(spoken, values, "p.title"), levels: progression.levels.map((level, nth) => stepFrom(spoken, values, level, `p.${nth}`)) };
  return { ok: true, draft: { ...changed, framework: { ...changed.framework, progression: steps } } };
}

/** Adds a step on top of a scale, with empty texts at every competence. Nothing changes where no step may be added. */
export function addLevel(draft: Draft, of: ScaleOf): Draft {
  const found = scalesOf(draft.framework).find((each) => each.of === of);
  if (!found?.canAdd) return draft;
  const { scale } = found;
  const taken = new Set(scale.levels.map(({ code }) => folded(code)));
  const code = Array.from({ length: most + 1 }, (_, nth) => String(scale.levels.length + 1 + nth)).find((each) => !taken.has(each))!;
  const level: Level = { code, title: { nl: "", en: "" }, titleStatus: { nl: "ours", en: "ours" }, description: { nl: "", en: "" } };
  const form = draft.framework.instruments.find(({ id }) => id === of)?.form ?? "choose-statement";
  const text = blankLevels({ ...scale, levels: [level] }, form);
  return withLevels(draft, of, { levels: [...scale.levels, level] }, (texts) => [...texts, ...text], (target) => target);
}

/** Takes a step away, with its text at every competence; a target on it moves to the step below. Nothing changes where no step may go. */
export function removeLevel(draft: Draft, of: ScaleOf, code: string): Draft {
  const found = scalesOf(draft.framework).find((each) => each.of === of);
  const place = found?.scale.levels.findIndex((level) => level.code === code) ?? -1;
  if (!found?.canRemove || place < 0) return draft;
  const levels = found.scale.levels.filter((level) => level.code !== code);
  const instead = levels[Math.max(0, place - 1)]!.code;
  return withLevels(draft, of, { levels }, (texts) => texts.filter(({ level }) => level !== code), (target) => (target === code ? instead : target));
}

/** The draft with other steps on one scale; the texts of every competence and the targets of the profiles follow. */
function withLevels(draft: Draft, of: ScaleOf, change: Pick<Scale, "levels"> & Partial<Pick<Scale, "title">>, texts: (before: readonly LevelText[]) => readonly LevelText[], target: (code: string) => string): Draft {
  const { framework } = draft;
  const variantsOf = (variants: Readonly<Record<string, Variant>>) => Object.fromEntries(Object.entries(variants).map(([key, each]) => [key, each.levels ? { ...each, levels: texts(each.levels) } : each]));
  const worded = <T extends { readonly levels?: readonly LevelText[]; readonly variants?: Readonly<Record<string, Variant>> }>(holder: T): T => ({
    ...holder,
    ...(holder.levels ? { levels: texts(holder.levels) } : {}),
    ...(holder.variants ? { variants: variantsOf(holder.variants) } : {}),
  });
  const inTree = (node: FrameworkNode): FrameworkNode => (node.children ? { ...node, children: node.children.map(inTree) } : worded(node));
  const instruments = framework.instruments.map((instrument): Instrument => {
    if (instrument.id !== of || !instrument.scale) return instrument;
    return { ...instrument, scale: { ...instrument.scale, ...change }, items: Object.fromEntries(Object.entries(instrument.items ?? {}).map(([id, item]): [string, InstrumentItem] => [id, worded(item)])) };
  });
  const own = of === null;
  const answersOn = (id: string) => (own ? framework.instruments.some((each) => each.id === id && !each.scale) : id === of);
  return {
    framework: { ...framework, instruments, ...(own && framework.scale ? { scale: { ...framework.scale, ...change }, nodes: framework.nodes.map(inTree) } : {}) },
    profiles: draft.profiles.map((profile): Profile => (answersOn(profile.instrument) ? withTargets(profile, target) : profile)),
  };
}

function withTargets(profile: Profile, target: (code: string) => string): Profile {
  const families = Object.entries(profile.families).map(([family, part]) => [family, { ...part, targets: Object.fromEntries(Object.entries(part.targets).map(([id, each]) => [id, { ...each, level: target(each.level) }])) }]);
  return { ...profile, families: Object.fromEntries(families) };
}
