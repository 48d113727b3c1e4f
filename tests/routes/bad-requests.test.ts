import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { afterAll, describe, expect, test } from "vitest";
import { isoDay } from "#app/domain/format.ts";
import { paths } from "#app/paths.ts";
import { logOf } from "#tests/setup/bad-inputs.ts";
import { sendRaw, type RawAnswer } from "#tests/setup/raw-request.ts";
import { openSite, password } from "#tests/setup/site.ts";
import { visible } from "#tests/setup/site-pages.ts";
import { colleague, owner, tellStory, watchTables } from "#tests/setup/site-story.ts";
import { unclear } from "#tests/setup/site-words.ts";
import { digcompedu, later } from "#tests/services/round-hand-in.ts";

const site = await openSite();
const now = new Date();
const story = await tellStory(site.board, now);
const admin = postgres(site.board.adminUrl, { max: 1, onnotice: () => {} });
const tables = watchTables(site.board.adminUrl);
const host = new URL(site.origin).host;
const day = (count: number) => isoDay(later(count, now));
let tried = 0;
afterAll(async () => {
  await admin.end();
  await tables.end();
});

/** The body of an answer on the wire. */
const bodyOf = (text: string) => text.split("\r\n\r\n").slice(1).join("\r\n\r\n");
const leaks = /node_modules|^\s+at \S+ \(|Express|Node\.js|postgres|\/work\/|drizzle/im;
const request = (first: string, headers: readonly string[] = [], body = "") => `${first}\r\n${[`Host: ${host}`, ...headers].join("\r\n")}\r\n\r\n${body}`;
const form = ["Content-Type: application/x-www-form-urlencoded", `Origin: ${site.origin}`];
const smuggled = `GET /gesmokkeld HTTP/1.1\r\nHost: ${host}\r\n\r\n`;

describe("E13: what is no request", () => {
  type Row = readonly [what: string, bytes: string | Uint8Array, status: number | "closed"];
  const rows: readonly Row[] = [
    ["noise", Uint8Array.from({ length: 400 }, (_, nth) => (nth * 73 + 11) % 256), 400],
    ["a TLS greeting", Uint8Array.from([0x16, 3, 1, 0, 0xa5, 1, 0, 0, 0xa1, 3, 3, 13, 10, 13, 10]), 400],
    ["an HTTP/2 greeting", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400],
    ["a method that does not exist", request("GEEF / HTTP/1.1"), 400],
    ["another version", request("GET / HTTP/9.9"), 400],
    ["no host", "GET /inloggen HTTP/1.1\r\n\r\n", 400],
    ["a length and chunks", request("POST /inloggen HTTP/1.1", [...form, "Content-Length: 4", "Transfer-Encoding: chunked"], `0\r\n\r\n${smuggled}`), 400],
    ["chunks and a length", request("POST /inloggen HTTP/1.1", [...form, "Transfer-Encoding: chunked", "Content-Length: 4"], `0\r\n\r\n${smuggled}`), 400],
    ["two lengths", request("POST /inloggen HTTP/1.1", [...form, "Content-Length: 3", "Content-Length: 40"], `a=b${smuggled}`), 400],
    ["a length that is no number", request("POST /inloggen HTTP/1.1", [...form, "Content-Length: 3x"], "a=b"), 400],
    ["a length below nothing", request("POST /inloggen HTTP/1.1", [...form, "Content-Length: -3"], "a=b"), 400],
    ["a transfer that does not exist", request("POST /inloggen HTTP/1.1", [...form, "Transfer-Encoding: xchunked"], smuggled), 411],
    ["a space before the colon", request("POST /inloggen HTTP/1.1", [...form, "Transfer-Encoding : chunked"], smuggled), 400],
    ["a header that goes on on the next line", request("GET /inloggen HTTP/1.1", ["X-A: b", " c: d"]), 400],
    ["lines that end in a line feed only", `GET /inloggen HTTP/1.1\nHost: ${host}\n\n`, 400],
    ["a NUL in a header", request("GET /inloggen HTTP/1.1", ["X-A: \0"]), 400],
    ["a NUL in the address", request("GET /\0 HTTP/1.1"), 400],
    ["an address of forty kilobytes", request(`GET /${"a".repeat(40_000)} HTTP/1.1`), 431],
    ["ten thousand headers", request("GET /inloggen HTTP/1.1", Array.from({ length: 10_000 }, (_, nth) => `X-${nth}: ${nth}`)), 431],
    ["a header of forty kilobytes", request("GET /inloggen HTTP/1.1", [`Cookie: a=${"b".repeat(40_000)}`]), 431],
    ["a gigabyte that is announced", request("POST /inloggen HTTP/1.1", [...form, "Content-Length: 1073741824"], "a=b"), 413],
    ["a body in chunks", request("POST /inloggen HTTP/1.1", [...form, "Transfer-Encoding: chunked"], "3\r\na=b\r\n0\r\n\r\n"), 411],
    ["a body without an end", request("POST /inloggen HTTP/1.1", [...form, "Transfer-Encoding: chunked"], "fffffff\r\na=b"), 411],
    ["an expectation that nobody has", request("GET /inloggen HTTP/1.1", ["Expect: thee"]), 417],
    ["an address that is none", request("OPTIONS * HTTP/1.1"), 400],
    ["an address without a slash", request("GET inloggen HTTP/1.1"), 400],
    ["a host that is none", "GET /inloggen HTTP/1.1\r\nHost: [::1\r\n\r\n", 400],
    ["a host with a port that is none", "GET /inloggen HTTP/1.1\r\nHost: 127.0.0.1:99999\r\n\r\n", 400],
    ["a host with a space", "GET /inloggen HTTP/1.1\r\nHost: a b\r\n\r\n", 400],
    ["a host with a path", "GET /inloggen HTTP/1.1\r\nHost: a/b@c\r\n\r\n", 400],
    ["an empty host", "GET /inloggen HTTP/1.1\r\nHost: \r\n\r\n", 400],
    ["a tunnel", request(`CONNECT ${host} HTTP/1.1`), "closed"],
  ];
  test.each(rows)("%s is answered in words or hung up on, once, and nobody else notices", async (_, bytes, status) => {
    tried += 1;
    const before = await tables.look();
    let answered: RawAnswer = { text: "", statuses: [], closed: false, took: 0 };
    const log = await logOf(async () => (answered = await sendRaw(site.origin, bytes)));
    expect(answered.statuses).toEqual(status === "closed" ? [] : [status]);
    expect(answered.closed).toBe(true);
    expect(answered.took).toBeLessThan(3_000);
    expect(answered.text).not.toMatch(leaks);
    if (status !== "closed") {
      for (const language of ["nl", "en"] as const) expect(unclear({ status, html: bodyOf(answered.text) }, language)).toBeNull();
      for (const header of ["Content-Security-Policy", "X-Content-Type-Options: nosniff", "Cache-Control: no-store", "X-Frame-Options: DENY", "Referrer-Policy"]) expect(answered.text).toContain(header);
    }
    expect(log).toBe("");
    expect(await tables.look()).toEqual(before);
    expect((await site.get(paths.login())).status).toBe(200);
  });

  test.each([
    ["two requests at once", `${request("GET /health HTTP/1.1")}${request("GET /health HTTP/1.1", ["Connection: close"])}`, [200, 200]],
    ["an address of another server", request("GET http://evil.example/inloggen HTTP/1.1", ["Connection: close"]), [200]],
    ["an address of another server without a path", request("GET http://evil.example?terug=1 HTTP/1.1", ["Connection: close"]), [302]],
    ["TRACE", request("TRACE /inloggen HTTP/1.1", ["Connection: close", "Cookie: groeikompas=geheim"]), [403]],
    ["an upgrade to what we do not speak", request("GET /inloggen HTTP/1.1", ["Connection: Upgrade, close", "Upgrade: h2c"]), [200]],
    ["two hosts", request("GET /inloggen HTTP/1.1", ["Host: evil.example", "Connection: close"]), [200]],
  ])("%s: nothing of it comes back, and no address of others", async (_, bytes, statuses) => {
    tried += 1;
    const answered = await sendRaw(site.origin, bytes);
    expect(answered.statuses).toEqual(statuses);
    expect(answered.text).not.toMatch(/evil\.example|geheim/);
  });
});

describe("E2: a form from elsewhere", () => {
  const origins = [["another site", { Origin: "https://evil.example" }], ["a site with our name in it", { Origin: `https://${host}.evil.example` }], ["a file", { Origin: "null" }], ["nowhere", { Origin: "" }], ["our name by a proxy's word", { Origin: "https://evil.example", "X-Forwarded-Host": "evil.example" }], ["a neighbour", { "Sec-Fetch-Site": "same-site" }], ["across", { "Sec-Fetch-Site": "cross-site" }], ["another port", { Origin: "http://127.0.0.1:1" }]] as const;
  const places = [["a page", paths.question(story.ownHalf, story.competenceId)], ["the data of a page", `${paths.question(story.ownHalf, story.competenceId)}.data`], ["an address without a page", paths.saveAnswer(story.ownHalf)], ["the language", paths.language()], ["signing out", paths.logout()]] as const;
  test.each(origins.flatMap(([from, headers]) => places.map(([to, path]) => [from, to, path, headers] as const)))("from %s to %s is refused in words, and changes nothing", async (_, __, path, headers) => {
    tried += 1;
    const cookie = await site.signIn(owner);
    const before = await tables.look();
    const answered = await site.post(path, { itemId: story.competenceId, clientId: randomUUID(), base: "1", answer: "1", language: "en" }, cookie, headers);
    expect(answered.status).toBe(403);
    for (const language of ["nl", "en"] as const) expect(unclear(answered, language)).toBeNull();
    expect(await tables.look()).toEqual(before);
    expect((await site.get(paths.account(), cookie)).status).toBe(200);
  });
});

describe("E6: what people type is text, wherever it is shown", () => {
  const script = `<img src=x onerror=alert(1)>"'</title><script>alert(2)</script>`;
  const bad = `${script}\u202e\u2066 =1+1`;
  const marks = /<img src=x|<script>alert\(2\)|onerror=alert\(1\)>/;

  test("names of rounds and trainings, steps and notes, on every page that has them and in every file", async () => {
    const hr = await site.signIn("hr");
    const opened = await site.post(paths.newRound(), { intent: "open", instrument: digcompedu, name: `${bad.slice(0, 60)}\r\nSet-Cookie: planted=1`.slice(0, 80), schoolIds: site.board.schools.linde, families: "leraar", closesOn: day(20), threshold: "5", privacy: "confidential" }, hr);
    expect(opened.status).toBe(302);
    expect((await site.post(paths.planTraining(story.closedRound), { intent: "plan", title: bad, competenceId: story.competenceId, family: "leraar", schoolId: site.board.schools.linde, onDate: day(30), hours: "2" }, hr)).status).toBe(302);
    const own = await site.signIn(owner);
    expect((await site.post(paths.result(story.ownDone), { competenceId: story.competenceId, step: bad, dueOn: day(7) }, own)).status).toBe(302);
    await admin`update people set name = ${bad} where email like 'linde-leraar-5.%'`;
    await admin`update schools set name = ${bad} where id = ${site.board.schools.linde}`;
    await admin`update rounds set name = ${`${bad}\r\nSet-Cookie: planted=1`} where id = ${story.closedRound}`;
    const seen: readonly (readonly [who: string, path: string])[] = [
      ["hr", opened.to!], ["hr", paths.rounds()], ["hr", paths.board()], ["hr", paths.school(site.board.schools.linde)], ["hr", paths.boardCsv(story.closedRound)], ["hr", paths.schoolCsv(site.board.schools.linde, story.closedRound)], ["hr", paths.newRound()], ["hr", paths.planTraining(story.closedRound)],
      ["linde-directeur", paths.home()], [owner, paths.home()], [owner, paths.assessments()], [owner, paths.goals()], [owner, paths.result(story.ownDone)], [owner, paths.log()], [colleague, paths.home()], ["linde-leraar-5", paths.account()],
      ["beheerder", paths.managePeople()], ["beheerder", paths.manageLog()], ["beheerder", paths.manageRounds()],
    ];
    for (const [who, path] of seen) {
      for (const form of [path, path.includes(".csv") ? null : `${path.replace(/^\/$/, "/_root")}.data`]) {
        if (form === null) continue;
        tried += 1;
        const { status, html, headers } = await site.get(form, await site.signIn(who));
        expect(status, form).toBe(200);
        const isFile = path.includes(".csv");
        // Data is read by our own scripts, as text.
        if (!isFile && headers.get("Content-Type")!.includes("html")) expect(html, path).not.toMatch(marks);
        expect(headers.getSetCookie().some((cookie) => cookie.startsWith("planted")), path).toBe(false);
        if (isFile) {
          expect(headers.get("Content-Disposition"), path).toMatch(/^attachment; filename="[a-z0-9.-]+"$/);
          expect(html.split(/\r\n|;|,/).some((cell) => /^"?[=+@\t\r-](?!\d)/.test(cell)), path).toBe(false);
        }
      }
    }
    await admin`update people set name = 'Name linde-leraar-5' where email like 'linde-leraar-5.%'`;
  });

  test("no name that is given in a form keeps characters that hide or turn what follows", async () => {
    for (const table of [sqlOf("rounds", "name", digcompedu.split("@")[0]!), "select title as text from trainings", "select step as text from goals"]) {
      for (const { text } of await admin.unsafe<{ text: string }[]>(table)) expect(JSON.stringify(text)).not.toMatch(/[\u0000-\u001f\u202a-\u202e\u2066-\u2069]|\\[rnt]|\\u0/);
    }
  });
  const sqlOf = (table: string, column: string, framework: string) => `select ${column} as text from ${table} where framework = '${framework}'`;
});

describe("E16: an accident of ours", () => {
  test("says so in words with a reference that is in the log, and neither shows nor logs what was answered", async () => {
    const secret = `kanarie-${randomUUID()}`;
    await admin.unsafe(`alter table answers add constraint accident check (note is null or note not like 'kanarie-%') not valid`);
    const cookie = await site.signIn(owner);
    const before = await tables.look();
    for (const [path, language] of [[paths.question(story.ownHalf, story.competenceId), "nl"], [paths.saveAnswer(story.ownHalf), "nl"], [paths.question(story.ownHalf, story.competenceId), "en"], [`${paths.question(story.ownHalf, story.competenceId)}.data`, "nl"]] as const) {
      tried += 1;
      await admin`update accounts set language = ${language} where email like ${`${owner}.%`}`;
      let answered = await site.get("/health");
      const log = await logOf(async () => {
        answered = await site.post(path, { itemId: story.competenceId, clientId: randomUUID(), base: "1", answer: "3", note: secret }, cookie);
      });
      expect(answered.status, path).toBe(500);
      expect(log, path).not.toContain(secret);
      expect(log, path).toMatch(/"reference":"[0-9a-f]{8}"/);
      const reference = /"reference":"([0-9a-f]{8})"/.exec(log)![1]!;
      expect(answered.html, path).not.toMatch(leaks);
      expect(answered.html.replaceAll(secret, ""), path).not.toMatch(/constraint|answers_|insert into/);
      if (!path.endsWith(".data")) expect(answered.html, path).toContain(reference);
      if (path.includes("vraag") && !path.endsWith(".data")) expect(visible(answered.html)).toMatch(language === "nl" ? /Er ging iets mis bij ons/ : /Something went wrong on our side/);
      expect(log).toMatch(/accident|23514/);
    }
    await admin.unsafe(`alter table answers drop constraint accident`);
    expect(await tables.look()).toEqual({ ...before, accounts: (await tables.look())["accounts"] });
  });

  test("a password that was typed is in no log and on no page, whatever happens", async () => {
    await admin.unsafe(`alter table sign_in_attempts add constraint accident check (key is null) not valid`);
    let answered = await site.get("/health");
    const log = await logOf(async () => {
      answered = await site.post(paths.login(), { email: "iemand@test.example", password });
    });
    await admin.unsafe(`alter table sign_in_attempts drop constraint accident`);
    expect(answered.status).toBe(500);
    expect(log + answered.html).not.toContain(password);
    expect(log).not.toContain("iemand@test.example");
  });
});

test("the number of cases that were tried", () => console.info(`bad requests: tried ${tried}`));
