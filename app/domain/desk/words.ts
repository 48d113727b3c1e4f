import { spokenIn, type Draft } from "#app/domain/desk/draft.ts";
import { optionalText, plainField, textFields, textFrom, typedIn, type DeskErrors, type FieldGroup, type Values } from "#app/domain/desk/field.ts";
import { changeNode } from "#app/domain/desk/tree.ts";
import { folded } from "#app/domain/framework/check-instruments.ts";
import type { Framework, FrameworkNode, Instrument, InstrumentItem, LevelText, Objective, Scale, Variant } from "#app/domain/framework/framework.ts";
import { placesOf, type Placed } from "#app/domain/framework/upgrade.ts";
import { inEither, type Language, type Text } from "#app/domain/text.ts";

/** A draft with a change, or what is wrong with what was typed. */
export type Edited = { readonly ok: true; readonly draft: Draft } | { readonly ok: false; readonly errors: DeskErrors };

/** Words per level that belong together: those of the framework's own scale, or those of an instrument with steps of its own. */
type WordSet = { readonly key: string; readonly scale: Scale; readonly form: Instrument["form"]; readonly instrument: string | null };

const mostObjectives = 12;

/** All texts of one node, in the words for one function group (null: the general ones). Null when there is no such node or wording. */
export function nodeFields(framework: Framework, id: string, group: string | null): FieldGroup[] | null {
  const place = placesOf(framework).get(id);
  if (!place || (group !== null && !hasWordsFor(framework, place.node, group))) return null;
  const { node, isCompetence } = place;
  const spoken = spokenIn(framework);
  const words: Variant = group === null ? node : (node.variants?.[group] ?? {});
  const optional = group !== null;
  const objectives = hasObjectives(framework, place, group);
  return [
    {
      key: "item",
      legend: null,
      fields: [
        ...(group === null ? [plainField("code", "code", node.code, 60)] : []),
        ...textFields(spoken, "title", "title", words.title, 200, { optional, room: "line" }),
        ...textFields(spoken, "description", "description", words.description, 1000, { optional }),
        ...(isCompetence || words.question ? textFields(spoken, "question", "question", words.question, 300, { optional: true, room: "line" }) : []),
        ...(objectives ? textFields(spoken, "objectives", "objectives", asLines(words.objectives), 4000, { optional: true }) : []),
        ...(isCompetence && group === null && framework.progression ? [plainField("progression", "progression", node.progression ?? "", 20, { optional: true, room: stepsOf(framework.progression) })] : []),
      ],
    },
    ...(isCompetence ? setsOf(framework).flatMap((set) => [...questionGroup(framework, node, group, set), ...levelGroups(framework, set, levelsOf(framework, node, group, set))]) : []),
  ];
}

/** The framework with what was typed about one node. Ids never change; a title of the publisher that is changed becomes ours. */
export function editNode(draft: Draft, id: string, group: string | null, sent: Values): Edited {
  const { framework } = draft;
  const groups = nodeFields(framework, id, group);
  if (!groups) return { ok: false, errors: {} };
  const fields = groups.flatMap((each) => each.fields);
  const { values, errors } = typedIn(fields, sent);
  const spoken = spokenIn(framework);
  const found: Record<string, DeskErrors[string]> = { ...errors };
  const code = values["code"];
  if (code === "") found["code"] ??= "required";
  if (code !== undefined && [...placesOf(framework).values()].some(({ node }) => node.id !== id && folded(node.code) === folded(code))) found["code"] ??= "twice";
  const lines = spoken.map((language) => linesIn(values[`objectives.${language}`] ?? ""));
  // A language in which none is written yet is still to be written.
  const written = lines.filter((each) => each.length > 0);
  if (written.some((each) => each.length !== written[0]!.length)) found[`objectives.${spoken.at(-1)!}`] ??= "uneven";
  if (lines.some((each) => each.length > mostObjectives) || lines.some((each) => each.some((line) => line.length > 300))) found[`objectives.${spoken[0]!}`] ??= lines.some((each) => each.length > mostObjectives) ? "too-many" : "too-long";
  if (Object.keys(found).length > 0) return { ok: false, errors: found };
  return { ok: true, draft: { ...draft, framework: withWords(framework, id, group, values) } };
}

