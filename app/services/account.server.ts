import { eq, sql } from "drizzle-orm";
import { AppError } from "#app/domain/errors.ts";
import type { Role } from "#app/domain/access.ts";
import { passwordProblem, type PasswordProblem } from "#app/domain/password.ts";
import { familyMember, staffFunction } from "#app/domain/people/function-group.ts";
import { inLanguage, type Language } from "#app/domain/text.ts";
import type { Context } from "#app/services/context.server.ts";
import { logged } from "#app/services/log.server.ts";
import { changePassword, countSessions, endAllSessions, type Membership } from "#app/services/session.server.ts";
import { asRole } from "#db/client.server.ts";
import { accounts, memberships } from "#db/schema/index.ts";

/** Keeps the language somebody chose, for every device. */
export async function chooseLanguage(ctx: Context, language: Language): Promise<void> {
  await asRole(ctx.db, "app_session", () => ctx.db.update(accounts).set({ language }).where(eq(accounts.id, ctx.actor.accountId)));
}

/** The boards this account belongs to. */
export async function membershipsOf(ctx: Context): Promise<Membership[]> {
  return asRole(ctx.db, "app_session", () => ctx.db.select().from(memberships).where(eq(memberships.accountId, ctx.actor.accountId)).orderBy(memberships.organisationName));
}

/** What somebody sees of themselves. `practice`: the printed logins of the practice board, whose password stays as it is. */
export type Account = {
  readonly name: string;
  readonly email: string;
  readonly functionTitle: string | null;
  readonly school: string | null;
  readonly roles: readonly { readonly role: Role; readonly schools: readonly string[] }[];
  readonly organisation: string;
  readonly practice: boolean;
  /** Devices and browsers where this account is signed in now. */
  readonly sessions: number;
};

/** The reader's own account. */
export async function ownAccount(ctx: Context): Promise<Account> {
  const { actor, db, now } = ctx;
  const { email, sessions } = await asRole(db, "app_session", async () => ({ email: await emailOf(ctx), sessions: await countSessions(db, actor.accountId, now) }));
  const board = await boardOf(ctx);
  const title = actor.family === null ? null : (staffFunction(actor.functionId ?? "")?.title ?? familyMember[actor.family]);
  return {
    name: actor.name,
    email,
    sessions,
    functionTitle: title && inLanguage(title, actor.language),
    school: board.school,
    organisation: board.organisation,
    practice: board.practice,
    roles: actor.roles.map((role) => ({ role, schools: role === "leader" ? board.leads : [] })),
  };
}

/**
 * Gives the account a new password and signs it out everywhere, this browser too.
 * @returns "changed", or which field is wrong and why
 * @throws AppError "forbidden" at the practice board, "too-many" after ten wrong old passwords
 */
export async function choosePassword(ctx: Context, { old, next }: { old: string; next: string }): Promise<"changed" | { field: "old"; problem: "wrong" } | { field: "next"; problem: PasswordProblem }> {
  const { actor, db, now } = ctx;
  if ((await boardOf(ctx)).practice) {
    throw new AppError("forbidden", {
      nl: "Dit is een oefenbestuur. De wachtwoorden blijven hier hetzelfde, zodat iedereen kan blijven inloggen. Er is niets veranderd.",
      en: "This is a practice board. The passwords stay the same here, so that everybody can keep signing in. Nothing has changed.",
    });
  }
  const outcome = await asRole(db, "app_session", async () => {
    const problem = passwordProblem(next, { old, email: await emailOf(ctx), name: actor.name });
    return problem ?? changePassword(db, { accountId: actor.accountId, old, next, now });
  });
  if (outcome === "wrong") return { field: "old", problem: outcome };
  if (outcome !== "changed") return { field: "next", problem: outcome };
  await logged(ctx, { action: "password.changed", personId: actor.personId });
  return "changed";
}

/** Signs the account out on every device and at every board. */
export async function signOutEverywhere(ctx: Context): Promise<void> {
  await asRole(ctx.db, "app_session", () => endAllSessions(ctx.db, ctx.actor.accountId, ctx.now));
  await logged(ctx, { action: "sessions.ended", personId: ctx.actor.personId });
}

/** Only as app_session. */
async function emailOf({ db, actor }: Context): Promise<string> {
  const [row] = await db.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, actor.accountId));
  return row?.email ?? "";
}

type Board = { organisation: string; practice: boolean; school: string | null; leads: string[] };

async function boardOf({ db, actor }: Context): Promise<Board> {
  const [row] = (await db.execute(sql`
    select o.name as organisation, o.practice,
      (select s.name from schools s where s.organisation_id = o.id and s.id = ${actor.schoolId}::uuid) as school,
      coalesce((select array_agg(s.name order by s.position, s.name) from schools s where s.organisation_id = o.id and s.id = any(${sql.param([...actor.leads])}::uuid[])), '{}') as leads
    from organisations o where o.id = ${actor.organisationId}`)) as unknown as Board[];
  return row!;
}
