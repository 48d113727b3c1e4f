import type { Draft } from "#app/domain/desk/draft.ts";
import type { Values } from "#app/domain/desk/field.ts";
import { answerScale, competencesOf, instrumentOf, type Scale } from "#app/domain/framework/framework.ts";
import type { FamilyProfile, Profile, Selection, Target } from "#app/domain/framework/profile.ts";
import { families, familyMember, isFamily, staffFunction, staffFunctions, type Family } from "#app/domain/people/function-group.ts";
import type { Text } from "#app/domain/text.ts";

/** Who the questions are for: a whole family, or one function that has questions of its own. */
export type MatrixGroup = { readonly key: string; readonly family: Family; readonly functionId: string | null; readonly who: Text };
export type MatrixRow = { readonly id: string; readonly area: string; readonly asked: boolean; readonly short: boolean; readonly target: string; readonly weight: number };
export type Matrix = { readonly group: MatrixGroup; readonly scale: Scale | null; readonly rows: readonly MatrixRow[]; /** Every competence is always asked: points only mean something over all of them. */ readonly allAsked: boolean; readonly needsTarget: boolean; /** Where a target is needed: the middle level, for a competence that has none yet. Else "". */ readonly proposed: string };

/** How much a competence may count. */
export const weights = [0.5, 1, 1.5, 2, 3] as const;

/** Everybody who can be asked something: five families, and each of their functions apart. */
export const matrixGroups: readonly MatrixGroup[] = families.flatMap((family) => [
  { key: family, family, functionId: null, who: familyMember[family] },
  ...staffFunctions.filter((each) => each.family === family && staffFunctions.filter((other) => other.family === family).length > 1).map(({ id, title }) => ({ key: `${family}.${id}`, family, functionId: id, who: title })),
]);

/** The group with this key, or null. */
export function matrixGroup(key: string): MatrixGroup | null {
  return matrixGroups.find((each) => each.key === key) ?? null;
}

/** What one group is asked with one instrument, competence by competence. Null when there is no such instrument. */
export function matrixOf({ framework, profiles }: Draft, instrumentId: string, group: MatrixGroup): Matrix | null {
  const instrument = instrumentOf(framework, instrumentId);
  if (!instrument) return null;
  const part = profiles.find((each) => each.instrument === instrumentId)?.families[group.family];
  const selection = part?.asked[group.functionId ?? "*"];
  const scale = answerScale(framework, instrument);
  const needsTarget = instrument.form === "choose-statement";
  return {
    group,
    scale,
    proposed: (needsTarget && scale?.levels[Math.floor((scale.levels.length - 1) / 2)]?.code) || "",
    allAsked: instrument.scoring === "points-in-bands",
    needsTarget,
    rows: competencesOf(framework).map(({ node: { id }, area }) => ({ id, area: area.id, asked: selection?.items.includes(id) ?? false, short: selection?.short.includes(id) ?? false, target: part?.targets[id]?.level ?? "", weight: part?.targets[id]?.weight ?? 1 })),
  };
}

/** Why a matrix cannot be kept, by competence: asked without a target, or an unknown choice. */
export type MatrixErrors = Readonly<Record<string, "no-target" | "not-a-choice">>;

/**
 * The draft with who is asked what; of one area only when the page showed no more (null: all of it). Fields: `in.<id>`, `short.<id>`, `target.<id>`, `weight.<id>`; a box that is not ticked is not sent.
 * Nobody is asked nothing: without a tick the group has no questionnaire.
 */
