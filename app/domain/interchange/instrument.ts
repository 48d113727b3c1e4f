import { folded } from "#app/domain/framework/check-instruments.ts";
import type { Instrument, Level, LevelText, Scale } from "#app/domain/framework/framework.ts";
import type { LooseFramework, LooseStep, Notes } from "#app/domain/interchange/loose.ts";
import { lost, repaired, wholeFile } from "#app/domain/interchange/notes.ts";
import type { Placed } from "#app/domain/interchange/place.ts";
import { cutTo, inBoth, lineOf, type Voice } from "#app/domain/interchange/voice.ts";
import type { Text } from "#app/domain/text.ts";

/** How the framework will be asked: its scale and level texts where every competence has them, else an instrument that rates. */
export type Asked = { readonly scale: Scale | null; readonly levels: ReadonlyMap<string, readonly LevelText[]>; readonly instrument: Instrument };

const official = { nl: "official", en: "official" } as const;
const own = { nl: "ours", en: "ours" } as const;
const mostSteps = 10;

/** What a scale calls "this is not about me". It is a reason, and never the lowest level. */
const absent = /^[^\p{L}]*(n\.?\s?v\.?\s?t\b|n\s?\/\s?a\b|n\.a\.|niet van toepassing|not applicable|does ?n[o']t apply|weet (ik )?niet|i? ?do(n'?t| not) know|geen (mening|antwoord)|no (opinion|answer)|niet in mijn werk|not in my work)/iu;

/** Chooses the way of asking that the file allows, with its own scale where it has one. */
export function askedFrom(loose: LooseFramework, leaves: readonly Placed[], voice: Voice, notes: Notes): Asked {
  const steps = stepsOf(loose.scale, voice, notes);
  if (!steps) return { scale: null, levels: new Map(), instrument: threeSteps(loose, leaves, voice) };
  const scale: Scale = { id: "source", title: { nl: "Niveaus van de bron", en: "Levels of the source" }, status: "official", levels: steps.map(({ level }) => level) };
  const texts = new Map(leaves.map((leaf) => [leaf.id, textsOf(leaf, steps, voice, notes)]));
  const short = leaves.filter(({ id }) => texts.get(id)!.some(({ statement }) => statement === undefined));
  if (short.length === 0) return { scale, levels: texts as ReadonlyMap<string, readonly LevelText[]>, instrument: statements };
  if ([...texts.values()].some((levels) => levels.some(({ statement }) => statement !== undefined))) lost(notes, "levels-missing", wholeFile, short.length, short.slice(0, 3).map(({ id, node }) => [...node.title.values()][0] ?? id));
  return { scale: null, levels: new Map(), instrument: { ...rating, scale, items: Object.fromEntries([...texts].map(([id, levels]) => [id, { levels }])) } };
}

type Step = { readonly level: Level; readonly from: number };

/** The steps that are levels, with codes of their own; null when they make no scale. */
function stepsOf(given: readonly LooseStep[] | null, voice: Voice, notes: Notes): readonly Step[] | null {
  if (!given || given.length === 0) {
    lost(notes, "no-levels", wholeFile);
    return null;
  }
  const said = given.map((step, from) => {
    const where = step.code || `level ${from + 1}`;
    const title = voice.say(step.title, where);
    return { from, code: step.code.trim(), title: title && lineOf(title), description: voice.say(step.description, where) };
  });
  const real = said.filter(({ title, code }) => {
    const name = title?.nl ?? code;
    const none = absent.test(name) || absent.test(title?.en ?? "");
    if (none) repaired(notes, "not-applicable-level", code || name, name);
    return !none;
  });
  if (real.length < 2) lost(notes, "levels-too-few", wholeFile);
  if (real.length > mostSteps) lost(notes, "levels-too-many", wholeFile, real.length);
  if (real.length < 2 || real.length > mostSteps) return null;
  const codes = codesOf(real);
  return real.map(({ from, title, description }, nth) => {
    const name = title ?? { nl: codes[nth]!, en: codes[nth]! };
    const words = description ?? name;
    if (Math.max(words.nl.length, words.en.length) > 500) lost(notes, "text-cut", codes[nth]!, Math.max(words.nl.length, words.en.length));
    const level: Level = { code: codes[nth]!, title: inBoth(name, (text) => cutTo(text, 80)), titleStatus: official, description: inBoth(words, (text) => cutTo(text, 500)) };
    return { level, from };
  });
}

