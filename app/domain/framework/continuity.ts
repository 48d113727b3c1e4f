import { haveSameSteps } from "#app/domain/framework/diff.ts";
import { answerScale, instrumentOf, wordingFor, type Framework, type Instrument } from "#app/domain/framework/framework.ts";
import { asSeen } from "#app/domain/framework/spelling.ts";
import { linksBetween, placesOf } from "#app/domain/framework/upgrade.ts";
import { languages, type Text } from "#app/domain/text.ts";

/** Why an item of one version has nothing to stand beside in another. */
export type Break = "new" | "gone" | "split" | "merged";

/** Where an item of the version that is looked at stood in another one. `id` is its id there, null where a trend stops; then `why` says why. */
export type Stood = { readonly id: string; readonly why: null } | { readonly id: null; readonly why: Exclude<Break, "gone"> };

/** Items that do not go on between two versions, in the words of each: gone has no `to`, new no `from`. */
export type Broken = { readonly why: Break; readonly from: readonly Title[]; readonly to: readonly Title[] };
type Title = { readonly id: string; readonly title: Text };

/** How the competences of one version stand to those of another: what goes on from the one to the other, and what does not. */
export type Continuity = { readonly of: (id: string) => Stood; readonly broken: readonly Broken[] };

/**
 * What goes on between two versions. A trend follows an item where it is the same, reworded, renamed or moved: it is still one question.
 * It stops where a question was split, merged, added or taken away: what stands there then is another question.
 */
export function continuityBetween(then: Framework, now: Framework, versions: readonly Framework[] = []): Continuity {
  if (then.version === now.version) return { of: (id) => ({ id, why: null }), broken: [] };
  const [before, after] = [placesOf(then), placesOf(now)];
  const links = linksBetween(then, now, versions).filter(({ from, to }) => (before.get(from[0] ?? "") ?? after.get(to[0] ?? ""))!.isCompetence);
  const stood = new Map<string, Stood>();
  const broken: Broken[] = [];
  for (const { from, to } of links) {
    if (from.length === 1 && to.length === 1) {
      stood.set(to[0]!, { id: from[0]!, why: null });
      continue;
    }
    const why = from.length === 0 ? "new" : to.length === 0 ? "gone" : to.length > 1 ? "split" : "merged";
    if (why !== "gone") for (const id of to) stood.set(id, { id: null, why });
    broken.push({ why, from: from.map((id) => ({ id, title: before.get(id)!.node.title })), to: to.map((id) => ({ id, title: after.get(id)!.node.title })) });
  }
  return { of: (id) => stood.get(id) ?? { id: null, why: "new" }, broken };
}

/** Somebody an item is put to, in words of their own work. */
export type Reader = { readonly family: string; readonly functionId: string };

/**
 * Tells whether an item is asked in other words in another version, for somebody in this function; what only looks the same is the same.
 * Only the languages that both versions are written in are compared.
 */
export function rewordingBetween(then: Framework, now: Framework, instrumentId: string): (at: { readonly thenId: string; readonly nowId: string }, reader: Reader) => boolean {
  if (then.version === now.version) return () => false;
  const spoken = languages.filter((language) => [then, now].every((each) => (each.languages ?? languages).includes(language)));
  const wordsIn = (framework: Framework) => {
    const [instrument, places] = [instrumentOf(framework, instrumentId), placesOf(framework)];
    return (id: string, reader: Reader) => (instrument && places.has(id) ? askedWords(framework, instrument, places.get(id)!.node, reader, spoken) : "");
  };
  const [before, after] = [wordsIn(then), wordsIn(now)];
  return ({ thenId, nowId }, reader) => before(thenId, reader) !== after(nowId, reader);
}

/** All that stands on the page of a question, as one text. The next step comes after the answer, so it is not in it. */
function askedWords(framework: Framework, instrument: Instrument, node: Framework["nodes"][number], { family, functionId }: Reader, spoken: readonly (keyof Text)[]): string {
  const { title, question, description, objectives, levels } = wordingFor(framework, instrument, node, family, functionId);
  const texts = [title, question, description, ...objectives.map(({ statement }) => statement), ...levels.flatMap(({ statement, example }) => [statement, example])];
  return texts.map((text) => (text ? spoken.map((language) => asSeen(text[language])).join("\n") : "")).join("\n\n");
}

/** Whether an instrument is answered on the same steps in both versions, so that levels can be laid side by side. */
export function isSameScale(then: Framework, now: Framework, instrumentId: string): boolean {
  const [before, after] = [instrumentOf(then, instrumentId), instrumentOf(now, instrumentId)];
  return before !== null && after !== null && haveSameSteps(answerScale(then, before), answerScale(now, after));
}
