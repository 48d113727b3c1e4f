import { and, eq, isNull, sql } from "drizzle-orm";
import { may } from "#app/domain/access.ts";
import type { SchoolScan } from "#app/domain/activity/activity.ts";
import { statementsOf } from "#app/domain/activity/activity.ts";
import type { BeginScan } from "#app/domain/activity/scan-schema.ts";
import { decideAnswer, type ScanAnswer, type ScanRecord, type StoredAnswer } from "#app/domain/activity/scan.ts";
import { scanOverview, statementView, type ScanOverview, type StatementView } from "#app/domain/activity/scan-view.ts";
import { AppError, notFound } from "#app/domain/errors.ts";
import { isId } from "#app/domain/id.ts";
import { inLanguage } from "#app/domain/text.ts";
import { scanAt, scanToBegin } from "#app/services/activities.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { logged } from "#app/services/log.server.ts";
import { schools, schoolScanAnswers, schoolScans } from "#db/schema/index.ts";

/** As many scans stand beside each other; older ones stay in the database. */
const mostBeside = 5;

type School = { readonly id: string; readonly name: string };
export type SchoolScanPage = {
  readonly school: School;
  readonly title: string;
  readonly slug: string;
  /** True for who leads this school; the others who may see it only read. */
  readonly mayFill: boolean;
  readonly open: boolean;
  readonly overview: ScanOverview;
};

/** The scans of a school beside each other. Three statements. @throws AppError "not-found" for who may not see this school */
export async function openSchoolScan(ctx: Context, schoolId: string): Promise<SchoolScanPage> {
  const { actor } = ctx;
  const { school, scan, records } = await scansOf(ctx, schoolId);
  return {
    school,
    title: inLanguage(scan.title, actor.language),
    slug: scan.slug,
    mayFill: may(actor, "scan:fill", { schoolId }),
    open: records.some(({ finishedAt }) => finishedAt === null),
    overview: scanOverview(scan, records, (version) => scanAt(scan.slug, version), actor.language),
  };
}

/** One statement of the scan on the table. Three statements. @throws AppError "not-found" for who may not fill it in, or when nothing is on the table */
export async function openStatement(ctx: Context, schoolId: string, statementId: string): Promise<{ readonly school: School; readonly title: string; readonly view: StatementView }> {
  const { actor } = ctx;
  if (!may(actor, "scan:fill", { schoolId })) throw notFound();
  const { school, scan, records } = await scansOf(ctx, schoolId);
  const open = records.find(({ finishedAt }) => finishedAt === null);
  const view = open && statementView(scan, open, records.filter((each) => each !== open), statementId, (version) => scanAt(scan.slug, version), actor.language);
  if (!view) throw notFound();
  return { school, title: inLanguage(scan.title, actor.language), view };
}

/** Lays a new scan on the table. When a colleague was first, theirs is the one. @throws AppError "not-found" */
export async function beginScan(ctx: Context, schoolId: string, { participants, roles }: BeginScan): Promise<void> {
  const { actor, db, now } = ctx;
  if (!may(actor, "scan:fill", { schoolId })) throw notFound();
  const school = await schoolOf(ctx, schoolId);
  const scan = scanToBegin();
  if (!scan) throw notFound();
  const made = await db
    .insert(schoolScans)
    .values({ organisationId: actor.organisationId, schoolId, activity: scan.slug, version: scan.version, participants, roles, startedAt: now })
    .onConflictDoNothing()
    .returning({ id: schoolScans.id });
  if (made.length > 0) await logged(ctx, { action: "scan.started", personId: null, subject: school.name });
}

export type AnswerSaved = { readonly status: "saved"; readonly next: string | null } | { readonly status: "conflict"; readonly theirs: StoredAnswer };

/**
 * Keeps the agreed answer to one statement, unless it was changed since `base`: then nothing is written and the stored answer comes back.
 * @returns "saved" with the next statement without an answer, or the answer of the colleague
 * @throws AppError "not-found", or "conflict" when the scan was finished meanwhile
 */
export async function saveScanAnswer(ctx: Context, schoolId: string, { statementId, base, ...given }: ScanAnswer & { readonly statementId: string; readonly base: number }): Promise<AnswerSaved> {
  const { actor, db, now } = ctx;
  const { id: scanId, scan } = await onTheTable(ctx, schoolId);
  if (!statementsOf(scan).some(({ statement }) => statement.id === statementId)) throw notFound();
  if (given.step === null ? !given.differ : !scan.steps.some(({ id }) => id === given.step)) throw new AppError("invalid", wrongAnswer);
  const here = and(eq(schoolScanAnswers.organisationId, actor.organisationId), eq(schoolScanAnswers.scanId, scanId), eq(schoolScanAnswers.statementId, statementId));
  const { step, differ, note, sequence } = schoolScanAnswers;
  const [stored] = await db.select({ step, differ, note, sequence }).from(schoolScanAnswers).where(here);
  const decision = decideAnswer(given, base, stored ?? null);
  if (decision === "conflict") return { status: "conflict", theirs: stored ?? nothingYet };
  if (decision === "write") {
    const row = { ...given, sequence: base + 1, changedAt: now };
    if (stored) await db.update(schoolScanAnswers).set(row).where(here);
    else await db.insert(schoolScanAnswers).values({ organisationId: actor.organisationId, scanId, statementId, ...row });
  }
  return { status: "saved", next: (await openStatement(ctx, schoolId, statementId)).view.next };
}

