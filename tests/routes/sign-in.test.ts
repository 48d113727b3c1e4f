import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { createAccount } from "#app/services/session.server.ts";
import { sessions } from "#db/schema/index.ts";
import { openSite, password, type Answered } from "#tests/setup/site.ts";

const site = await openSite();
const { board } = site;

const setCookie = (answered: Answered, name: string) => answered.headers.getSetCookie().find((each) => each.startsWith(`${name}=`));
const cookieOf = (answered: Answered) => setCookie(answered, "groeikompas")?.split(";")[0] ?? "";
const signIn = (email: string, secret: string, more: { cookie?: string; backTo?: string } = {}) =>
  site.post(`/inloggen${more.backTo ? `?terug=${encodeURIComponent(more.backTo)}` : ""}`, { email, password: secret }, more.cookie ?? "");
async function account(key: string): Promise<string> {
  const person = board.person(key);
  await createAccount(board.database, { email: person.email, password, language: "nl", organisationId: board.organisationId, organisationName: "Test", personId: person.id });
  return person.email;
}

describe("signing in", () => {
  test("gives a cookie that scripts and other sites cannot use, and goes to the start", async () => {
    const answered = await signIn(await account("eik-leraar-1"), password);
    expect([answered.status, answered.to]).toEqual([302, "/"]);
    expect(setCookie(answered, "groeikompas")).toMatch(/^groeikompas=[0-9a-f]{64}; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await site.get("/account", cookieOf(answered))).html).toContain("Name eik-leraar-1");
  });

  test("says exactly the same for an unknown address and a wrong password, and starts nothing", async () => {
    const email = await account("eik-leraar-2");
    const wrong = await signIn(email, "not the password");
    const unknown = await signIn("nobody@test.example", "not the password");
    expect([wrong.status, unknown.status]).toEqual([422, 422]);
    expect([cookieOf(wrong), cookieOf(unknown)]).toEqual(["", ""]);
    const plain = (answered: Answered, typed: string) => answered.html.replaceAll(typed, "").replace(/nonce="[^"]*"/g, "").replace(/[0-9a-f]{8,}/g, "");
    expect(plain(unknown, "nobody@test.example")).toBe(plain(wrong, email));
    expect(wrong.html).toContain("horen niet bij elkaar");
    expect(wrong.html).not.toContain("not the password");
  });

  test("the eleventh wrong password is answered with 429, in a sentence", async () => {
    const email = await account("eik-leraar-3");
    for (let n = 0; n < 10; n += 1) expect((await signIn(email, "wrong")).status).toBe(422);
    const answered = await signIn(email, "wrong");
    expect(answered.status).toBe(429);
    expect(answered.html).toContain("Je account is niet geblokkeerd");
    // A colleague on the same network is not in the way of this.
    expect((await signIn(await account("eik-leraar-4"), password)).status).toBe(302);
  });

  test("an id from before signing in is worth nothing after it, and no id of a visitor is ever taken over", async () => {
    const email = await account("eik-leraar-5");
    const before = cookieOf(await signIn(email, password));
    const after = cookieOf(await signIn(email, password, { cookie: before }));
    expect(after).not.toBe(before);
    expect([(await site.get("/account", before)).status, (await site.get("/account", after)).status]).toEqual([302, 200]);
    const planted = `groeikompas=${"a".repeat(64)}`;
    expect(cookieOf(await signIn(email, password, { cookie: planted }))).not.toBe(planted);
    expect((await site.get("/account", planted)).status).toBe(302);
  });

  test("the table holds a hash of the cookie and nothing that opens a door", async () => {
    const cookie = cookieOf(await signIn(await account("eik-leraar-6"), password)).split("=")[1]!;
    const ids = (await board.database.transaction("app_session", null, (db) => db.select({ id: sessions.id }).from(sessions))).map(({ id }) => id);
    expect(ids).toContain(createHash("sha256").update(cookie).digest("hex"));
    expect(ids).not.toContain(cookie);
  });

  test.each([["/account", "/account"], ["//evil.example", "/"], ["/\\evil.example", "/"], ["https://evil.example", "/"], ["javascript:alert(1)", "/"], ["/..//evil.example", "/"], ["/account.data", "/account"]])(
    "going on to %s leads to %s",
    async (backTo, to) => {
      const answered = await signIn(board.person("eik-leraar-6").email, password, { backTo });
      expect([answered.status, answered.to]).toEqual([302, to]);
    },
  );

  test("is written in the own log", async () => {
    const cookie = await site.signIn("eik-leraar-7");
    expect((await site.get("/account/inzagelog", cookie)).html).toContain("Er is ingelogd.");
  });
});

describe("signing out", () => {
  test("ends the session on the server, not only in the browser", async () => {
    const cookie = await site.signIn("eik-leraar-8");
    expect((await site.get("/account", cookie)).status).toBe(200);
    const answered = await site.post("/uitloggen", {}, cookie);
    expect([answered.status, answered.to]).toEqual([302, "/inloggen"]);
    expect(setCookie(answered, "groeikompas")).toContain("Max-Age=0");
    // The storage is not ours alone: what waits there for a colleague is theirs.
    expect(answered.headers.get("Clear-Site-Data")).toBe('"cache"');
    expect((await site.get("/account", cookie)).status).toBe(302);
  });

  test("does not happen by following a link", async () => {
    const cookie = await site.signIn("eik-leraar-9");
    expect((await site.get("/uitloggen", cookie)).to).toBe("/");
    expect((await site.get("/account", cookie)).status).toBe(200);
  });
});

describe("the language", () => {
  test("is chosen by the visitor before signing in and kept in a cookie for a year", async () => {
    expect((await site.get("/inloggen")).html).toContain('<html lang="nl"');
    const answered = await site.post("/taal", { language: "en", backTo: "/inloggen" });
    const cookie = setCookie(answered, "taal")!;
    expect(cookie).toMatch(/^taal=en; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Lax$/);
    expect((await site.get("/inloggen", cookie.split(";")[0])).html).toContain('<html lang="en"');
    expect((await site.post("/taal", { language: "xx", backTo: "/" })).status).toBe(404);
  });

  test("of somebody signed in is kept with the account, also on a device that says otherwise", async () => {
    const cookie = await site.signIn("linde-leraar-9");
    await site.post("/taal", { language: "en", backTo: "/account" }, cookie);
    expect((await site.get("/account", `${cookie}; taal=nl`)).html).toContain("My account");
  });
});
