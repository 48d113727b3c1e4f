import postgres from "postgres";
import { expect } from "vitest";
import { levelOf, reasonOf } from "#app/domain/assessment/answers.ts";
import { answerSchema } from "#app/domain/assessment/answer-schema.ts";
import type { Ledger, Save } from "./answering.ts";

/** What was sent against what is in the table. */
export type Count = {
  requests: number;
  saves: number;
  acknowledged: number;
  stored: number;
  /** Acknowledged, and not there as it was acknowledged. */
  lost: number;
  /** Rows that no save asked for, or a save with more than one row. */
  duplicated: number;
  /** Items whose sequence skips a number. */
  gaps: number;
  /** Items whose newest row is not what was acknowledged last. */
  behind: number;
};

type Row = { assessment_id: string; item_id: string; sequence: number; client_id: string; level: number | null; reason: string | null; wish: boolean; note: string | null };

/** Compares every save with the table of answers, read by an administrator. */
export async function counted(ledger: Ledger, adminUrl: string): Promise<Count> {
  const saves = [...ledger.saves.values()];
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  const all = await sql<Row[]>`select assessment_id, item_id, sequence, client_id, level, reason, wish, note from answers
    where assessment_id = any(${[...new Set(saves.map(({ assessmentId }) => assessmentId))]}::uuid[]) order by assessment_id, item_id, sequence`;
  await sql.end();
  const before = ({ assessment_id: assessment, item_id: item }: Row) => ledger.before.get(`${assessment} ${item}`) ?? 0;
  const rows = all.filter((row) => row.sequence > before(row));
  const byClient = new Map<string, Row[]>();
  const byItem = new Map<string, Row[]>();
  for (const row of rows) {
    push(byClient, row.client_id, row);
    push(byItem, `${row.assessment_id} ${row.item_id}`, row);
  }
  const acknowledged = saves.filter((save) => save.acknowledged !== null);
  const last = new Map<string, Save>();
  for (const save of acknowledged) {
    const key = `${save.assessmentId} ${save.itemId}`;
    if (save.acknowledged! > (last.get(key)?.acknowledged ?? 0)) last.set(key, save);
  }
  return {
    requests: [...ledger.outcomes.values()].reduce((sum, each) => sum + each, 0),
    saves: saves.length,
    acknowledged: acknowledged.length,
    stored: rows.length,
    lost: acknowledged.filter((save) => !(byClient.get(save.clientId) ?? []).some((row) => row.sequence === save.acknowledged && says(row, save))).length,
    duplicated: rows.filter((row) => !ledger.saves.has(row.client_id)).length + [...byClient.values()].filter((each) => each.length > 1).length,
    gaps: [...byItem.values()].filter((each) => each.some((row, place) => row.sequence !== before(row) + place + 1)).length,
    behind: [...last].filter(([key, save]) => !says(byItem.get(key)!.at(-1)!, save)).length,
  };
}

/** Prints the count of a fault and fails the test when anything was lost, doubled or out of order, or was answered with a 500. */
export async function mustBeWhole(fault: string, ledger: Ledger, adminUrl: string): Promise<Count> {
  const count = await counted(ledger, adminUrl);
  const outcomes = [...ledger.outcomes].sort().map(([outcome, times]) => `${outcome}: ${times}`).join(", ");
  console.log(`${fault} — sent ${count.saves} saves in ${count.requests} requests, acknowledged ${count.acknowledged}, stored ${count.stored}, lost ${count.lost}, duplicated ${count.duplicated} (${outcomes})`);
  expect(count).toMatchObject({ acknowledged: count.saves, stored: count.saves, lost: 0, duplicated: 0, gaps: 0, behind: 0 });
  expect([...ledger.outcomes.keys()].filter((outcome) => outcome === "500" || /^4|conflict|refused|SyntaxError/.test(outcome))).toEqual([]);
  expect(ledger.unclear).toEqual([]);
  return count;
}

function says(row: Row, save: Save): boolean {
  const { answer, wish, note } = answerSchema.parse(save);
  return row.item_id === save.itemId && row.level === levelOf(answer) && row.reason === reasonOf(answer) && row.wish === wish && (row.note ?? "") === note;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  map.set(key, [...(map.get(key) ?? []), value]);
}