function withWords(framework: Framework, id: string, group: string | null, values: Values): Framework {
  const spoken = spokenIn(framework);
  const sets = setsOf(framework);
  const own = sets.find(({ instrument }) => instrument === null);
  const place = placesOf(framework).get(id)!;
  const question = optionalText(spoken, values, "question");
  const changed = changeNode(framework, id, (node) => {
    const objectives = hasObjectives(framework, place, group) ? objectivesFrom(spoken, values, (group === null ? node.objectives : node.variants?.[group]?.objectives) ?? []) : undefined;
    const levels = own && place.isCompetence ? levelsFrom(spoken, values, own) : undefined;
    if (group !== null) {
      const [title, description] = [optionalText(spoken, values, "title"), optionalText(spoken, values, "description")];
      const variant: Variant = { ...(title ? { title } : {}), ...(description ? { description } : {}), ...(question ? { question } : {}), ...(objectives ? { objectives } : {}), ...(levels ? { levels } : {}) };
      return { ...node, variants: { ...node.variants, [group]: variant } };
    }
    const { question: _question, objectives: _objectives, levels: _levels, progression: _step, ...rest } = node;
    const title = textFrom(spoken, values, "title");
    const titleStatus = Object.fromEntries((["nl", "en"] as const).map((language) => [language, title[language] === node.title[language] ? node.titleStatus[language] : "ours"])) as FrameworkNode["titleStatus"];
    const step = values["progression"];
    return { ...rest, code: values["code"] ?? node.code, title, titleStatus, description: textFrom(spoken, values, "description"), ...(question ? { question } : {}), ...(objectives ? { objectives } : {}), ...(step ? { progression: step } : {}), ...(levels ? { levels } : {}) };
  });
  if (!place.isCompetence) return changed;
  const instruments = changed.instruments.map((instrument): Instrument => {
    const set = sets.find((each) => each.instrument === instrument.id);
    const item = instrument.items?.[id];
    if (!set || !item) return instrument;
    const levels = levelsFrom(spoken, values, set);
    const asked = optionalText(spoken, values, `${set.key}.question`);
    const worded = <T extends { readonly question?: Text }>({ question: _question, ...rest }: T) => ({ ...rest, ...(asked ? { question: asked } : {}), levels });
    const next: InstrumentItem = group === null ? worded(item) : item.variants?.[group] ? { ...item, variants: { ...item.variants, [group]: worded(item.variants[group]) } } : item;
    return { ...instrument, items: { ...instrument.items, [id]: next } };
  });
  return { ...changed, instruments };
}

/** Words of its own for a function group, begun as a copy of the general ones. */
export function addWordsFor(draft: Draft, id: string, group: string): Draft {
  const { framework } = draft;
  const place = placesOf(framework).get(id);
  if (!place?.isCompetence || hasWordsFor(framework, place.node, group)) return draft;
  const { title, description, question, objectives, levels } = place.node;
  const variant: Variant = { title, description, ...(question ? { question } : {}), ...(objectives ? { objectives } : {}), ...(levels ? { levels } : {}) };
  const changed = changeNode(framework, id, (node) => ({ ...node, variants: { ...node.variants, [group]: variant } }));
  const instruments = changed.instruments.map((instrument): Instrument => {
    const item = instrument.items?.[id];
    return item ? { ...instrument, items: { ...instrument.items, [id]: { ...item, variants: { ...item.variants, [group]: { levels: item.levels } } } } } : instrument;
  });
  return { ...draft, framework: { ...changed, instruments } };
}

/** Takes the words for a function group away: from then on it reads the general ones. */
export function removeWordsFor(draft: Draft, id: string, group: string): Draft {
  const without = <T extends { readonly variants?: Readonly<Record<string, Variant>> }>(holder: T): T => {
    const { variants, ...rest } = holder;
    const left = Object.fromEntries(Object.entries(variants ?? {}).filter(([key]) => key !== group));
    return (Object.keys(left).length > 0 ? { ...rest, variants: left } : rest) as T;
  };
  const framework = changeNode(draft.framework, id, without);
  const instruments = framework.instruments.map((instrument): Instrument => (instrument.items?.[id] ? { ...instrument, items: { ...instrument.items, [id]: without(instrument.items[id]!) } } : instrument));
  return { ...draft, framework: { ...framework, instruments } };
}

/** The function groups that have words of their own for a node. */
export function groupsWithWords(framework: Framework, node: FrameworkNode): string[] {
  return [...new Set([...Object.keys(node.variants ?? {}), ...framework.instruments.flatMap(({ items }) => Object.keys(items?.[node.id]?.variants ?? {}))])];
}

const hasWordsFor = (framework: Framework, node: FrameworkNode, group: string) => groupsWithWords(framework, node).includes(group);

/** Objectives can be written where blocks are rated, and where there are some already. */
function hasObjectives({ instruments }: Framework, { node, isCompetence }: Placed, group: string | null): boolean {
  const words: Variant | undefined = group === null ? node : node.variants?.[group];
  return isCompetence && (instruments.some(({ form }) => form === "rate-block") || words?.objectives !== undefined);
}

