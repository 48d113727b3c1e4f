import { minutesFor, type Mode } from "#app/domain/assessment/questionnaire.ts";
import { questionnaireTitle } from "#app/domain/framework/framework.ts";
import type { Text } from "#app/domain/text.ts";
import { mySchools } from "#app/services/assessments-home.server.ts";
import { questionnaireOf } from "#app/services/assessments-questionnaire.server.ts";
import { beginningOf, type Beginning } from "#app/services/assessments-start.server.ts";
import type { Context } from "#app/services/context.server.ts";

/** How many questions there are, and the minutes they take. */
export type Size = { readonly count: number; readonly minutes: number };

/** All that the page before the first question says. */
export type Invitation = { readonly beginning: Beginning; readonly framework: Text; readonly all: Size; readonly short: Size; readonly school: string | null; /** Questions are thought over; nobody says what they can do. */ readonly reflects: boolean };

/**
 * What somebody is invited to, in a round or by a framework of their own choice. Two statements.
 * @throws AppError as `beginningOf` does
 */
export async function invitationTo(ctx: Context, at: { roundId: string } | { framework: string; instrument: string | null }): Promise<Invitation> {
  const [beginning, { own }] = await Promise.all([beginningOf(ctx, at), mySchools(ctx)]);
  const { framework, instrument } = questionnaireOf(ctx.library, beginning, "all");
  const size = (mode: Mode): Size => {
    const { pages } = questionnaireOf(ctx.library, beginning, mode);
    return { count: pages.length, minutes: minutesFor(pages.length, instrument) };
  };
  return { beginning, framework: questionnaireTitle(framework, instrument), all: size("all"), short: size("short"), school: own, reflects: instrument.prompt !== undefined };
}
