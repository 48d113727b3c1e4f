import { statementsOf, type SchoolScan } from "#app/domain/activity/activity.ts";
import { statementAfter, type ScanRecord, type StoredAnswer } from "#app/domain/activity/scan.ts";
import type { Language } from "#app/domain/text.ts";

/** What a scan says of one statement: the agreed step in words, or that there is none; null is not answered, "not-asked" that its version had no such statement. */
export type ScanCell = { readonly step: string | null; readonly differ: boolean; readonly note: string } | "not-asked" | null;
export type ScanColumn = Pick<ScanRecord, "id" | "participants" | "roles" | "startedAt" | "finishedAt"> & { readonly answered: number; readonly of: number };
type StatementLine = { readonly id: string; readonly statement: string; readonly look: string; readonly cells: readonly ScanCell[] };

/** The scans of a school side by side, newest first. Always whole answers of a table, never a figure. */
export type ScanOverview = {
  readonly columns: readonly ScanColumn[];
  readonly elements: readonly { readonly id: string; readonly title: string; readonly description: string; readonly statements: readonly StatementLine[] }[];
  /** Where to go on in the scan on the table; null when every statement has an answer, or none is on the table. */
  readonly next: string | null;
};

/** One statement on the table: its answer, what was said before, and the way on. */
export type StatementView = {
  readonly id: string;
  readonly statement: string;
  readonly look: string;
  readonly element: string;
  readonly place: number;
  readonly of: number;
  readonly steps: readonly { readonly id: string; readonly title: string }[];
  readonly stored: StoredAnswer | null;
  readonly earlier: readonly { readonly finishedAt: Date; readonly cell: ScanCell }[];
  readonly previous: string | null;
  readonly next: string | null;
};

type Version = (version: string) => SchoolScan | null;

/** Puts scans beside each other, by the statements of the first; `records` stand newest first. */
export function scanOverview(scan: SchoolScan, records: readonly ScanRecord[], versionOf: Version, language: Language): ScanOverview {
  const open = records.find(({ finishedAt }) => finishedAt === null) ?? null;
  const ids = statementsOf(scan).map(({ statement }) => statement.id);
  return {
    columns: records.map((record) => columnOf(record, versionOf(record.version) ?? scan)),
    elements: scan.elements.map(({ id, title, description, statements }) => ({
      id,
      title: title[language],
      description: description[language],
      statements: statements.map((each) => ({ id: each.id, statement: each.statement[language], look: each.look[language], cells: records.map((record) => cellOf(versionOf(record.version), record, each.id, language)) })),
    })),
    next: open && (ids.find((id) => !open.answers[id]) ?? null),
  };
}

/** One statement of the scan on the table. Null when there is no such statement. */
export function statementView(scan: SchoolScan, open: ScanRecord, earlier: readonly ScanRecord[], id: string, versionOf: Version, language: Language): StatementView | null {
  const all = statementsOf(scan);
  const at = all.findIndex(({ statement }) => statement.id === id);
  const found = all[at];
  if (!found) return null;
  const ids = all.map(({ statement }) => statement.id);
  return {
    id,
    statement: found.statement.statement[language],
    look: found.statement.look[language],
    element: found.element.title[language],
    place: at + 1,
    of: all.length,
    steps: scan.steps.map((step) => ({ id: step.id, title: step.title[language] })),
    stored: open.answers[id] ?? null,
    earlier: earlier.flatMap((record) => (record.finishedAt === null ? [] : [{ finishedAt: record.finishedAt, cell: cellOf(versionOf(record.version), record, id, language) }])),
    previous: ids[at - 1] ?? null,
    next: statementAfter(ids, (each) => open.answers[each] !== undefined, id),
  };
}

function columnOf({ id, participants, roles, startedAt, finishedAt, answers }: ScanRecord, scan: SchoolScan): ScanColumn {
  const ids = statementsOf(scan).map(({ statement }) => statement.id);
  return { id, participants, roles, startedAt, finishedAt, answered: ids.filter((each) => answers[each]).length, of: ids.length };
}

/** What a scan says of a statement, in the words of the version that it was filled in on. */
function cellOf(scan: SchoolScan | null, { answers }: ScanRecord, id: string, language: Language): ScanCell {
  if (!scan || !statementsOf(scan).some(({ statement }) => statement.id === id)) return "not-asked";
  const answer = answers[id];
  if (!answer) return null;
  return { step: scan.steps.find((step) => step.id === answer.step)?.title[language] ?? null, differ: answer.differ, note: answer.note };
}
