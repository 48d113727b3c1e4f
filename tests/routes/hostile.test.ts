import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Language } from "#app/domain/text.ts";
import { openSite } from "#tests/setup/site.ts";
import { nasty, noForms, noPages, targetsOf, type Target } from "#tests/setup/site-hostile.ts";
import { tellStory, watchTables } from "#tests/setup/site-story.ts";
import { unclear } from "#tests/setup/site-words.ts";

const site = await openSite();
const now = new Date();
const admin = postgres(site.board.adminUrl, { max: 1, onnotice: () => {} });
const tables = watchTables(site.board.adminUrl);
const cookies = new Map<string | null, string>([[null, ""]]);
const targets = targetsOf(await tellStory(site.board, now), admin, now);
let tried = 0;

beforeAll(async () => {
  for (const { who } of targets) if (who !== null) cookies.set(who, await site.signIn(who));
});
afterAll(async () => {
  await admin.end();
  await tables.end();
});

type Body = { body: string | Uint8Array | FormData | null; type?: string | null };
type Case = Body & { name: string; refuse: boolean };
const urlencoded = "application/x-www-form-urlencoded";
const asForm = (pairs: string[][]): Body => ({ body: new URLSearchParams(pairs).toString(), type: urlencoded });
const asBody = (target: Target, form: Record<string, unknown>): Body => (target.json ? { body: JSON.stringify(form), type: "application/json" } : asForm(Object.entries(form).map(([name, value]) => [name, String(value)])));

/** Bodies that are no form, or a form with more in it than was asked. */
function bodies(target: Target, form: Record<string, string>): Case[] {
  const full = asForm(Object.entries(form)).body as string;
  const files = new FormData();
  for (const [name, value] of Object.entries(form)) files.append(name, new Blob([value], { type: "text/html" }), "../../evil.html");
  const no = Object.keys(form).length > 0;
  const more = { role: "admin", roles: "admin", organisationId: nasty["nobody's id"]!, personId: nasty["nobody's id"]!, id: "1", "constructor[prototype]": "x", threshold2: "1" };
  return [
    { name: "empty body", body: "", type: urlencoded, refuse: no },
    { name: "no body", body: null, type: null, refuse: no },
    { name: "plain text", body: full, type: "text/plain", refuse: no },
    { name: "no type", body: new TextEncoder().encode(full), type: null, refuse: no },
    { name: "broken JSON", body: '{"answer":', type: "application/json", refuse: no },
    { name: "JSON null", body: "null", type: "application/json", refuse: no },
    { name: "JSON array", body: "[[1],{}]", type: "application/json", refuse: no },
    { name: "JSON nested", body: JSON.stringify(Object.fromEntries(Object.keys(form).map((name) => [name, { $ne: [name] }]))), type: "application/json", refuse: no },
    { name: "multipart without boundary", body: "x", type: "multipart/form-data", refuse: no },
    { name: "broken multipart", body: "--b\r\nContent-Disposition: form-data; name=", type: "multipart/form-data; boundary=b", refuse: no },
    { name: "files for fields", body: files, refuse: no },
    { name: "ten thousand fields", ...asForm(Array.from({ length: 10_000 }, (_, nth) => [`f${nth}`, "x"])), refuse: no },
    { name: "only half a percent", body: "%E0%A4%A=%&%00=%00&=&&;", type: urlencoded, refuse: no },
    { name: "fields twice", ...asForm(Object.entries(form).flatMap(([name, value]) => [[name, "__proto__"], [name, value]])), refuse: false },
    { name: "more fields", ...asBody(target, { ...form, ...more }), refuse: false },
    { name: "prototype field", ...(target.json ? { body: JSON.stringify(form).replace("{", '{"__proto__":{"role":"admin"},'), type: "application/json" } : asForm([["__proto__", "x"], ["__proto__[role]", "admin"], ...Object.entries(form)])), refuse: false },
  ];
}

