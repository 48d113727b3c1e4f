import { spokenIn, type Draft } from "#app/domain/desk/draft.ts";
import type { FieldGroup } from "#app/domain/desk/field.ts";
import { areWordsFixed } from "#app/domain/desk/licences.ts";
import { askedGroups } from "#app/domain/desk/matrix.ts";
import { problemsOf, type Place, type Repair } from "#app/domain/desk/problems.ts";
import { areasFor } from "#app/domain/desk/tree.ts";
import { groupsWithWords } from "#app/domain/desk/words.ts";
import type { Framework, FrameworkNode } from "#app/domain/framework/framework.ts";
import { placesOf } from "#app/domain/framework/upgrade.ts";
import { families, familyMember, staffFunction, staffFunctions } from "#app/domain/people/function-group.ts";
import { inEither, inLanguage, type Language, type Text } from "#app/domain/text.ts";

/** A node of the tree as a line in a list. */
export type TreeLine = { readonly id: string; readonly code: string; readonly title: string; readonly extra: boolean; readonly children: readonly TreeLine[] };
/** A problem in the reader's language. */
export type ProblemLine = { readonly place: Place; readonly sentence: string; readonly repair: Repair | null };
/** Everything on the page of one framework of the board. */
export type DeskView = {
  readonly title: string;
  readonly languages: readonly Language[];
  readonly derivedFrom: string | null;
  readonly wordsFixed: boolean;
  readonly tree: readonly TreeLine[];
  readonly topLayer: string;
  readonly problems: readonly ProblemLine[];
  readonly moreProblems: number;
  readonly asked: readonly { readonly who: string; readonly items: number }[];
};

/** More than this nobody mends in one go. */
const mostShown = 40;

/** The overview of a draft in the reader's language. */
export function deskView(draft: Draft, former: Framework | null, language: Language): DeskView {
  const { framework } = draft;
  const say = (text: Text) => inEither(text, language);
  const problems = problemsOf(draft, former);
  const line = (node: FrameworkNode): TreeLine => ({ id: node.id, code: node.code, title: say(node.title), extra: node.extra ?? false, children: (node.children ?? []).map(line) });
  return {
    title: say(framework.title),
    languages: spokenIn(framework),
    derivedFrom: framework.derivedFrom ? `${framework.derivedFrom.slug} ${framework.derivedFrom.version}` : null,
    wordsFixed: areWordsFixed(framework),
    tree: framework.nodes.map(line),
    topLayer: say(framework.layers[0]!.title),
    problems: problems.slice(0, mostShown).map(({ place, sentence, repair }) => ({ place, sentence: say(sentence), repair })),
    moreProblems: Math.max(0, problems.length - mostShown),
    asked: framework.instruments.flatMap(({ id, title }) => askedGroups(draft, id).map(({ who, items }) => ({ who: framework.instruments.length > 1 ? `${say(who)} · ${say(title)}` : say(who), items }))),
  };
}

/** One node to write at. */
export type ItemView = {
  readonly title: string;
  readonly code: string;
  readonly isCompetence: boolean;
  readonly extra: boolean;
  /** The name of what can be added under it; null for a competence. */
  readonly layerBelow: string | null;
  /** The areas that it can be moved to; none for an area, or for the only competence of one. */
  readonly areas: readonly { readonly value: string; readonly label: string }[];
  /** Who has words of their own, and who could get them. */
  readonly worded: readonly { readonly key: string; readonly who: string }[];
  readonly wordable: readonly { readonly value: string; readonly label: string }[];
};

/** A node with what can be done with it, in the reader's language. Null when it is not there. */
export function itemView({ framework }: Draft, id: string, language: Language): ItemView | null {
  const places = placesOf(framework);
  const place = places.get(id);
  if (!place) return null;
  const { node, isCompetence } = place;
  const worded = groupsWithWords(framework, node);
  const say = (text: Text) => inEither(text, language);
  let depth = 1;
  for (let up = place.parent; up !== null; up = places.get(up)!.parent) depth += 1;
  return {
    title: say(node.title),
    code: node.code,
    isCompetence,
    extra: node.extra ?? false,
    layerBelow: isCompetence ? null : say(framework.layers[depth]?.title ?? framework.layers.at(-1)!.title),
    areas: areasFor(framework, id).map(({ id: value, code, title }) => ({ value, label: `${code} ${say(title)}`.trim() })),
    worded: worded.map((key) => ({ key, who: audienceName(key, language) })),
    wordable: isCompetence ? audiences.filter((key) => !worded.includes(key)).map((key) => ({ value: key, label: audienceName(key, language) })) : [],
  };
}

const audiences: readonly string[] = families.flatMap((family) => [family, ...staffFunctions.filter((each) => each.family === family && each.id !== family).map(({ id }) => id)]);

/** A function family or a function, as one would say it. */
export function audienceName(key: string, language: Language): string {
  const named = staffFunction(key)?.title ?? (familyMember as Readonly<Record<string, Text>>)[key];
  return named ? inLanguage(named, language) : key;
}

/** True for what words can be written for at the desk. */
export function isWordable(key: string): boolean {
  return audiences.includes(key);
}

/** Groups of fields in the reader's language. */
export type FieldGroupView = Omit<FieldGroup, "legend" | "fields"> & {
  readonly legend: string | null;
  readonly fields: readonly (Omit<FieldGroup["fields"][number], "room"> & { readonly room: "line" | "lines" | "date" | readonly { readonly value: string; readonly label: string }[] })[];
};
export function groupViews(groups: readonly FieldGroup[], language: Language): FieldGroupView[] {
  return groups.map(({ key, legend, fields }) => ({
    key,
    legend: legend ? inLanguage(legend, language) : null,
    fields: fields.map(({ room, ...field }) => ({ ...field, room: typeof room === "string" ? room : room.map(({ value, label }) => ({ value, label: inLanguage(label, language) })) })),
  }));
}

