import { statementsOf } from "#app/domain/activity/activity.ts";
import { isoDay } from "#app/domain/format.ts";
import { dayAfter } from "#app/domain/round.ts";
import { scanToBegin } from "#app/services/activities.server.ts";
import { beginScan, finishScan, saveScanAnswer } from "#app/services/school-scans.server.ts";
import type { Database } from "#db/client.server.ts";
import { workday } from "./calendar.ts";
import { as } from "./fill.ts";
import type { PracticeBoard } from "./practice-board.ts";

type Notes = Readonly<Record<string, string>>;

/** What the table at De Linde said a year ago, and what it says so far this time; a digit per statement, "-" where they think differently. */
const earlier = "2111131212-211143231".split("");
const now = "3222".split("");
const earlierNotes: Notes = { "VIB-3.1": "De lijst van het bureau is langer dan die van ons." };
const nowNotes: Notes = { "VIB-1.2": "Voor de rapporten is het duidelijk, voor de weektaak nog niet." };

/** De Linde looked at the school together a year ago, and has just started again. */
export async function scanTheSchool(database: Database, board: PracticeBoard, day: Date): Promise<void> {
  const scan = scanToBegin();
  const head = board.characters.find(({ login }) => login === "schoolleider");
  if (!scan || !head) throw new Error("There is no scan, or nobody to begin one.");
  const at = (days: number, clock: string) => new Date(`${workday(dayAfter(isoDay(day), days), -1)}T${clock}:00Z`);
  const ids = statementsOf(scan).map(({ statement }) => statement.id);
  const fill = async (marks: readonly string[], notes: Notes, when: Date, roles: string, finish: boolean) => {
    await as(database, board, head, when, (ctx) => beginScan(ctx, board.linde, { intent: "begin", participants: 5, roles }));
    for (const [place, mark] of marks.entries()) {
      const statementId = ids[place]!;
      const differ = mark === "-";
      await as(database, board, head, when, (ctx) => saveScanAnswer(ctx, board.linde, { statementId, base: 0, step: differ ? null : mark, differ, note: notes[statementId] ?? "" }));
    }
    if (finish) await as(database, board, head, when, (ctx) => finishScan(ctx, board.linde, { sure: true }));
  };
  await fill(earlier, earlierNotes, at(-380, "13:40"), "directeur, twee leraren, intern begeleider, conciërge", true);
  await fill(now, nowNotes, at(-6, "14:10"), "directeur, twee leraren, i-coach, administratief medewerker", false);
}
