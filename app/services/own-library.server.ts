import { sql } from "drizzle-orm";
import { checkFramework, checkProfile } from "#app/domain/framework/check.ts";
import type { Framework } from "#app/domain/framework/framework.ts";
import type { Profile } from "#app/domain/framework/profile.ts";
import { compareVersions } from "#app/domain/framework/version.ts";
import { log } from "#app/log.server.ts";
import { library, type Library } from "#app/services/frameworks.server.ts";
import type { Db } from "#db/client.server.ts";

type Row = { kind: "framework" | "profile"; slug: string; version: string; state: string; hash: string; document: unknown };

/** The libraries of boards that have documents of their own, newest use last. */
const boards = new Map<string, { readonly stamp: string; readonly library: Library }>();
const mostBoards = 200;

/**
 * The library as a board sees it: the files that ship with the product and what the board itself published.
 * @param stamp changes with what the board published; null when there is nothing (`libraryStamp` in SQL)
 */
export async function libraryOf(db: Db, organisationId: string, stamp: string | null): Promise<Library> {
  if (stamp === null) return library();
  const known = boards.get(organisationId);
  boards.delete(organisationId);
  const found = known?.stamp === stamp ? known : { stamp, library: withOwn(await published(db, organisationId)) };
  boards.set(organisationId, found);
  if (boards.size > mostBoards) boards.delete(boards.keys().next().value!);
  return found.library;
}

/** SQL for the stamp of a board: one value, from the index alone as long as nothing was published. */
export function libraryStamp(organisationId: string) {
  return sql`(select md5(string_agg(d.id::text || d.state, ',' order by d.id)) from library_documents d where d.organisation_id = ${organisationId}::uuid and d.published_at is not null)`;
}

/** The same for whoever has no actor: the job that releases, a command. */
export async function ownLibrary(db: Db, organisationId: string): Promise<Library> {
  const [row] = (await db.execute(sql`select ${libraryStamp(organisationId)} as stamp`)) as unknown as { stamp: string | null }[];
  return libraryOf(db, organisationId, row!.stamp);
}

async function published(db: Db, organisationId: string): Promise<Row[]> {
  return (await db.execute(sql`
    select kind, slug, version, state, hash, document from library_documents
    where organisation_id = ${organisationId}::uuid and published_at is not null and kind in ('framework', 'profile')`)) as unknown as Row[];
}

/** A withdrawn version stays readable, because results point at it. What the checker of today refuses is left out and logged. */
function withOwn(rows: readonly Row[]): Library {
  const base = library();
  const sorted = [...rows].sort((a, b) => (a.slug === b.slug ? compareVersions(a.version, b.version) : a.slug < b.slug ? -1 : 1));
  const frameworks: Framework[] = [...base.frameworks];
  const profiles: Profile[] = [...base.profiles];
  const hashes: Record<string, string> = { ...base.hashes };
  for (const { kind, slug, version, hash, document } of sorted.filter((row) => row.kind === "framework")) {
    const checked = checkFramework(document);
    if (checked.ok) frameworks.push(checked.value);
    else log.error({ document: `${kind} ${slug}@${version}`, problems: checked.problems.slice(0, 5) });
    hashes[`${slug}/${version}.json`] = hash;
  }
  const find = (slug: string, version: string) => frameworks.find((each) => each.slug === slug && each.version === version) ?? null;
  for (const { kind, slug, version, hash, document } of sorted.filter((row) => row.kind === "profile")) {
    const checked = checkProfile(document, find);
    if (checked.ok) profiles.push(checked.value);
    else log.error({ document: `${kind} ${slug}@${version}`, problems: checked.problems.slice(0, 5) });
    hashes[`profiles/${slug}/${version}.json`] = hash;
  }
  const withdrawn = rows.filter(({ kind, state }) => kind === "framework" && state === "withdrawn").map(({ slug, version }) => `${slug}@${version}`);
  return { ...base, frameworks, profiles, hashes, withdrawn };
}
