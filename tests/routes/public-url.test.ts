import { expect, test } from "vitest";
import { createAccount } from "#app/services/session.server.ts";
import { trustedProxies } from "#scripts/server/proxy.ts";
import { openSite, password } from "#tests/setup/site.ts";

const own = "https://groei.example";
Object.assign(process.env, { PUBLIC_URL: own, TRUST_PROXY: "1" });
const site = await openSite();
const { board } = site;

async function account(key: string): Promise<string> {
  const person = board.person(key);
  await createAccount(board.database, { email: person.email, password, language: "nl", organisationId: board.organisationId, organisationName: "Test", personId: person.id });
  return person.email;
}
const signIn = (email: string, secret: string, headers: Record<string, string> = {}) => site.post("/inloggen", { email, password: secret }, "", { Origin: own, ...headers });

test("behind https every cookie is Secure, bound to this host and out of reach of scripts", async () => {
  const session = (await signIn(await account("linde-leraar-1"), password)).headers.getSetCookie();
  const language = (await site.post("/taal", { language: "en", backTo: "/" }, "", { Origin: own })).headers.getSetCookie();
  expect([session.length, language.length]).toEqual([1, 1]);
  for (const cookie of [...session, ...language]) expect(cookie).toMatch(/^__Host-[a-z]+=[^;]+;.* Path=\/; HttpOnly; Secure; SameSite=Lax$/);
});

test.each([["/inloggen"], ["/bestaat-niet"], ["/favicon.svg"], ["/health"], ["/%E0%A4%A"]])("%s tells the browser to come by https for two years", async (path) => {
  expect((await site.get(path)).headers.get("Strict-Transport-Security")).toBe("max-age=63072000; includeSubDomains");
});

test("a host that a visitor made up comes back nowhere, and its forms are refused", async () => {
  for (const headers of [{ "X-Forwarded-Host": "evil.example" }, { Forwarded: "host=evil.example" }, { "X-Forwarded-Server": "evil.example", "X-Original-URL": "/beheer", "X-Rewrite-URL": "/beheer" }] as Record<string, string>[]) {
    for (const path of ["/inloggen", "/account", "/bestaat-niet"]) {
      const answered = await site.get(path, "", headers);
      expect(answered.html + [...answered.headers].join(), path).not.toContain("evil.example");
      expect(answered.to ?? "/").toMatch(/^\/(?!\/)/);
    }
    expect((await site.post("/taal", { language: "en", backTo: "/" }, "", { ...headers, Origin: "https://evil.example" })).status).toBe(403);
  }
});

test("who tries passwords through our proxy is told apart from who does not", async () => {
  const email = await account("linde-leraar-2");
  for (let n = 0; n < 10; n += 1) expect((await signIn(email, "wrong", { "X-Forwarded-For": "192.0.2.1" })).status).toBe(422);
  expect((await signIn(email, "wrong", { "X-Forwarded-For": "192.0.2.1" })).status).toBe(429);
  // What a visitor puts in front of their own address is not believed.
  expect((await signIn(email, "wrong", { "X-Forwarded-For": "203.0.113.9, 192.0.2.1" })).status).toBe(429);
  expect((await signIn(email, password, { "X-Forwarded-For": "198.51.100.7" })).status).toBe(302);
});

test("a stranger with a new IPv6 address for every attempt is one stranger, and does not use up the owner's own limit", async () => {
  const email = await account("linde-leraar-3");
  for (let n = 1; n <= 10; n += 1) expect((await signIn(email, "wrong", { "X-Forwarded-For": `2001:db8:1:2::${n}` })).status).toBe(422);
  expect((await signIn(email, "wrong", { "X-Forwarded-For": "2001:db8:1:2:ffff::1" })).status).toBe(429);
  expect((await signIn(email, password, { "X-Forwarded-For": "2001:db8:1:3::1" })).status).toBe(302);
});

test.each([["1", 1], ["2", 2], ["loopback", "loopback"], ["10.0.0.0/8, 127.0.0.1", "10.0.0.0/8, 127.0.0.1"]])("TRUST_PROXY %s is %s", (value, expected) => {
  expect(trustedProxies(value)).toBe(expected);
});

test.each(["true", "FALSE", "yes"])("TRUST_PROXY %s is refused in a sentence", (value) => {
  expect(() => trustedProxies(value)).toThrow("number of proxies");
});
