import { and, desc, eq, sql, type SQL } from "drizzle-orm";
import { may } from "#app/domain/access.ts";
import { notFound } from "#app/domain/errors.ts";
import { boardActions, type LogAction, type LogCursor, type LogEntry } from "#app/domain/log.ts";
import { staffFunctions } from "#app/domain/people/function-group.ts";
import { inLanguage, type Language } from "#app/domain/text.ts";
import type { Context } from "#app/services/context.server.ts";
import { questionnaireTitle } from "#app/domain/framework/framework.ts";
import type { Library } from "#app/services/frameworks.server.ts";
import { logEntries } from "#db/schema/index.ts";

/** One page of the log, newest first; `older` is where the next one begins, null on the last. */
export type LogPage = { readonly entries: readonly LogEntry[]; readonly older: LogCursor | null };

const perPage = 50;

/** What is about this person: all of it, or only what others did. Nobody else can ask for it. */
export function ownLog(ctx: Context, { before, byOthers }: { before: LogCursor | null; byOthers: boolean }): Promise<LogPage> {
  const { personId } = ctx.actor;
  return pageOf(ctx, before, sql`${logEntries.personId} = ${personId} and not (${byOthers}::boolean and ${logEntries.actorId} is not distinct from ${personId}::uuid)`);
}

/**
 * What was looked at and changed at this board, for the administrator; one kind of action when asked.
 * Leaves out what is a person's own business: otherwise it would tell who takes part.
 */
export function boardLog(ctx: Context, { before, action }: { before: LogCursor | null; action: LogAction | null }): Promise<LogPage> {
  if (!may(ctx.actor, "board:manage", {})) throw notFound();
  const shown = boardActions.filter((each) => action === null || each === action);
  return pageOf(ctx, before, sql`${logEntries.action} = any(${sql.param(shown)}::text[])`);
}

/** By moment and id together, so that a page does not shift when entries are added or share a moment. */
async function pageOf({ db, actor, library }: Context, before: LogCursor | null, which: SQL): Promise<LogPage> {
  const from = before ?? { at: null, id: "ffffffff-ffff-ffff-ffff-ffffffffffff" };
  const rows = await db
    .select({
      id: logEntries.id,
      at: logEntries.at,
      actorId: logEntries.actorId,
      actorName: logEntries.actorName,
      actorRole: sql<LogEntry["actorRole"]>`${logEntries.actorRole}`,
      action: sql<LogAction>`${logEntries.action}`,
      subject: logEntries.subject,
    })
    .from(logEntries)
    .where(and(eq(logEntries.organisationId, actor.organisationId), which, sql`(${logEntries.at}, ${logEntries.id}) < (${from.at?.toISOString() ?? "infinity"}::timestamptz, ${from.id}::uuid)`))
    .orderBy(desc(logEntries.at), desc(logEntries.id))
    .limit(perPage + 1);
  const entries = rows.slice(0, perPage).map((entry) => ({ ...entry, subject: subjectIn(entry, actor.language, library) }));
  const last = entries.at(-1);
  return { entries, older: rows.length > perPage && last ? { at: last.at, id: last.id } : null };
}

/**
 * What an entry was about, in the reader's language. Names that people gave (of a round, of a training) stay as they are;
 * functions and frameworks are written down in Dutch and have a title in both languages.
 */
function subjectIn({ action, subject }: Pick<LogEntry, "action" | "subject">, language: Language, library: Library): string {
  if (action === "function.corrected") {
    const titled = (title: string) => staffFunctions.find((each) => each.title.nl === title)?.title ?? null;
    return subject
      .split(" → ")
      .map((title) => inLanguage(titled(title) ?? { nl: title, en: title }, language))
      .join(" → ");
  }
  const titles = action.startsWith("assessment.") ? library.frameworks.flatMap((framework) => framework.instruments.map((instrument) => questionnaireTitle(framework, instrument))) : [];
  const title = titles.find(({ nl }) => nl === subject);
  return title ? inLanguage(title, language) : subject;
}
