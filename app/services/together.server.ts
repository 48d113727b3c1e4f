import type { ActivityKind, Conversation, Scenarios, SchoolScan } from "#app/domain/activity/activity.ts";
import { cardFrom, type OpenCard } from "#app/domain/activity/card.ts";
import { notFound } from "#app/domain/errors.ts";
import { said, type Said } from "#app/domain/said.ts";
import { activityOf, newestActivities } from "#app/services/activities.server.ts";
import { mySchools } from "#app/services/assessments-home.server.ts";
import type { Context } from "#app/services/context.server.ts";

export type ActivityCard = { readonly slug: string; readonly kind: ActivityKind; readonly title: string; readonly summary: string; readonly minutes: number };
export type ActivityView =
  | { readonly kind: "conversation"; readonly sheet: Said<Conversation> }
  | { readonly kind: "scenarios"; readonly set: Said<Scenarios>; readonly open: Said<OpenCard> | null; readonly asked: boolean }
  | { readonly kind: "school-scan"; readonly scan: Said<SchoolScan>; /** The schools that the reader leads, and so may scan. */ readonly schools: readonly { readonly id: string; readonly name: string }[] };

/** What a team can do together, for all staff. No statement. */
export function listActivities({ actor: { language } }: Context): ActivityCard[] {
  return newestActivities().map((each) => ({ slug: each.slug, kind: each.kind, title: each.title[language], summary: each.summary[language], minutes: each.minutes }));
}

/** One activity in its newest version, with the card and choices that the address names; nothing is kept. At most one statement. @throws AppError "not-found" */
export async function openActivity(ctx: Context, slug: string, asked: URLSearchParams): Promise<ActivityView> {
  const activity = activityOf(slug);
  if (!activity) throw notFound();
  const { leads, language } = ctx.actor;
  if (activity.kind === "conversation") return { kind: activity.kind, sheet: said(activity, language) };
  if (activity.kind === "school-scan") return { kind: activity.kind, scan: said(activity, language), schools: leads.length > 0 ? (await mySchools(ctx)).leads : [] };
  const open = cardFrom(activity, (name) => asked.get(name));
  return { kind: activity.kind, set: said(activity, language), open: open && said(open, language), asked: asked.has("klaar") };
}
