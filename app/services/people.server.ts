import { asc, eq, sql } from "drizzle-orm";
import { may, roles, type Role } from "#app/domain/access.ts";
import { notFound } from "#app/domain/errors.ts";
import { selectionFor } from "#app/domain/framework/profile.ts";
import { familyMember, staffFunction, type Family } from "#app/domain/people/function-group.ts";
import { inLanguage } from "#app/domain/text.ts";
import type { Context } from "#app/services/context.server.ts";
import { loggedOnce } from "#app/services/log.server.ts";
import { schools } from "#db/schema/index.ts";

/** What the administrator searches by; null and "" mean: all. `page` counts from 1. */
export type PeopleAsked = { readonly name: string; readonly schoolId: string | null; readonly family: Family | null; readonly page: number };

/** A function of somebody at a school; `asked` is false when no questionnaire asks it yet. */
export type Job = { readonly title: string; readonly family: Family; readonly school: string; readonly fte: number; readonly asked: boolean };
/** An access role, with the schools led. Never anything about answers or taking part. */
export type Grant = { readonly role: Role; readonly schools: readonly string[] };
export type PersonRow = { readonly id: string; readonly name: string; readonly jobs: readonly Job[]; readonly grants: readonly Grant[] };
/** `from`: the place of the first one shown, counted from 1. */
export type PeoplePage = { readonly people: readonly PersonRow[]; readonly from: number; readonly total: number; readonly pages: number; readonly schools: readonly { readonly id: string; readonly name: string }[] };

const perPage = 100;

type Row = {
  id: string;
  name: string;
  total: number;
  jobs: { family: Family; functionId: string; school: string; fte: number }[];
  grants: { role: Role; school: string | null }[];
};

/** Names without accents and in lower case, so that "zoe" finds Zoë and É stands with E. */
const plain = (text: unknown) => sql`regexp_replace(normalize(lower(${text}), NFKD), ${"[\u0300-\u036f]"}, '', 'g')`;

/** A page of the people of the board, by name. That the administrator looked is written down once per visit. */
export async function listPeople(ctx: Context, asked: PeopleAsked): Promise<PeoplePage> {
  const { actor, db } = ctx;
  if (!may(actor, "board:manage", {})) throw notFound();
  await loggedOnce(ctx, { action: "people.viewed", personId: null });
  const pattern = `%${asked.name.trim().replace(/[\\%_]/g, "\\$&")}%`;
  const rows = (await db.execute(sql`
    with found as (
      select p.id, p.name, ${plain(sql`p.name`)} as plain
      from people p
      where p.organisation_id = ${actor.organisationId} and p.left_at is null
        and ((${asked.schoolId}::uuid is null and ${asked.family}::text is null) or exists (
          select 1 from appointments a
          where a.organisation_id = p.organisation_id and a.person_id = p.id
            and (${asked.schoolId}::uuid is null or a.school_id = ${asked.schoolId}::uuid) and (${asked.family}::text is null or a.family = ${asked.family}::text)))
    ), shown as (
      select id, name, plain, count(*) over ()::int as total from found
      where plain like ${plain(sql`${pattern}::text`)}
      order by plain, id limit ${perPage} offset ${(asked.page - 1) * perPage}
    )
    select s.id, s.name, s.total,
      coalesce((select json_agg(json_build_object('family', a.family, 'functionId', a.function_id, 'school', c.name, 'fte', a.fte) order by a.main desc, c.position, a.id)
        from appointments a join schools c on c.organisation_id = a.organisation_id and c.id = a.school_id
        where a.organisation_id = ${actor.organisationId} and a.person_id = s.id), '[]') as jobs,
      coalesce((select json_agg(json_build_object('role', g.role, 'school', c.name) order by c.position, c.name)
        from role_grants g left join schools c on c.organisation_id = g.organisation_id and c.id = g.school_id
        where g.organisation_id = ${actor.organisationId} and g.person_id = s.id), '[]') as grants
    from shown s order by s.plain, s.id`)) as unknown as Row[];
  const total = rows[0]?.total ?? 0;
  return { people: rows.map((row) => personOf(row, ctx)), from: (asked.page - 1) * perPage + 1, total, pages: Math.max(1, Math.ceil(total / perPage)), schools: await schoolsOf(ctx) };
}

function personOf({ id, name, jobs, grants }: Row, { actor, library }: Context): PersonRow {
  return {
    id,
    name,
    jobs: jobs.map(({ family, functionId, school, fte }) => ({
      title: inLanguage(staffFunction(functionId)?.title ?? familyMember[family], actor.language),
      family,
      school,
      fte,
      asked: library.profiles.some((profile) => selectionFor(profile, family, functionId) !== null),
    })),
    grants: roles.flatMap((role) => {
      const given = grants.filter((each) => each.role === role);
      return given.length === 0 ? [] : [{ role, schools: given.flatMap(({ school }) => (school === null ? [] : [school])) }];
    }),
  };
}

async function schoolsOf({ actor, db }: Context): Promise<{ id: string; name: string }[]> {
  return db.select({ id: schools.id, name: schools.name }).from(schools).where(eq(schools.organisationId, actor.organisationId)).orderBy(asc(schools.position), asc(schools.name));
}
