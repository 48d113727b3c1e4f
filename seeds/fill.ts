import { and, eq } from "drizzle-orm";
import type { Actor } from "#app/domain/access.ts";
import { selectionFor } from "#app/domain/framework/profile.ts";
import { closingMoment, dueAt, instrumentKey, lastCountMoment } from "#app/domain/round.ts";
import type { Context } from "#app/services/context.server.ts";
import { offers, openRound } from "#app/services/rounds.server.ts";
import { refreshResponse, releaseDueRounds } from "#app/services/release-job.server.ts";
import { createAccount } from "#app/services/session.server.ts";
import { library } from "#app/services/frameworks.server.ts";
import type { Database } from "#db/client.server.ts";
import { people } from "#db/schema/index.ts";
import { temperFrom, type Temper } from "./answer-profiles.ts";
import { answerRound, type Cast } from "./answering.ts";
import { afterwards } from "./afterwards.ts";
import { roundPlans, type RoundPlan } from "./calendar.ts";
import { beginOwnFramework } from "./own-framework.ts";
import { practiceBoard, type Character, type PracticeBoard } from "./practice-board.ts";
import { randomFrom } from "./random.ts";
import { scanTheSchool } from "./school-scan.ts";
import { addPeople, setUpBoard } from "./set-up.ts";

export const demoPassword = "groeikompas-demo";

/**
 * Tells the whole story through the services: rounds are opened, answered, closed and released as people would have done it.
 * `now` is the day of the visit. Accounts come last, so a board with accounts is complete.
 */
export async function fillPracticeBoard(database: Database, now: Date, say: (line: string) => void): Promise<void> {
  const board = practiceBoard();
  const { plan, characters } = board;
  const random = randomFrom(4);
  const tempers = new Map<string, Temper>(characters.map(({ id }) => [id, temperFrom(random)]));
  const { past, running } = roundPlans(now);
  const left = characters.filter(({ leaves }) => leaves !== null).length;
  say(`Filling the practice board ${plan.name}: ${characters.length - left} people (and ${left} who have left), ${past.length + running.length} rounds …`);
  await setUpBoard(database, plan);
  for (const [place, round] of [...past, ...running].entries()) {
    const before = place === 0 ? -1 : [...past, ...running][place - 1]!.wave;
    if (round.wave > before) await changeStaff(database, board, before, round);
    const cast = characters.filter(({ joins, leaves }) => joins <= round.wave && (leaves === null || leaves > round.wave));
    const earlier = past.slice(0, place).filter(({ framework }) => framework === round.framework).length;
    await hold(database, board, round, { cast, tempers, earlier, now });
  }
  await scanTheSchool(database, board, now);
  await beginOwnFramework(database, board, now);
  // As the morning's count would have found it; what came in since is counted tomorrow.
  await refreshResponse(database, lastCountMoment(now));
  for (const { login, id, email } of characters) {
    if (login) await createAccount(database, { email, password: demoPassword, language: "nl", organisationId: plan.id, organisationName: plan.name, personId: id });
  }
}

/** Who joins from this round on is added, who left before it gets a date. */
async function changeStaff(database: Database, { plan, characters }: PracticeBoard, before: number, round: RoundPlan): Promise<void> {
  await addPeople(database, plan.id, characters.filter(({ joins }) => joins > before && joins <= round.wave));
  for (const { id } of characters.filter(({ leaves }) => leaves === round.wave)) {
    await database.transaction("app_user", { organisationId: plan.id, personId: null, roles: ["admin"] }, (db) =>
      db.update(people).set({ leftAt: round.opensAt }).where(and(eq(people.organisationId, plan.id), eq(people.id, id))),
    );
  }
}

/** One round from its opening to what people did with its outcome. */
async function hold(database: Database, board: PracticeBoard, round: RoundPlan, { cast, tempers, earlier, now }: { cast: Character[]; tempers: ReadonlyMap<string, Temper>; earlier: number; now: Date }): Promise<void> {
  const hr = board.characters.find(({ login }) => login === "hr")!;
  const offer = offers(library()).find(({ framework }) => framework.slug === round.framework)!;
  const opened = await as(database, board, hr, round.opensAt, (ctx) =>
    openRound(ctx, {
      instrument: instrumentKey({ framework: offer.framework.slug, frameworkVersion: offer.framework.version, instrument: offer.instrument }),
      name: round.name,
      schoolIds: [board.linde, board.eik, board.veldje],
      families: round.families,
      closesOn: round.closesOn,
      threshold: 5,
      privacy: "confidential",
    }),
  );
  if (!opened.ok) throw new Error(`The round ${round.name} could not be opened: ${JSON.stringify(opened.errors)}`);
  const people: Cast[] = cast
    .filter(({ family, functionId }) => (round.families as string[]).includes(family) && selectionFor(offer.profile, family, functionId) !== null)
    .map((character) => ({ character, temper: tempers.get(character.id)! }));
  const closesAt = closingMoment(round.closesOn)!;
  await answerRound(database, { board, people, roundId: opened.roundId, offer, from: round.opensAt, until: closesAt < now ? closesAt : now, running: closesAt > now, growth: round.growth, earlier });
  if (closesAt > now) return;
  await releaseDueRounds(database, dueAt(closesAt), { info: () => {}, error: ({ error }: { error?: unknown }) => { throw new Error(String(error)); } });
  await afterwards(database, board, opened.roundId, round, `${round.framework} ${earlier}`, now);
}

/** Does something as this character, at that moment, as the door would let them. */
export function as<T>(database: Database, { plan }: PracticeBoard, character: Character, now: Date, work: (ctx: Context) => Promise<T>): Promise<T> {
  const actor: Actor = {
    personId: character.id,
    accountId: character.id,
    organisationId: plan.id,
    name: character.name,
    language: "nl",
    roles: [...new Set(character.roles.map(({ role }) => role))],
    leads: character.roles.flatMap(({ role, schoolId }) => (role === "leader" && schoolId ? [schoolId] : [])),
    schoolId: character.schoolId,
    family: character.family,
    functionId: character.functionId,
  };
  return database.transaction("app_user", { organisationId: plan.id, personId: character.id, roles: actor.roles }, (db) => work({ library: library(), db, now, actor }));
}
