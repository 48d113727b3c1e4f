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
  | { readonly kind: "scenarios"; readonly set: Said<Scenarios> }
  | { readonly kind: "school-scan"; readonly scan: Said<SchoolScan>; /** The schools that the reader leads, and so may scan. */ readonly schools: readonly { readonly id: string; readonly name: string }[] };

/** What a team can do together, for all staff. No statement. */
export function listActivities({ actor: { language } }: Context): ActivityCard[] {
  return newestActivities().map((each) => ({ slug: each.slug, kind: each.kind, title: each.title[language], summary: each.summary[language], minutes: each.minutes }));
}

/** One activity in its newest version. At most one statement. @throws AppError "not-found" */
export async function openActivity(ctx: Context, slug: string): Promise<ActivityView> {
  const activity = activityOf(slug);
  if (!activity) throw notFound();
  const { leads, language } = ctx.actor;
  if (activity.kind === "conversation") return { kind: activity.kind, sheet: said(activity, language) };
  if (activity.kind === "school-scan") return { kind: activity.kind, scan: said(activity, language), schools: leads.length > 0 ? (await mySchools(ctx)).leads : [] };
  return { kind: activity.kind, set: said(activity, language) };
}

export type CardView = { readonly set: Said<Scenarios>; readonly open: Said<OpenCard>; /** True when somebody is done choosing. */ readonly asked: boolean };

/** One card with the choices that the address names; nothing is kept. No statement. @throws AppError "not-found" */
export function openCard({ actor: { language } }: Context, slug: string, cardId: string, asked: URLSearchParams): CardView {
  const activity = activityOf(slug);
  const open = activity?.kind === "scenarios" ? cardFrom(activity, cardId, (question) => asked.get(question)) : null;
  if (activity?.kind !== "scenarios" || !open) throw notFound();
  return { set: said(activity, language), open: said(open, language), asked: asked.has("klaar") };
}
