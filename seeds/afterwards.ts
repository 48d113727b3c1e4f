import type { Database } from "#db/client.server.ts";
import type { RoundPlan } from "./calendar.ts";
import type { PracticeBoard } from "./practice-board.ts";

/** What people did with the outcome of a round: trainings that were planned, a step that somebody took. */
export async function afterwards(_database: Database, _board: PracticeBoard, _roundId: string, _round: RoundPlan, _now: Date): Promise<void> {}
