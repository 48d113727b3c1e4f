import type { Role } from "#app/domain/access.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import type { Database } from "#db/client.server.ts";
import { appointments, organisations, people, roleGrants, schools } from "#db/schema/index.ts";

export type SchoolPlan = { id: string; name: string; kind: "school" | "office" };
export type PersonPlan = {
  id: string;
  name: string;
  email: string;
  schoolId: string;
  family: Family;
  functionId: string;
  fte: number;
  roles: readonly { role: Role; schoolId?: string }[];
};
export type BoardPlan = { id: string; name: string; practice: boolean; schools: readonly SchoolPlan[] };

/** Writes a board and its schools, as that board's own administrator would. */
export async function setUpBoard(database: Database, plan: BoardPlan): Promise<void> {
  await database.transaction("app_user", { organisationId: plan.id, personId: null, roles: ["admin"] }, async (db) => {
    await db.insert(organisations).values({ id: plan.id, name: plan.name, practice: plan.practice });
    await db.insert(schools).values(plan.schools.map((school, position) => ({ organisationId: plan.id, ...school, position })));
  });
}

/** Adds people with their main appointment and roles. */
export async function addPeople(database: Database, organisationId: string, plans: readonly PersonPlan[]): Promise<void> {
  if (plans.length === 0) return;
  await database.transaction("app_user", { organisationId, personId: null, roles: ["admin"] }, async (db) => {
    await db.insert(people).values(plans.map(({ id, name, email }) => ({ organisationId, id, name, email })));
    await db.insert(appointments).values(plans.map(({ id, schoolId, family, functionId, fte }) => ({ organisationId, personId: id, schoolId, family, functionId, fte, main: true })));
    const grants = plans.flatMap(({ id, roles }) => roles.map(({ role, schoolId }) => ({ organisationId, personId: id, role, schoolId: schoolId ?? null })));
    if (grants.length > 0) await db.insert(roleGrants).values(grants);
  });
}
