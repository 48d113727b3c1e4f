import { eq } from "drizzle-orm";
import type { Language } from "#app/domain/text.ts";
import type { Context } from "#app/services/context.server.ts";
import type { Membership } from "#app/services/session.server.ts";
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
