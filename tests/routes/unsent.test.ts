import { eq } from "drizzle-orm";
import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { personHeader } from "#app/components/assessment/send-answer.ts";
import { createAccount } from "#app/services/session.server.ts";
import { answers, memberships, sessions } from "#db/schema/index.ts";
import { otherBoard } from "#tests/setup/board.ts";
import { openSite, password, type Answered } from "#tests/setup/site.ts";
import { colleague, owner, tellStory, type Story } from "#tests/setup/site-story.ts";

const site = await openSite();
const { board } = site;
const admin = postgres(board.adminUrl, { max: 1 });
afterAll(() => admin.end());
let story: Story;
beforeAll(async () => void (story = await tellStory(board, new Date())));

const ours = { "Sec-Fetch-Site": "same-origin" };
const json = (answered: Answered) => JSON.parse(answered.html) as unknown;
const cookieIn = (answered: Answered) => answered.headers.getSetCookie().find((each) => each.startsWith("groeikompas="))?.split(";")[0] ?? "";
const idOf = (key: string) => board.person(key).id;
const keysOf = async (key: string) => (await admin<{ id: string }[]>`select k.id from queue_keys k join memberships m on m.account_id = k.account_id where m.person_id = ${idOf(key)}`).map(({ id }) => id);

describe("the keys for what waits in a browser", () => {
  test.each([{}, { "Sec-Fetch-Site": "cross-site" }, { "Sec-Fetch-Site": "same-site" }, { "Sec-Fetch-Site": "none" }])("are not there for %j", async (headers) => {
    const answered = await site.get("/sessie/sleutels", await site.signIn(owner), headers);
    expect([answered.status, answered.html]).toEqual([403, "Dit is er alleen voor de pagina's van Groeikompas zelf.\n\nThis is only there for the pages of Groeikompas itself.\n"]);
    expect(await keysOf(owner)).toEqual([]);
  });

  test("are there for the own pages of who is signed in, are kept nowhere, and hold nothing else", async () => {
    const answered = await site.get("/sessie/sleutels", await site.signIn(owner), ours);
    expect([answered.status, answered.headers.get("Cache-Control"), answered.headers.get("Cross-Origin-Resource-Policy")]).toEqual([200, "no-store", "same-origin"]);
    expect(json(answered)).toEqual({ current: { id: expect.any(String), key: expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/) }, earlier: [] });
    const theirs = json(await site.get("/sessie/sleutels", await site.signIn(colleague), ours)) as { current: { id: string } };
    expect(theirs).toMatchObject({ earlier: [] });
    expect(await keysOf(colleague)).toEqual([theirs.current.id]);
  });

  test("send a stranger to sign in", async () => {
    const answered = await site.get("/sessie/sleutels", "", ours);
    expect([answered.status, answered.to]).toEqual([302, "/inloggen?terug=%2Fsessie%2Fsleutels"]);
  });

  test("stay after a session that ended, go at signing out, and are not given on a shared device", async () => {
    const key = "eik-leraar-1";
    const first = await site.signIn(key);
    const signIn = async (more: Record<string, string> = {}, cookie = "") => cookieIn(await site.post("/inloggen", { email: board.person(key).email, password, ...more }, cookie));
    const keys = async (cookie: string) => json(await site.get("/sessie/sleutels", cookie, ours)) as { current: { id: string } | null; earlier: { id: string }[] };
    const before = (await keys(first)).current!.id;
    await admin`update sessions set expires_at = now() - interval '1 minute' where person_id = ${idOf(key)}`;
    expect((await site.get("/sessie/sleutels", first, ours)).status).toBe(302);
    const second = await signIn({}, first);
    expect((await keys(second)).earlier.map(({ id }) => id)).toEqual([before]);
    const shared = await signIn({ shared: "on" });
    expect(await keys(shared)).toEqual({ current: null, earlier: [] });
    expect(json(await site.get("/sessie", shared))).toMatchObject({ endsIn: expect.toSatisfy((seconds: number) => seconds <= 1800) });
    await site.post("/uitloggen", {}, second);
    expect(await keysOf(key)).toEqual([before]);
  });
});

