import type { Draft } from "#app/domain/desk/draft.ts";
import { withGaps } from "#app/domain/desk/language.ts";
import { adaptationRefusal } from "#app/domain/desk/licences.ts";
import { settled } from "#app/domain/desk/tree.ts";
import type { Framework } from "#app/domain/framework/framework.ts";
import type { Profile } from "#app/domain/framework/profile.ts";
import { dayAfter } from "#app/domain/round.ts";
import { inEither, type Language, type Text } from "#app/domain/text.ts";

/** Whose draft it will be, on which day, under which slug. */
export type Beginner = { readonly board: string; readonly today: string; readonly slug: string };

/** Every framework of a board begins with this word, and no framework of the product does. */
const ownPrefix = "eigen-";
/** The first version of what a board makes. */
export const firstVersion = "0.1.0";

/** A slug of the board that is not in use: "eigen-digcompedu", "eigen-digcompedu-2". */
export function ownSlug(name: string, taken: readonly string[]): string {
  const plain = name.normalize("NFD").replaceAll(/[\u0300-\u036f]/g, "").toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-+|-+$/g, "");
  const stem = `${ownPrefix}${(plain.startsWith(ownPrefix) ? plain.slice(ownPrefix.length) : plain).slice(0, 34).replace(/-+$/, "") || "raamwerk"}`;
  const used = new Set(taken.map((each) => each.toLowerCase()));
  for (let count = 1; ; count += 1) {
    const slug = count === 1 ? stem : `${stem}-${count}`;
    if (!used.has(slug)) return slug;
  }
}

/** The slug of the profile that goes with one instrument of a board's framework. */
export function profileSlug(slug: string, instrument: string): string {
  return `${slug}-${instrument}`.slice(0, 60);
}

/**
 * A copy to adapt: the words of the source with its attribution and licence, said to be adapted, and who was asked what.
 * Ways of asking that count points stay behind: those points belong to exactly the questions of the source.
 * @returns null when the licence does not allow it, or when nothing is left to ask with
 */
export function copyOf(source: Framework, profiles: readonly Profile[], { board, today, slug }: Beginner): Draft | null {
  const instruments = source.instruments.filter(({ scoring }) => scoring !== "points-in-bands");
  if (adaptationRefusal(source) !== null || instruments.length === 0) return null;
  const { upgrade: _upgrade, ...rest } = source;
  const framework: Framework = {
    ...rest,
    slug,
    version: firstVersion,
    derivedFrom: { slug: source.slug, version: source.version },
    title: adapted(source.title, 200),
    shortTitle: adapted(source.shortTitle, 60),
    changes: { nl: cut(`Bewerkt door ${board}, naar versie ${source.version} van ${source.title.nl}. ${source.changes.nl}`, 800), en: cut(`Adapted by ${board}, from version ${source.version} of ${source.title.en}. ${source.changes.en}`, 800) },
    contact: cut(board, 200),
    reviewed: today,
    reviewBy: dayAfter(today, 365),
    instruments,
  };
  return settled({ framework, profiles: instruments.map(({ id, title }) => profileOf(framework, id, title, profiles.find((each) => each.instrument === id) ?? null, board)) });
}

/** A framework that came in from elsewhere, as a draft of the board: the same words, a slug of the board, and nobody asked yet. `alone`: texts that came in one language only; the other is to be written. */
export function broughtIn(source: Framework, { board, slug }: Beginner, alone: ReadonlyMap<string, Language> = new Map()): Draft {
  const { upgrade: _upgrade, ...rest } = withGaps(source, alone);
  // "Within this board only" was said of another board.
  const licence = rest.licence.id === "own-use" ? { ...rest.licence, id: "no-adaptation" } : rest.licence;
  const framework: Framework = { ...rest, licence, slug };
  return settled({ framework, profiles: framework.instruments.map(({ id, title }) => profileOf(framework, id, title, null, board)) });
}

/** The next version of a published one: the same words under a number that is not in use yet. What becomes of it decides the real number. */
export function nextVersion({ framework, profiles }: Draft, version: string, today: string): Draft {
  const { upgrade: _upgrade, ...rest } = framework;
  return { framework: { ...rest, version, reviewed: today, reviewBy: dayAfter(today, 365) }, profiles: profiles.map((profile) => ({ ...profile, version, frameworkVersion: version })) };
}

/** The draft under another version number. */
export function withVersion({ framework, profiles }: Draft, version: string): Draft {
  return { framework: { ...framework, version }, profiles: profiles.map((profile) => ({ ...profile, version, frameworkVersion: version })) };
}

/** Who is asked what with one instrument: as it was, or nobody yet. */
export function profileOf(framework: Framework, instrument: string, title: Text, source: Profile | null, board: string): Profile {
  return {
    schema: 1,
    slug: profileSlug(framework.slug, instrument),
    version: framework.version,
    title: profileTitle(framework, title),
    status: "ours",
    reasoning: source?.reasoning ?? { nl: cut(`De keuze wie welke vragen krijgt en met welk streefniveau, is van ${board}.`, 2000), en: cut(`The choice of who is asked which questions, and with which targets, is that of ${board}.`, 2000) },
    framework: framework.slug,
    frameworkVersion: framework.version,
    instrument,
    families: source?.families ?? {},
  };
}

/** What a profile is called: after its framework and its way of asking, also when those get another name. */
export function profileTitle({ shortTitle }: Pick<Framework, "shortTitle">, way: Text): Text {
  return { nl: cut(`Functieprofiel bij ${inEither(shortTitle, "nl")}: ${inEither(way, "nl")}`, 200), en: cut(`Function profile for ${inEither(shortTitle, "en")}: ${inEither(way, "en")}`, 200) };
}

function adapted(title: Text, max: number): Text {
  const marked = (text: string, mark: string) => (text.endsWith(mark) ? text : `${cut(text, max - mark.length - 1)} ${mark}`);
  return { nl: marked(title.nl, "(bewerkt)"), en: marked(title.en, "(adapted)") };
}

/** At most so many characters, with a sign where something is left out; never half a character. */
function cut(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1).replace(/[\ud800-\udbff]$/, "").trimEnd()}…`;
}
