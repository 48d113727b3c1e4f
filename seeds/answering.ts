import { answerScale, instrumentOf } from "#app/domain/framework/framework.ts";
import { openAssessment } from "#app/services/assessments.server.ts";
import { handIn, setCounted } from "#app/services/assessments-hand-in.server.ts";
import { saveAnswer } from "#app/services/assessments-save.server.ts";
import { startAssessment } from "#app/services/assessments-start.server.ts";
import type { Context } from "#app/services/context.server.ts";
import type { Offer } from "#app/services/rounds.server.ts";
import type { Database } from "#db/client.server.ts";
import { answerTo, type Story, type Temper } from "./answer-profiles.ts";
import { as } from "./fill.ts";
import type { Character, PracticeBoard } from "./practice-board.ts";
import { randomFrom, uuidFrom, type Random } from "./random.ts";
import { gainedBy } from "./trainings.ts";

export type Cast = { character: Character; temper: Temper };
type Sitting = { board: PracticeBoard; people: readonly Cast[]; roundId: string; offer: Offer; from: Date; until: Date; running: boolean; growth: number; earlier: number };

/** What this board is good at and what it struggles with per framework, in steps of a six-step scale. */
const stories: Readonly<Record<string, Story>> = {
  digcompedu: { "1.1": 0.7, "1.4": -0.5, "2.1": 0.5, "2.3": -1.1, "3.1": 0.4, "4.1": -0.4, "4.2": -1.3, "4.3": -0.6, "5.1": 0.3, "5.2": -0.9, "6.1": -0.7, "6.4": 0.5 },
  "kennisnet-ict": { "KN-V2": 0.4, "KN-V7": -0.8, "KN-V8": 0.5, "KN-O1": 0.3, "KN-O2": -1.0, "KN-O3": -0.4, "KN-I3": 0.5, "KN-P1": -0.5, "KN-P2": 0.4 },
  "unesco-ai-cft": { "1.1": -0.9, "1.2": 0.2, "1.3": -1.6, "2.1": -1.4, "2.2": -0.4, "2.3": -1.9, "3.1": -1.2, "3.2": -1.5, "3.3": -2.4, "4.1": -2.0, "4.2": -1.2, "4.3": -2.2, "5.1": -1.7, "5.2": -1.3, "5.3": -2.4 },
};

/** The five that are signed in with: what they did before the visit is fixed, so that every visit finds the same. */
const withLogin: Readonly<Record<string, "done" | "open">> = { leraar: "open", ondersteuner: "open" };

/** Everybody who takes part answers at a moment of their own; some stop half-way, some start but do not hand in, one is not counted. */
export async function answerRound(database: Database, sitting: Sitting): Promise<void> {
  // Each round has a stream of its own: two with the same one would share the ids of their answers.
  const random = randomFrom([...`${sitting.offer.framework.slug} ${sitting.from.getUTCFullYear()}`].reduce((sum, letter) => Math.imul(sum, 31) + letter.charCodeAt(0), 7));
  const work = sitting.people.map(({ character, temper }) => {
    const stream = randomFrom(Math.floor(random() * 2 ** 31));
    const share = sitting.running ? 0.45 : character.login ? 1 : 0.88;
    const takesPart = sitting.running && character.login !== null && withLogin[character.login] === "open" ? false : random() < share;
    return { character, temper, stream, takesPart };
  });
  // Eight at a time, as many as the pool has connections.
  const queue = work.filter(({ takesPart }) => takesPart);
  await Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let next = queue.shift(); next; next = queue.shift()) await sit(database, sitting, next);
    }),
  );
}

async function sit(database: Database, { board, roundId, offer, from, until, running, growth, earlier }: Sitting, { character, temper, stream }: Cast & { stream: Random }): Promise<void> {
  const begin = byDay(new Date(from.getTime() + stream() * (until.getTime() - from.getTime()) * 0.9), from);
  const halfWay = running && stream() < 0.12;
  const leftOut = !running && character.login === null && stream() < 0.02;
  const levels = answerScale(offer.framework, instrumentOf(offer.framework, offer.instrument)!)!.levels.length;
  await as(database, board, character, begin, async (ctx) => {
    const id = await startAssessment(ctx, { roundId, framework: offer.framework.slug, instrument: offer.instrument, mode: "all" });
    const { pages } = await openAssessment(ctx, id);
    const asked = halfWay ? pages.slice(0, Math.ceil(pages.length / 2)) : pages;
    let at = begin.getTime();
    for (const page of asked) {
      at += 20_000 + stream() * 50_000;
      const gained = gainedBy(board, offer.framework.slug, earlier, character.schoolId, page.competenceId);
      const told = answerTo(page, temper, stories[offer.framework.slug] ?? {}, growth + gained * (levels / 6), levels, stream);
      const saved = await saveAnswer(later(ctx, at), id, { itemId: page.competenceId, clientId: uuidFrom(stream), base: 0, ...told });
      if (saved.status !== "saved") throw new Error(`An answer of ${character.name} was not kept.`);
    }
    if (leftOut) await setCounted(ctx, id, false);
    if (!halfWay) await handIn(later(ctx, Math.min(at + 60_000, until.getTime() - 60_000)), id);
  });
}

/** The same day between eight in the morning and seven in the evening (in winter), and not before the round opened: nobody answers at night. */
function byDay(moment: Date, opened: Date): Date {
  const midnight = Math.floor(moment.getTime() / 86_400_000) * 86_400_000;
  const hour = 3_600_000;
  return new Date(Math.max(opened.getTime() + 20 * 60_000, midnight + 7 * hour + ((moment.getTime() - midnight) / 24) * 11));
}

const later = (ctx: Context, at: number): Context => ({ ...ctx, now: new Date(at) });
