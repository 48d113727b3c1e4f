import { sql } from "drizzle-orm";
import { may } from "#app/domain/access.ts";
import { AppError, notFound } from "#app/domain/errors.ts";
import { changeKinds } from "#app/domain/framework/diff.ts";
import { diffView, type DiffView, type KindAsked } from "#app/domain/framework/diff-view.ts";
import { upgradeEffect, withdrawalRefusal, type HeldRound, type TrendEffect, type VersionUse } from "#app/domain/framework/effect.ts";
import type { Framework } from "#app/domain/framework/framework.ts";
import { newestOf, versionBefore } from "#app/domain/framework/upgrade.ts";
import { compareVersions } from "#app/domain/framework/version.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import { inLanguage, type Language } from "#app/domain/text.ts";
import type { Context } from "#app/services/context.server.ts";
import { profileAt } from "#app/services/frameworks.server.ts";
import { asRole } from "#db/client.server.ts";

/** What happens to one trend, in the reader's language. */
export type EffectLine = Pick<TrendEffect, "effect" | "why" | "rounds"> & { readonly instrument: string; readonly title: string; readonly into: readonly string[] };

/** Two versions of a framework side by side, with what the second does to trends and what holds the first in place. `diff` is null when there is one version only. */
export type VersionsPage = {
  readonly slug: string;
  readonly title: string;
  /** Newest first. */
  readonly versions: readonly string[];
  readonly from: string;
  readonly to: string;
  readonly diff: DiffView | null;
  readonly effects: readonly EffectLine[];
  readonly use: VersionUse;
};

/** What the address asks for; what is left out is the newest version against the one it was made from. */
export type VersionsAsked = { readonly from: string | null; readonly to: string | null; readonly kind: string | null; readonly page: number };

/** Two versions of a framework for the administrator. Two statements. @throws AppError "not-found" for a framework or version that is not there */
export async function versionsSideBySide(ctx: Context, slug: string, asked: VersionsAsked): Promise<VersionsPage> {
  if (!may(ctx.actor, "board:manage", {})) throw notFound();
  const { language } = ctx.actor;
  const versions = ctx.library.frameworks.filter((each) => each.slug === slug);
  const find = (version: string) => versions.find((each) => each.version === version);
  const to = asked.to === null ? newestOf(versions) : find(asked.to);
  const from = to && (asked.from === null ? (versionBefore(to, versions) ?? to) : find(asked.from));
  if (!to || !from) throw notFound();
  const rounds = await roundsWith(ctx, slug);
  return {
    slug,
    title: inLanguage(to.title, language),
    versions: versions.map(({ version }) => version).sort((a, b) => compareVersions(b, a)),
    from: from.version,
    to: to.version,
    diff: versions.length < 2 ? null : diffView(from, to, versions, { language, kind: kindOf(asked.kind), page: asked.page }),
    effects: upgradeEffect(to, rounds, versions).map((effect) => effectInWords(effect, language)),
    use: await useOf(ctx, from, rounds),
  };
}

/** Anything else than a kind shows what changed, as without asking. */
export function kindOf(asked: string | null): KindAsked {
  return asked === "all" ? "all" : (changeKinds.find((kind) => kind === asked) ?? "changed");
}

/** What happens to a trend, in the reader's language. */
export function effectInWords({ instrument, title, into, ...effect }: TrendEffect, language: Language): EffectLine {
  return { ...effect, instrument: inLanguage(instrument, language), title: inLanguage(title, language), into: into.map((each) => inLanguage(each, language)) };
}

/** @throws AppError "conflict", naming the rounds, when a version is in use: what was made with it has to stay readable and comparable */
export async function refuseWhenUsed(ctx: Context, framework: Framework): Promise<void> {
  if (!may(ctx.actor, "board:manage", {})) throw notFound();
  const refusal = withdrawalRefusal(framework, await useOf(ctx, framework, await roundsWith(ctx, framework.slug)));
  if (refusal) throw new AppError("conflict", refusal);
}

type Row = { name: string; version: string; instrument: string; families: Family[]; profile: string; profileVersion: string };

/** Rounds held with any version of this framework, oldest first; those that were cancelled asked nothing. */
export async function roundsWith({ actor, db, library }: Context, slug: string): Promise<HeldRound[]> {
  const rows = (await db.execute(sql`
    select r.name, r.framework_version as version, r.instrument, r.families, r.profile, r.profile_version as "profileVersion"
    from rounds r
    where r.organisation_id = ${actor.organisationId} and r.framework = ${slug} and r.cancelled_at is null
    order by r.opens_at, r.name, r.id`)) as unknown as Row[];
  return rows.map(({ profile: profileSlug, profileVersion, ...round }) => {
    const profile = profileAt(profileSlug, profileVersion, library);
    const asked = new Set(round.families.flatMap((family) => Object.values(profile?.families[family]?.asked ?? {}).flatMap(({ items }) => items)));
    return { ...round, asked: [...asked] };
  });
}

/** Whether somebody answered it outside a round is all that is said of persons here, and not who or how many. */
async function useOf({ actor, db }: Context, { slug, version }: Framework, rounds: readonly HeldRound[]): Promise<VersionUse> {
  const [row] = await asRole(
    db,
    "app_job",
    async () =>
      (await db.execute(sql`
    select exists (select 1 from assessments a where a.organisation_id = ${actor.organisationId} and a.round_id is null and a.framework = ${slug} and a.framework_version = ${version}) as own`)) as unknown as { own: boolean }[],
  );
  return { rounds: rounds.filter((round) => round.version === version).map(({ name }) => name), own: row!.own };
}