/** Every field left out, and with everything that may be typed in it. */
function fields(target: Target, form: Record<string, string>, values: Readonly<Record<string, string>>): Case[] {
  return Object.keys(form).flatMap((field) => {
    const { [field]: _, ...without } = form;
    const typed = Object.entries(target.values ?? values).map(([what, value]) => ({ name: `${field} ${what}`, ...asBody(target, { ...form, [field]: value }), refuse: target.refused[field]?.includes(what) ?? false }));
    const kinds = target.json ? [[], {}, null, 5.5, 0, true, [1, 2], 1e308].map((value) => ({ name: `${field} ${JSON.stringify(value)}`, ...asBody(target, { ...form, [field]: value }), refuse: false })) : [];
    return [{ name: `no ${field}`, ...asBody(target, without), refuse: !(target.optional ?? []).includes(field) }, ...typed, ...kinds];
  });
}

async function send(path: string, who: string | null, { body, type = null }: Body, language: Language, method = "POST"): Promise<{ status: number; html: string; headers: Headers }> {
  tried += 1;
  const headers: Record<string, string> = { Cookie: `${cookies.get(who)}; taal=${language}`, Origin: site.origin, "Accept-Language": language };
  if (type !== null) headers["Content-Type"] = type;
  const response = await fetch(site.origin + path, { method, body: body as BodyInit | null, redirect: "manual", headers });
  return { status: response.status, html: await response.text(), headers: response.headers };
}

/** Sends all of it; gives what broke, what was not clear, what was accepted and should not be, and what was kept of a refusal. */
async function attack(target: Target, language: Language): Promise<string[]> {
  const wrong: string[] = [];
  const form = await target.form();
  // The sentences are the same for much of it: the second language gets a part.
  const values = language === "nl" ? nasty : Object.fromEntries(Object.entries(nasty).filter((_, nth) => nth % 5 === 0));
  const cases = (now: Record<string, string>) => [...fields(target, now, values), ...bodies(target, now)];
  const names = cases(form).map(({ name }) => name);
  // What is kept does not depend on the language; looking costs most of the time.
  const look = async () => (language === "nl" ? tables.look() : {});
  let before: Record<string, string> = await look();
  for (const [nth, name] of names.entries()) {
    const each = cases(await target.form())[nth]!;
    const answered = await send(target.path, target.who, each, language);
    const note = (what: string) => wrong.push(`${target.name}, ${name}: ${what}`);
    if (answered.status >= 500) note(String(answered.status));
    else if (answered.status >= 400) {
      const problem = unclear(answered, language);
      if (problem) note(problem);
    } else if (each.refuse || target.never) note(`accepted with ${answered.status}`);
    if (answered.headers.getSetCookie().some((cookie) => cookie.startsWith("planted"))) note("planted a cookie");
    const after: Record<string, string> = await look();
    const may = answered.status >= 400 ? (target.counts ?? []) : target.changes;
    for (const [table, state] of Object.entries(after)) if (state !== before[table] && !may.includes(table)) note(`${answered.status} changed ${table}`);
    if (answered.status < 400 && target.reset) await target.reset();
    before = answered.status < 400 && target.reset ? await look() : after;
  }
  return wrong;
}

describe.each(["nl", "en"] as const)("what is no good form, in %s,", (language) => {
  beforeAll(async () => void (await admin`update accounts set language = ${language}`));
  test.each(targets.map((target) => [target.name, target] as const))("never breaks %s, is answered with a clear sentence, and is not kept", async (_, target) => {
    expect(await attack(target, language)).toEqual([]);
  });

  test("nor does a form where none is taken, or another method", async () => {
    const wrong: string[] = [];
    const before = await tables.look();
    const others = [...noForms, ...noPages].map((path) => ({ path, who: "hr" }));
    for (const { path, who } of [...others, ...targets]) {
      for (const method of ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "PROPFIND"]) {
        if (method === "POST" && !others.some((each) => each.path === path)) continue;
        const answered = await send(path, who, method === "HEAD" ? { body: null } : asForm([["a", "b"]]), language, method);
        const problem = answered.status >= 500 ? String(answered.status) : method === "POST" && answered.status >= 400 && noForms.includes(path) ? unclear(answered, language) : null;
        if (problem) wrong.push(`${method} ${path}: ${problem}`);
      }
    }
    expect(await tables.look()).toEqual(before);
    expect(wrong).toEqual([]);
  });
});

test("the number of cases that were tried", () => console.info(`hostile: ${tried} cases over ${targets.length} forms`));