/** The file's own codes when all are short and different, else the "B1" that the names begin with, else 1, 2, 3. */
function codesOf(steps: readonly { code: string; title: Text | null }[]): string[] {
  const usable = (codes: readonly string[]) => codes.every((code) => /^[\p{L}\p{N}][\p{L}\p{N} ._+-]{0,19}$/u.test(code)) && new Set(codes.map(folded)).size === codes.length;
  const given = steps.map(({ code }) => code);
  if (usable(given)) return given;
  const begins = steps.map(({ title }) => /^[A-C][12]\b/.exec(title?.en ?? "")?.[0] ?? "");
  return usable(begins) ? begins : steps.map((_, nth) => String(nth + 1));
}

function textsOf(leaf: Placed, steps: readonly Step[], voice: Voice, notes: Notes): Partial<LevelText>[] & { level: string; statement?: Text }[] {
  return steps.map(({ level: { code }, from }) => {
    const given = leaf.node.levels.find(({ step }) => step === from);
    const part = (words: Parameters<Voice["say"]>[0] | undefined, most: number) => {
      const text = words ? voice.say(words, leaf.id) : null;
      const longest = Math.max(text?.nl.length ?? 0, text?.en.length ?? 0);
      if (longest > most) lost(notes, "text-cut", leaf.id, longest);
      return text ? inBoth(text, (each) => cutTo(each, most)) : null;
    };
    const [statement, example, nextStep] = [part(given?.statement, 1_500), part(given?.example, 400), part(given?.nextStep, 400)];
    return { level: code, ...(statement ? { statement } : {}), ...(example ? { example } : {}), ...(nextStep ? { nextStep } : {}) };
  });
}

const statements: Instrument = {
  id: "statements",
  title: { nl: "Kies de zin die past", en: "Choose the sentence that fits" },
  form: "choose-statement",
  scoring: "level-as-chosen",
  explanation: { nl: "Je koos per competentie de zin die het best bij je werk past. Het niveau van die zin is jouw niveau. Er wordt niets opgeteld of gemiddeld.", en: "For each competence you chose the sentence that fits your work best. The level of that sentence is your level. Nothing is added up or averaged." },
  source: "The levels and their sentences come from the file that was brought in; the way of asking is ours.",
  status: "ours",
  secondsPerItem: 38,
};

const rating: Omit<Instrument, "scale" | "items"> = {
  id: "rating",
  title: { nl: "Waar sta je?", en: "Where do you stand?" },
  form: "rate-block",
  scoring: "blocks-mastered",
  explanation: { nl: "Je gaf per competentie aan welke stap bij je werk past. Elke competentie staat op zichzelf: er wordt niets opgeteld of gemiddeld.", en: "For each competence you said which step fits your work. Every competence stands by itself: nothing is added up or averaged." },
  source: "The steps come from the file that was brought in; the way of asking is ours.",
  status: "ours",
  secondsPerItem: 30,
};

const answers: readonly { code: string; title: Text; description: Text }[] = [
  { code: "not", title: { nl: "Nog niet", en: "Not yet" }, description: { nl: "Ik doe dit nog niet.", en: "I don't do this yet." } },
  { code: "partly", title: { nl: "Voor een deel", en: "In part" }, description: { nl: "Ik doe een deel hiervan.", en: "I do some of this." } },
  { code: "fully", title: { nl: "Helemaal", en: "Fully" }, description: { nl: "Ik doe dit helemaal.", en: "I do all of this." } },
];

/** Not, partly, fully: ours, in the words of the file where it has words for them. */
function threeSteps({ answers: words }: LooseFramework, leaves: readonly Placed[], voice: Voice): Instrument {
  const levels = answers.map(({ code, title, description }, nth): Level => {
    const said = words?.[nth] ? voice.say(words[nth], code) : null;
    return { code, title: said ? inBoth(lineOf(said), (text) => cutTo(text, 80)) : title, titleStatus: said ? official : own, description };
  });
  const scale: Scale = { id: "how-much", title: { nl: "Hoeveel je hiervan doet", en: "How much of this you do" }, status: "ours", levels };
  const asked = levels.map(({ code }) => ({ level: code }));
  return { ...rating, title: { nl: "Hoeveel doe je hiervan?", en: "How much of this do you do?" }, source: "Ours: the answer in three steps. The file that was brought in has no levels.", scale, lowest: 0, items: Object.fromEntries(leaves.map(({ id }) => [id, { levels: asked }])) };
}
