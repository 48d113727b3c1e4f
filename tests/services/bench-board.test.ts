import postgres from "postgres";
import { expect, test } from "vitest";
import type { Actor } from "#app/domain/access.ts";
import { openAssessment } from "#app/services/assessments.server.ts";
import { handIn, withdraw } from "#app/services/assessments-hand-in.server.ts";
import { saveAnswer } from "#app/services/assessments-save.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { library } from "#app/services/frameworks.server.ts";
import { fillBoard } from "#scripts/bench/board/fill.ts";
import { idsFrom } from "#scripts/bench/board/plan.ts";
import { today } from "#tests/setup/board.ts";
import { ownDatabase } from "#tests/setup/test-database.ts";

const size = { schools: 4, staff: 20, rounds: 2 };

async function filled(seed = 1) {
  const own = await ownDatabase();
  const admin = postgres(own.adminUrl, { max: 2, onnotice: () => {} });
  const made = await fillBoard({ database: own.database, admin }, size, { seed, now: today });
  const hashes = (await admin<{ hash: string }[]>`select hash from releases order by closed_at, framework`).map(({ hash }) => hash);
  return { ...own, admin, made, hashes };
}

test("the board of the bench holds what the services would have written, and the same for the same seed", async () => {
  const { admin, database, made, hashes } = await filled();
  expect(made.counts.answers).toBeGreaterThan(2_000);
  expect(hashes).toHaveLength(2 * size.rounds);
  expect(await admin`select 1 from rounds where closes_at < ${today} and released_at is null`).toHaveLength(0);

  const as = <T>(personId: string, now: Date, work: (ctx: Context) => Promise<T>) => {
    const member = made.board.members.find(({ id }) => id === personId)!;
    const actor: Actor = { personId, accountId: personId, organisationId: made.board.plan.id, name: member.name, language: "nl", roles: [], leads: [], schoolId: member.schoolId, family: member.family, functionId: member.functionId };
    return database.transaction("app_user", { organisationId: actor.organisationId, personId, roles: [] }, (db) => work({ library: library(), db, now, actor }));
  };
  const frozen = (id: string) => admin`select competence_id, person_id, level, reason, wish, target, weight from results where assessment_id = ${id} order by competence_id`;
  const logged = (personId: string) => admin`select actor_id, actor_name, actor_role, action, person_id, subject from log_entries where person_id = ${personId} and action = 'assessment.handed-in' order by at desc limit 1`;

  // Handing in once more through the service, at the same moment, freezes the same.
  const handedIn = await admin<{ id: string; person_id: string; handed_in_at: Date }[]>`select id, person_id, handed_in_at from assessments where handed_in_at is not null and not exists (select from goals g where g.assessment_id = assessments.id) order by id limit 12`;
  expect(handedIn).toHaveLength(12);
  for (const { id, person_id: personId, handed_in_at: at } of handedIn) {
    const [before, line] = [await frozen(id), await logged(personId)];
    await as(personId, at, async (ctx) => {
      await withdraw(ctx, id);
      await handIn(ctx, id);
    });
    expect(await frozen(id)).toEqual(before);
    expect((await logged(personId))[0]!["subject"]).toBeTypeOf("string");
    expect(await logged(personId)).toEqual(line);
  }

  // An answer saved again through the service is the same row, with the next sequence.
  const [begun] = await admin<{ id: string; person_id: string }[]>`select id, person_id from assessments a where handed_in_at is null and exists (select from answers n where n.assessment_id = a.id) order by id limit 1`;
  const { id, person_id: personId } = begun!;
  const { answers } = await as(personId, today, (ctx) => openAssessment(ctx, id));
  for (const [itemId, state] of Object.entries(answers)) {
    const saved = await as(personId, today, (ctx) => saveAnswer(ctx, id, { itemId, clientId: crypto.randomUUID(), base: state.sequence, answer: state.answer, wish: state.wish, note: state.note }));
    expect(saved.status).toBe("saved");
    const rows = await admin`select item_id, person_id, level, reason, wish, note from answers where assessment_id = ${id} and item_id = ${itemId} and sequence >= ${state.sequence} order by sequence`;
    expect(rows[0]).toEqual(rows[1]);
  }

  expect((await filled()).hashes).toEqual(hashes);
  expect((await filled(2)).hashes).not.toEqual(hashes);
  await admin.end();
});

test("nobody answers before the round opens or after it closes, and nobody is asked who was not there", async () => {
  const { admin } = await filled();
  const [odd] = await admin`
    select
      (select count(*)::int from answers n join assessments a on a.id = n.assessment_id join rounds r on r.id = a.round_id where n.answered_at not between r.opens_at and least(r.closes_at, ${today})) as outside,
      (select count(*)::int from assessments a where not exists (select from round_members m where m.round_id = a.round_id and m.person_id = a.person_id and m.family = a.family and m.function_id = a.function_id)) as unasked,
      (select count(*)::int from assessments a join people p on p.id = a.person_id where p.left_at < a.started_at) as left_before`;
  expect(odd).toEqual({ outside: 0, unasked: 0, left_before: 0 });
  await admin.end();
});

test("ids come once, also in very many", () => {
  const ids = idsFrom(1);
  const many = Array.from({ length: 300_000 }, ids);
  expect(new Set(many).size).toBe(many.length);
  expect(many.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true);
});