export function editMatrix(draft: Draft, instrumentId: string, group: MatrixGroup, sent: Values, area: string | null = null): { readonly ok: true; readonly draft: Draft } | { readonly ok: false; readonly errors: MatrixErrors } {
  const matrix = matrixOf(draft, instrumentId, group);
  const profile = draft.profiles.find((each) => each.instrument === instrumentId);
  if (!matrix || !profile) return { ok: true, draft };
  const errors: Record<string, MatrixErrors[string]> = {};
  const targets: Record<string, Target> = {};
  const ids = matrix.rows.map(({ id }) => id);
  const values: Values = { ...sent, ...Object.fromEntries(matrix.rows.filter((row) => area !== null && row.area !== area).flatMap(valuesOf)) };
  const field = (name: string, id: string) => (Object.hasOwn(values, `${name}.${id}`) ? values[`${name}.${id}`]! : "");
  const isAsked = (id: string) => field("in", id) !== "";
  for (const [nth, id] of ids.entries()) {
    const [level, weight] = [field("target", id), field("weight", id) || "1"];
    if (matrix.allAsked) continue;
    if (level !== "" && !matrix.scale?.levels.some(({ code }) => code === level)) errors[id] = "not-a-choice";
    else if (!isWeight(weight) && Number(weight) !== matrix.rows[nth]!.weight) errors[id] = "not-a-choice";
    // A proposal that nobody ticked was only a proposal.
    else if (!isAsked(id) && level === matrix.proposed && matrix.rows[nth]!.target === "") continue;
    else if (level !== "") targets[id] = { level, weight: Number(weight) };
    else if (matrix.needsTarget && isAsked(id)) errors[id] = "no-target";
  }
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const items = ids.filter(isAsked);
  const selection = selectionOf(matrix, ids, items, items.filter((id) => field("short", id) !== ""));
  return { ok: true, draft: { ...draft, profiles: draft.profiles.map((each) => (each === profile ? withSelection(each, group, selection, targets, matrix.needsTarget) : each)) } };
}

/** A row as its form would send it unchanged. */
const valuesOf = ({ id, asked, short, target, weight }: MatrixRow): [string, string][] => [[`in.${id}`, asked ? "on" : ""], [`short.${id}`, short ? "on" : ""], [`target.${id}`, target], [`weight.${id}`, String(weight)]];

const isWeight = (text: string) => weights.some((each) => String(each) === text);

function selectionOf({ allAsked }: Matrix, ids: readonly string[], items: readonly string[], short: readonly string[]): Selection | null {
  if (items.length === 0) return null;
  if (allAsked) return { items: ids, short: [] };
  // Without a choice the first third is the short questionnaire: there is always one.
  return { items, short: short.length > 0 ? short : items.slice(0, Math.max(1, Math.round(items.length / 3))) };
}

function withSelection(profile: Profile, { family, functionId }: MatrixGroup, selection: Selection | null, targets: FamilyProfile["targets"], needsTarget: boolean): Profile {
  const before = profile.families[family];
  const others = Object.entries(before?.asked ?? {}).filter(([key]) => key !== (functionId ?? "*"));
  const asked: Record<string, Selection> = Object.fromEntries(selection ? [...others, [functionId ?? "*", selection]] : others);
  const left = Object.fromEntries(Object.entries(profile.families).filter(([key]) => key !== family));
  if (Object.keys(asked).length === 0) return { ...profile, families: left };
  // A target that another function of the family still needs is not taken away.
  const needed = needsTarget ? new Set(others.flatMap(([, { items }]) => items)) : new Set<string>();
  const kept = Object.entries(before?.targets ?? {}).filter(([id]) => needed.has(id) && !Object.hasOwn(targets, id));
  const ordered = families.filter((each) => isFamily(each) && (each === family || left[each]));
  const next: Profile["families"] = Object.fromEntries(ordered.map((each) => [each, each === family ? { targets: { ...Object.fromEntries(kept), ...targets }, asked } : left[each]!]));
  return { ...profile, families: next };
}

/** How many competences each group is asked with an instrument; groups without a questionnaire are left out. */
export function askedGroups({ profiles }: Draft, instrumentId: string): { readonly key: string; readonly who: Text; readonly items: number }[] {
  const profile = profiles.find(({ instrument }) => instrument === instrumentId);
  return matrixGroups.flatMap(({ key, family, functionId, who }) => {
    const selection = profile?.families[family]?.asked[functionId ?? "*"];
    return selection ? [{ key, who: functionId ? (staffFunction(functionId)?.title ?? who) : who, items: selection.items.length }] : [];
  });
}