function setsOf({ scale, instruments }: Framework): WordSet[] {
  const own = scale ? [{ key: "levels", scale, form: "choose-statement" as const, instrument: null }] : [];
  return [...own, ...instruments.flatMap((each, nth) => (each.scale ? [{ key: `i${nth}`, scale: each.scale, form: each.form, instrument: each.id }] : []))];
}

function levelsOf(framework: Framework, node: FrameworkNode, group: string | null, { instrument }: WordSet): readonly Partial<LevelText>[] {
  const holder = instrument === null ? node : framework.instruments.find(({ id }) => id === instrument)?.items?.[node.id];
  return (group === null ? holder?.levels : holder?.variants?.[group]?.levels) ?? [];
}

/** The question of one way of asking, where it has one of its own. */
function questionGroup(framework: Framework, node: FrameworkNode, group: string | null, { key, instrument }: WordSet): FieldGroup[] {
  const found = framework.instruments.find(({ id }) => id === instrument);
  const item = found?.items?.[node.id];
  const question = (group === null ? item : item?.variants?.[group])?.question;
  return found && question ? [{ key: `${key}.question`, legend: found.title, fields: textFields(spokenIn(framework), `${key}.question`, "question", question, 300, { optional: true, room: "line" }) }] : [];
}

function levelGroups(framework: Framework, { key, scale, form }: WordSet, levels: readonly Partial<LevelText>[]): FieldGroup[] {
  const spoken = spokenIn(framework);
  // With several rows of steps each says of which it is.
  const several = setsOf(framework).length > 1;
  const named = (language: Language, code: string, title: Text) => `${several ? `${inEither(scale.title, language)}: ` : ""}${code} · ${inEither(title, language)}`;
  return scale.levels.map(({ code, title }, nth) => {
    const text = levels.find(({ level }) => level === code);
    return {
      key: `${key}.${nth}`,
      legend: { nl: named("nl", code, title), en: named("en", code, title) },
      fields: [
        ...textFields(spoken, `${key}.${nth}.statement`, "statement", text?.statement, 1000, { optional: form === "rate-block" }),
        ...(form === "choose-option" && !text?.example ? [] : textFields(spoken, `${key}.${nth}.example`, "example", text?.example, 400, { optional: true })),
        ...(form === "choose-option" && !text?.nextStep ? [] : textFields(spoken, `${key}.${nth}.nextStep`, "nextStep", text?.nextStep, 400, { optional: true })),
      ],
    };
  });
}

function levelsFrom(spoken: readonly Language[], values: Values, { key, scale, form }: WordSet): LevelText[] {
  return scale.levels.map(({ code }, nth) => {
    const at = (part: string) => `${key}.${nth}.${part}`;
    const statement = form === "rate-block" ? optionalText(spoken, values, at("statement")) : textFrom(spoken, values, at("statement"));
    const [example, nextStep] = [optionalText(spoken, values, at("example")), optionalText(spoken, values, at("nextStep"))];
    return { level: code, ...(statement ? { statement } : {}), ...(example ? { example } : {}), ...(nextStep ? { nextStep } : {}) };
  });
}

const linesIn = (text: string) => text.split("\n").map((line) => line.trim()).filter(Boolean);
const asLines = (objectives: readonly Objective[] = []): Text => {
  const lines = (language: Language) => objectives.map(({ statement }) => statement[language]).join("\n").trim();
  return { nl: lines("nl"), en: lines("en") };
};

function objectivesFrom(spoken: readonly Language[], values: Values, before: readonly Objective[]): Objective[] | undefined {
  const lines = new Map(spoken.map((language) => [language, linesIn(values[`objectives.${language}`] ?? "")]));
  const said = (language: Language, nth: number) => (lines.get(language) ?? lines.get(spoken[0]!)!)[nth] ?? "";
  const count = Math.max(...[...lines.values()].map((each) => each.length));
  if (count === 0) return undefined;
  const codes = new Set(before.slice(0, count).map(({ code }) => code));
  const codeFor = (nth: number) => before[nth]?.code ?? Array.from({ length: mostObjectives * 2 }, (_, place) => String(place + 1)).find((code) => !codes.has(code) && codes.add(code))!;
  return Array.from({ length: count }, (_, nth) => ({ code: codeFor(nth), statement: { nl: said("nl", nth), en: said("en", nth) } }));
}

const stepsOf = ({ levels }: Scale) => [{ value: "", label: { nl: "geen", en: "none" } }, ...levels.map(({ code, title }) => ({ value: code, label: { nl: `${code} · ${title.nl}`, en: `${code} · ${title.en}` } }))];