/**
 * Finishes the scan on the table; from then on it only is read. With statements open it does so for who is `sure` only.
 * @returns whether it is finished
 * @throws AppError "not-found", or "conflict" when nothing was answered
 */
export async function finishScan(ctx: Context, schoolId: string, { sure }: { readonly sure: boolean }): Promise<boolean> {
  const { actor, db, now } = ctx;
  const { id, school, scan } = await onTheTable(ctx, schoolId);
  const [counted] = (await db.execute(sql`select count(*)::int as answers from school_scan_answers where organisation_id = ${actor.organisationId} and scan_id = ${id}`)) as unknown as { answers: number }[];
  if (counted!.answers === 0) throw new AppError("conflict", nothingToFinish);
  if (!sure && counted!.answers < statementsOf(scan).length) return false;
  await db.update(schoolScans).set({ finishedAt: now }).where(and(eq(schoolScans.organisationId, actor.organisationId), eq(schoolScans.id, id), isNull(schoolScans.finishedAt)));
  await logged(ctx, { action: "scan.finished", personId: null, subject: school.name });
  return true;
}

const nothingYet: StoredAnswer = { step: null, differ: false, note: "", sequence: 0 };
const wrongAnswer = { nl: "Dit antwoord hoort niet bij deze scan. Er is niets bewaard. Open de pagina opnieuw en kies nog een keer.", en: "This answer does not belong to this scan. Nothing was saved. Open the page again and choose once more." };
const nothingToFinish = { nl: "In deze scan is nog niets beantwoord. Er is niets veranderd. Beantwoord eerst een uitspraak.", en: "Nothing in this scan has an answer yet. Nothing has changed. Answer a statement first." };
const notOnTheTable = { nl: "Er ligt geen scan meer op tafel: misschien heeft een collega hem net afgerond. Er is niets veranderd. Ga terug naar het overzicht van de scan.", en: "There is no scan on the table any more: a colleague may just have finished it. Nothing has changed. Go back to the overview of the scan." };

/** The open scan of a school, kept as it is until the end of the transaction: answering and finishing are one after the other. */
async function onTheTable(ctx: Context, schoolId: string): Promise<{ id: string; scan: SchoolScan; school: School }> {
  const { actor, db } = ctx;
  if (!may(actor, "scan:fill", { schoolId })) throw notFound();
  const school = await schoolOf(ctx, schoolId);
  const [row] = await db
    .select({ id: schoolScans.id, activity: schoolScans.activity, version: schoolScans.version })
    .from(schoolScans)
    .where(and(eq(schoolScans.organisationId, actor.organisationId), eq(schoolScans.schoolId, schoolId), isNull(schoolScans.finishedAt)))
    .for("update");
  const scan = row && scanAt(row.activity, row.version);
  if (!scan) throw new AppError("conflict", notOnTheTable);
  return { id: row.id, scan, school };
}

async function schoolOf({ actor, db }: Context, schoolId: string): Promise<School> {
  if (!isId(schoolId)) throw notFound();
  const [school] = await db.select({ id: schools.id, name: schools.name }).from(schools).where(and(eq(schools.organisationId, actor.organisationId), eq(schools.id, schoolId), eq(schools.kind, "school")));
  if (!school) throw notFound();
  return school;
}

/** The newest scans of a school with their answers, and the content they are laid out by: that of the one on the table, else the newest. */
async function scansOf(ctx: Context, schoolId: string): Promise<{ school: School; scan: SchoolScan; records: ScanRecord[] }> {
  const { actor, db } = ctx;
  if (!isId(schoolId) || !may(actor, "school:read", { schoolId })) throw notFound();
  const school = await schoolOf(ctx, schoolId);
  const newest = scanToBegin();
  if (!newest) throw notFound();
  const rows = await db
    .select({ id: schoolScans.id, version: schoolScans.version, participants: schoolScans.participants, roles: schoolScans.roles, startedAt: schoolScans.startedAt, finishedAt: schoolScans.finishedAt })
    .from(schoolScans)
    .where(and(eq(schoolScans.organisationId, actor.organisationId), eq(schoolScans.schoolId, schoolId), eq(schoolScans.activity, newest.slug)))
    .orderBy(sql`finished_at is not null, started_at desc`)
    .limit(mostBeside);
  const { scanId, statementId, step, differ, note, sequence } = schoolScanAnswers;
  const answers = await db
    .select({ scanId, statementId, step, differ, note, sequence })
    .from(schoolScanAnswers)
    .where(and(eq(schoolScanAnswers.organisationId, actor.organisationId), sql`${scanId} = any(${sql.param(rows.map(({ id }) => id))}::uuid[])`));
  const records = rows.map((row) => ({ ...row, answers: Object.fromEntries(answers.filter((each) => each.scanId === row.id).map(({ statementId: id, step, differ, note, sequence }) => [id, { step, differ, note, sequence }])) }));
  const open = records.find(({ finishedAt }) => finishedAt === null);
  return { school, scan: (open && scanAt(newest.slug, open.version)) ?? newest, records };
}
