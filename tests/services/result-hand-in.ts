import { randomUUID } from "node:crypto";
import { pagesFor } from "#app/domain/assessment/questionnaire.ts";
import type { Reason } from "#app/domain/assessment/answers.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import { frameworkAt, profileAt } from "#app/services/frameworks.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { assessments, results } from "#db/schema/index.ts";

type Answered = number | Reason | null;
type HandIn = {
  /** Answer per competence; the others get `rest`. */
  answers?: Readonly<Record<string, Answered>>;
  rest?: Answered;
  wishes?: readonly string[];
  targets?: Readonly<Record<string, number | null>>;
  /** Leaves these out, as a shorter questionnaire would. */
  without?: readonly string[];
  handedInAt?: Date | null;
  roundId?: string | null;
  excluded?: boolean;
  kennisnet?: boolean;
};

/** A frozen result of whoever the context is, written as hand-in writes it, so that a test decides every level and target. */
export async function handInAs(ctx: Context, { answers = {}, rest = 3, wishes = [], targets = {}, without = [], handedInAt = ctx.now, roundId = null, excluded = false, kennisnet = false }: HandIn = {}): Promise<string> {
  const { organisationId, personId, family, functionId } = ctx.actor;
  const [slug, version, profileSlug, instrument] = kennisnet ? (["kennisnet-ict", "2023.1.0", "kennisnet-po", "growth"] as const) : (["digcompedu", "2017.1.0", "digcompedu-po", "statements"] as const);
  const pages = pagesFor(frameworkAt(slug, version)!, profileAt(profileSlug, "1.0.0")!, { family: family as Family, functionId: functionId! }).filter(({ competenceId }) => !without.includes(competenceId));
  const id = randomUUID();
  const common = { framework: slug, frameworkVersion: version, instrument, profile: profileSlug, profileVersion: "1.0.0", family: family as Family, functionId: functionId!, mode: "all" as const };
  await ctx.db.insert(assessments).values({ organisationId, id, personId, roundId, ...common, excluded, startedAt: handedInAt ?? ctx.now, handedInAt });
  await ctx.db.insert(results).values(
    pages.map(({ competenceId, target, weight }) => {
      const answer = competenceId in answers ? answers[competenceId]! : rest;
      return {
        organisationId,
        assessmentId: id,
        competenceId,
        personId,
        level: typeof answer === "number" ? answer : null,
        reason: typeof answer === "string" ? answer : null,
        wish: wishes.includes(competenceId),
        target: competenceId in targets ? targets[competenceId]! : target,
        weight,
      };
    }),
  );
  return id;
}