describe("how long a session lasts", () => {
  test("is told to its browser, null to everybody else, and asking is no use of it", async () => {
    const cookie = await site.signIn("eik-leraar-2");
    const ends = async () => (await admin<{ at: Date }[]>`select expires_at as at from sessions where person_id = ${idOf("eik-leraar-2")}`)[0]!.at.getTime();
    await admin`update sessions set expires_at = now() + interval '100 seconds' where person_id = ${idOf("eik-leraar-2")}`;
    const at = await ends();
    expect(json(await site.get("/sessie", cookie))).toMatchObject({ person: idOf("eik-leraar-2"), extends: true, endsIn: expect.toSatisfy((seconds: number) => seconds > 90 && seconds <= 100) });
    expect(await ends()).toBe(at);
    expect(json(await site.post("/sessie", {}, cookie))).toMatchObject({ endsIn: 3600, extends: true });
    expect(await ends()).toBeGreaterThan(at + 3_000_000);
    expect(json(await site.get("/sessie"))).toBeNull();
    expect((await site.post("/sessie", {})).to).toContain("/inloggen");
    expect((await site.post("/sessie", {}, cookie, { Origin: "https://evil.example" })).status).toBe(403);
  });

  test("another board can be chosen after a while of reading, and a shared device stays one", async () => {
    const other = await otherBoard(board, 2);
    const person = board.person("eik-leraar-3");
    const accountId = await createAccount(board.database, { email: person.email, password, language: "nl", organisationId: board.organisationId, organisationName: "A", personId: person.id });
    await board.database.transaction("app_session", null, (db) => db.insert(memberships).values({ accountId, organisationId: other.organisationId, personId: other.person("eik-leraar-3").id, organisationName: "B" }));
    const cookie = cookieIn(await site.post("/inloggen", { email: person.email, password, shared: "on" }));
    await admin`update sessions set expires_at = expires_at - interval '5 minutes' where account_id = ${accountId}`;
    const answered = await site.post("/inloggen/bestuur", { board: other.organisationId }, cookie);
    expect([answered.status, answered.to]).toEqual([302, "/"]);
    const rows = await board.database.transaction("app_session", null, (db) => db.select({ shared: sessions.shared, at: sessions.organisationId }).from(sessions).where(eq(sessions.accountId, accountId)));
    expect(rows).toEqual([{ shared: true, at: other.organisationId }]);
  });
});

describe("an answer that waited while somebody else signed in", () => {
  const body = { itemId: "", clientId: randomUUID(), base: "0", answer: "2", note: "van mij" };
  const stored = () => board.as(owner, ({ db }) => db.select({ note: answers.note }).from(answers).where(eq(answers.clientId, body.clientId)));

  test("is not saved as theirs and not refused for good, and is saved once its owner is back", async () => {
    body.itemId = story.competenceId;
    const send = async (key: string, person: string) => site.post(`/zelfscans/${story.ownHalf}/antwoord`, body, await site.signIn(key), { [personHeader]: person });
    for (const [key, person] of [[colleague, idOf(owner)], [owner, idOf(colleague)]] as const) {
      const answered = await send(key, person);
      expect([answered.status, json(answered)]).toEqual([403, { status: "other-person" }]);
    }
    expect(await stored()).toEqual([]);
    const [{ sequence }] = (await admin<{ sequence: number }[]>`select coalesce(max(sequence), 0)::int as sequence from answers where assessment_id = ${story.ownHalf} and item_id = ${story.competenceId}`) as unknown as [{ sequence: number }];
    body.base = String(sequence);
    expect((await send(owner, idOf(owner))).status).toBe(200);
    expect(await stored()).toEqual([{ note: "van mij" }]);
  });
});
