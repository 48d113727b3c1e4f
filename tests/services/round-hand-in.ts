import { answerScale, competencesOf, instrumentOf } from "#app/domain/framework/framework.ts";
import { selectionFor } from "#app/domain/framework/profile.ts";
import { aimOf } from "#app/domain/figures/figure.ts";
import type { NewRound } from "#app/domain/round-input.ts";
import { library, type Library } from "#app/services/frameworks.server.ts";
import { offerWith, openRound } from "#app/services/rounds.server.ts";
import { assessments, results } from "#db/schema/index.ts";
import { today, type TestBoard } from "#tests/setup/board.ts";

export const digcompedu = "digcompedu@2017.2.0/statements";
export const checkin = "digcompedu@2017.2.0/checkin";
export const blocks = "unesco-ai-cft@2024.1.0/blocks";
export const kennisnet = "kennisnet-ict@2023.1.0/growth";

/** A day after the given moment, as a moment. */
export const later = (days: number, from = today) => new Date(from.getTime() + days * 86_400_000);

/** What somebody filled in to open a round, with everything sensible unless told otherwise. */
export function asked(board: TestBoard, more: Partial<NewRound> = {}): NewRound {
  return { instrument: kennisnet, name: "Ronde najaar 2026", schoolIds: [board.schools.linde, board.schools.eik], families: ["leraar", "onderwijsondersteuner"], closesOn: "2026-11-30", threshold: 5, privacy: "confidential", ...more };
}

/** Opens a round as HR and gives its id. */
export async function opened(board: TestBoard, more: Partial<NewRound> = {}, now = today): Promise<string> {
  const result = await board.as("hr", (ctx) => openRound(ctx, asked(board, more)), now);
  if (!result.ok) throw new Error(JSON.stringify(result.errors));
  return result.roundId;
}

type HandIn = { at?: Date; excluded?: boolean; instrument?: string; /** Where the instrument stands, when it is a board's own. */ from?: Library };

/** Somebody hands in: `level` for everything that is asked, or a level per competence (null: a reason instead). */
export async function handIn(board: TestBoard, roundId: string, key: string, level: number | ((competenceId: string, place: number) => number | null), { at = later(1), excluded = false, instrument = kennisnet, from = library() }: HandIn = {}): Promise<string> {
  const { framework, instrument: form, profile } = offerWith(from, instrument)!;
  const person = board.person(key);
  const items = new Set(selectionFor(profile, person.family, person.functionId)?.items ?? []);
  return board.as(
    key,
    async ({ db, actor }) => {
      const [row] = await db
        .insert(assessments)
        .values({
          organisationId: actor.organisationId,
          personId: actor.personId,
          roundId,
          framework: framework.slug,
          frameworkVersion: framework.version,
          instrument: form,
          profile: profile.slug,
          profileVersion: profile.version,
          family: person.family,
          functionId: person.functionId,
          mode: "all",
          excluded,
          startedAt: at,
          handedInAt: at,
        })
        .returning({ id: assessments.id });
      const rows = competencesOf(framework).flatMap(({ node }, place) => {
        if (!items.has(node.id)) return [];
        const given = typeof level === "number" ? level : level(node.id, place);
        const { target, weight } = aimOf(profile, answerScale(framework, instrumentOf(framework, form)!)!, person.family, node.id);
        return [{ organisationId: actor.organisationId, assessmentId: row!.id, competenceId: node.id, personId: actor.personId, level: given, reason: given === null ? ("do-not-know" as const) : null, target, weight }];
      });
      await db.insert(results).values(rows);
      return row!.id;
    },
    at,
  );
}

/** Everybody who is asked and whose key starts so hands in; `level` also gets the how-manieth this is. */
export async function handInAll(board: TestBoard, roundId: string, from: string, level: number | ((place: number, nth: number) => number | null), more: HandIn = {}): Promise<void> {
  const { profile } = offerWith(more.from ?? library(), more.instrument ?? kennisnet)!;
  const asked = board.people.filter((each) => each.email.startsWith(from) && selectionFor(profile, each.family, each.functionId));
  for (const [nth, { email }] of asked.entries()) await handIn(board, roundId, email.split(".")[0]!, typeof level === "number" ? level : (_, place) => level(place, nth), more);
}
