import { listed } from "#app/domain/format.ts";
import { continuityBetween, isSameScale, rewordingBetween, type Break, type Broken } from "#app/domain/framework/continuity.ts";
import { competencesOf, instrumentOf, titleOfInstrument, type Framework } from "#app/domain/framework/framework.ts";
import { compareVersions } from "#app/domain/framework/version.ts";
import { staffFunctions, type Family } from "#app/domain/people/function-group.ts";
import type { Text } from "#app/domain/text.ts";

/** A round as far as a new version matters to it: what it was held with, and what it asked. */
export type HeldRound = { readonly name: string; readonly version: string; readonly instrument: string; readonly families: readonly Family[]; readonly asked: readonly string[] };

/** What happens to the trend of one competence. seam: it goes on, over a seam; stops: what is asked from then on is another question. */
export type TrendEffect = { readonly instrument: Text; readonly title: Text; readonly effect: "seam" | "stops"; readonly why: "same" | "reworded" | "scale" | "instrument" | Exclude<Break, "new">; readonly into: readonly Text[]; readonly rounds: readonly string[] };

/**
 * What a version does to the trends of rounds that were held with older ones. Every competence that was asked is one trend, however many
 * rounds asked it. The rounds themselves keep their version and their figures.
 */
export function upgradeEffect(to: Framework, rounds: readonly HeldRound[], versions: readonly Framework[]): TrendEffect[] {
  const older = rounds.filter(({ version }) => compareVersions(version, to.version) < 0);
  const instruments = [...new Set(older.map(({ instrument }) => instrument))];
  return instruments.flatMap((instrument) => effectsOn(to, older.filter((round) => round.instrument === instrument), instrument, versions));
}

/** One question through the versions it was asked in, at its newest place. */
type Asked = { readonly from: Framework; readonly id: string; readonly title: Text; readonly rounds: HeldRound[] };

function effectsOn(to: Framework, rounds: readonly HeldRound[], instrumentId: string, versions: readonly Framework[]): TrendEffect[] {
  const known = instrumentOf(to, instrumentId) !== null;
  const onward = new Map<Framework, ReturnType<typeof goingOn>>();
  return trendsOf(rounds, versions).map(({ from, id, title, rounds: asking }): TrendEffect => {
    const { broken, into } = onward.get(from) ?? goingOn(from, to, versions);
    onward.set(from, { broken, into });
    const base = { instrument: titleOfInstrument(from, instrumentId), title, rounds: asking.map(({ name }) => name) };
    const nowId = into.get(id);
    const end = broken.find((each) => each.from.some((part) => part.id === id));
    if (nowId === undefined) return { ...base, effect: "stops", why: end && end.why !== "new" ? end.why : "gone", into: end?.to.map((part) => part.title) ?? [] };
    if (!known || !isSameScale(from, to, instrumentId)) return { ...base, effect: "stops", why: known ? "scale" : "instrument", into: [] };
    const families = new Set(asking.flatMap((round) => round.families));
    const isReworded = rewordingBetween(from, to, instrumentId);
    const reworded = staffFunctions.some(({ family, id: functionId }) => families.has(family) && isReworded({ thenId: id, nowId }, { family, functionId }));
    return { ...base, effect: "seam", why: reworded ? "reworded" : "same", into: [] };
  });
}

/** From newest to oldest: what goes on into a newer version that asked it too is the same trend. */
function trendsOf(rounds: readonly HeldRound[], versions: readonly Framework[]): Asked[] {
  const held = versions.filter(({ version }) => rounds.some((round) => round.version === version)).sort((a, b) => compareVersions(b.version, a.version));
  const trends: Asked[] = [];
  for (const from of held) {
    const newer = [...new Set(trends.map((trend) => trend.from))].map((each) => [each, goingOn(from, each, versions).into] as const);
    for (const { node } of competencesOf(from)) {
      const asking = rounds.filter((round) => round.version === from.version && round.asked.includes(node.id));
      if (asking.length === 0) continue;
      const trend = trends.find((each) => newer.some(([version, into]) => each.from === version && each.id === into.get(node.id)));
      if (trend) trend.rounds.push(...asking);
      else trends.push({ from, id: node.id, title: node.title, rounds: asking });
    }
  }
  return trends;
}

/** Where each competence of a version goes on in another: its id there. */
function goingOn(from: Framework, to: Framework, versions: readonly Framework[]): { readonly broken: readonly Broken[]; readonly into: ReadonlyMap<string, string> } {
  const { broken, of } = continuityBetween(from, to, versions);
  return { broken, into: new Map(competencesOf(to).flatMap(({ node }) => (of(node.id).id === null ? [] : [[of(node.id).id!, node.id] as const]))) };
}

/** What keeps a version where it is: the rounds held with it, and self-assessments apart from rounds. */
export type VersionUse = { readonly rounds: readonly string[]; readonly own: boolean };

/** Why a version cannot be withdrawn, naming what uses it; null when nothing does. */
export function withdrawalRefusal({ title, version }: { readonly title: Text; readonly version: string }, { rounds, own }: VersionUse): Text | null {
  if (rounds.length === 0 && !own) return null;
  const quoted = (language: keyof Text) => {
    const names = rounds.map((name) => `‘${name}’`);
    return listed(own ? [...names, language === "nl" ? "zelfscans buiten een ronde" : "self-assessments outside a round"] : names, language);
  };
  return {
    nl: `Versie ${version} van ${title.nl} kun je niet intrekken, want deze wordt gebruikt: ${quoted("nl")}. Er is niets veranderd: resultaten houden de woorden van hun eigen versie. Maak een nieuwe versie; nieuwe rondes gebruiken dan die.`,
    en: `You cannot withdraw version ${version} of ${title.en}, because it is in use: ${quoted("en")}. Nothing has changed: results keep the words of their own version. Make a new version instead; new rounds will then use that one.`,
  };
}
