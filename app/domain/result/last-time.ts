import { continuityBetween, isSameScale, rewordingBetween, type Broken } from "#app/domain/framework/continuity.ts";
import { competencesOf, wordingFor, type Framework } from "#app/domain/framework/framework.ts";
import type { Language } from "#app/domain/text.ts";
import type { Before, BeginsHere, HandedIn, PersonalResult, Stopped } from "./result.ts";

/** The time before beside this one, question by question. */
export type LastTime = { readonly previous: PersonalResult["previous"]; readonly beforeOf: (id: string) => Before | null; readonly beginsAt: (id: string) => BeginsHere | null };

const nothing: LastTime = { previous: null, beforeOf: () => null, beginsAt: () => null };

/**
 * What can be laid beside a result, and what not and why. An answer follows its question from version to version; where the scale is another
 * one nothing is laid side by side.
 * @param versions all versions of the framework that are known
 */
export function lastTime(now: HandedIn, before: HandedIn | null, language: Language, versions: readonly Framework[]): LastTime {
  if (!before) return nothing;
  const base = { handedInAt: before.handedInAt, version: before.framework.version };
  if (before.instrument.id !== now.instrument.id || !isSameScale(before.framework, now.framework, now.instrument.id)) return { ...nothing, previous: { ...base, comparable: false, notAgain: [], stopped: [] } };
  const { of, broken } = continuityBetween(before.framework, now.framework, versions);
  const isReworded = rewordingBetween(before.framework, now.framework, now.instrument.id);
  const then = new Map(before.answers.map((each) => [each.competenceId, each]));
  const asked = now.answers.map(({ competenceId }) => competenceId);
  return {
    previous: { ...base, comparable: true, notAgain: notAgain(before, asked.flatMap((id) => of(id).id ?? []), broken, language), stopped: stopped(before, broken, language) },
    beforeOf: (nowId) => {
      const thenId = of(nowId).id;
      const answer = thenId === null ? undefined : then.get(thenId);
      return answer ? { level: answer.level, reason: answer.reason, reworded: isReworded({ thenId: thenId!, nowId }, now) } : null;
    },
    beginsAt: (id) => of(id).why,
  };
}

/** Titles of what was asked then, in the words of then. */
function titlesThen({ framework, instrument, family, functionId, answers }: HandedIn, language: Language): Map<string, string> {
  const asked = new Set(answers.map(({ competenceId }) => competenceId));
  return new Map(competencesOf(framework).flatMap(({ node }) => (asked.has(node.id) ? [[node.id, wordingFor(framework, instrument, node, family, functionId).title[language]] as const] : [])));
}

/** What is still a question, but was not put again. */
function notAgain(before: HandedIn, again: readonly string[], broken: readonly Broken[], language: Language): string[] {
  const ended = new Set(broken.flatMap(({ from }) => from.map(({ id }) => id)));
  return [...titlesThen(before, language)].flatMap(([id, title]) => (again.includes(id) || ended.has(id) ? [] : [title]));
}

function stopped(before: HandedIn, broken: readonly Broken[], language: Language): Stopped[] {
  return [...titlesThen(before, language)].flatMap(([id, title]): Stopped[] => {
    const end = broken.find(({ from }) => from.some((part) => part.id === id));
    return end && end.why !== "new" ? [{ title, why: end.why, into: end.to.map((part) => part.title[language]) }] : [];
  });
}
