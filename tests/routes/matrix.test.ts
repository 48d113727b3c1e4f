import type { RouteConfigEntry } from "@remix-run/route-config";
import { beforeAll, describe, expect, test } from "vitest";
import routes from "#app/routes.ts";
import { otherBoard } from "#tests/setup/board.ts";
import { openSite } from "#tests/setup/site.ts";
import { allKinds, expected, kinds, pagesOf, visible, type Kind, type Row } from "#tests/setup/site-pages.ts";
import { tellStory, type Story } from "#tests/setup/site-story.ts";

const site = await openSite();
const now = new Date();
const cookies = {} as Record<Kind, string>;
let here: Story;
let there: Story;
let rows: Row[];
let asked = 0;

beforeAll(async () => {
  here = await tellStory(site.board, now);
  there = await tellStory(await otherBoard(site.board, 2), now);
  rows = pagesOf(here, there);
  for (const kind of allKinds) cookies[kind] = kinds[kind] === null ? "" : await site.signIn(kinds[kind]);
});

const get = (path: string, kind: Kind) => ((asked += 1), site.get(path, cookies[kind]));
const named = ({ page, subject }: Row) => `${page} ${subject}`.trim();
/** What is asked for: a refusal of the same thing reads the same, whatever is wrong with it. */
const whatOf = ({ page, url }: Row) => (url.includes("raamwerk=") ? "own framework" : page);

/** Words that may not be in an answer for this kind of user. The administrator knows who works here, nobody knows what they answered. */
function secretsFrom(kind: Kind): string[] {
  const of = ({ secrets }: Story, names: boolean) => [...secrets.notes, ...secrets.ids, ...(names ? secrets.names : [])];
  const anothers = of(there, true).filter((word) => !here.secrets.names.includes(word));
  if (kind === "owner" || kind === "colleague") return anothers;
  // The library shows every statement of a framework to the administrator: that is no answer.
  return [...anothers, ...of(here, kind !== "admin"), ...(kind === "admin" ? [] : here.secrets.statements)];
}

/** The secrets in an answer. What was asked for in the address comes back in it ("go back here after signing in"): that says nothing new. */
function leaked(html: string, { url }: Row, kind: Kind): string[] {
  return secretsFrom(kind).filter((word) => html.includes(word) && !url.includes(word));
}

describe.each(allKinds)("every page for %s", (kind) => {
  test("is there or is not, and what is not theirs looks like what is not there", async () => {
    const wrong: string[] = [];
    const refusals = new Map<string, Map<string, string>>();
    for (const row of rows) {
      const answered = await get(row.url, kind);
      if (answered.status !== expected(row, kind)) wrong.push(`${named(row)}: ${answered.status} and not ${expected(row, kind)}`);
      if (kind === "stranger" && expected(row, kind) === 302 && row.page !== "logout" && !answered.to?.startsWith("/inloggen?terug=") && answered.to !== "/inloggen") wrong.push(`${named(row)}: to ${answered.to}`);
      for (const word of leaked(answered.html, row, kind)) wrong.push(`${named(row)} holds “${word}”`);
      if (answered.status === 404) {
        const what = whatOf(row);
        const texts = refusals.get(what) ?? new Map<string, string>();
        refusals.set(what, texts.set(visible(answered.html), named(row)));
      }
    }
    for (const [page, texts] of refusals) if (texts.size > 1) wrong.push(`${page} is refused in ${texts.size} ways: ${[...texts.values()].join(" / ")}`);
    expect(wrong).toEqual([]);
  });

  test("gives the same as data, for all routes and for the leaf alone", async () => {
    const wrong: string[] = [];
    const bodies = new Map<string, Set<string>>();
    const leaves = flat((await routes) as RouteConfigEntry[]);
    for (const row of rows) {
      const [path = "", query] = row.url.split("?");
      const data = path === "/" ? "/_root.data" : `${path}.data`;
      const leaf = leaves.find(({ pattern }) => pattern.test(path));
      if (!leaf) throw new Error(`No route for ${row.url}`);
      const wanted = { 302: 202 }[expected(row, kind)] ?? expected(row, kind);
      for (const only of ["", `_routes=${encodeURIComponent(leaf.id)}`]) {
        const search = [query, only].filter(Boolean).join("&");
        const answered = await get(data + (search && `?${search}`), kind);
        if (answered.status !== wanted) wrong.push(`${named(row)} ${only}: ${answered.status} and not ${wanted}`);
        for (const word of leaked(answered.html, row, kind)) wrong.push(`${named(row)} ${only} holds “${word}”`);
        if (only && answered.status === 404) bodies.set(whatOf(row), (bodies.get(whatOf(row)) ?? new Set()).add(answered.html));
      }
    }
    for (const [page, texts] of bodies) if (texts.size > 1) wrong.push(`${page} is refused in ${texts.size} ways`);
    expect(wrong).toEqual([]);
  });
});

test("the secrets that were looked for are on the pages of their owner", async () => {
  const pages = await Promise.all([`/zelfscans/${here.ownHalf}/vraag/${here.competenceId}`, `/zelfscans/${here.ownDone}/resultaat`, `/stappen/${here.goal}`, "/zelfscans", "/"].map((path) => get(path, "owner")));
  const all = pages.map(({ html }) => html).join();
  const { notes, ids, names, statements } = here.secrets;
  for (const word of [...notes, here.ownHalf, here.ownDone, here.goal, names[0]!]) expect(all).toContain(word);
  expect(ids).toContain(here.colleagueDone);
  expect(statements.some((statement) => all.includes(statement))).toBe(true);
});

test("a leaf of another page cannot be asked for along with one's own page", async () => {
  for (const leaf of ["routes/manage/people", "routes/school/school", "routes/assessments/result"]) {
    const answered = await get(`/_root.data?_routes=${encodeURIComponent(leaf)}`, "owner");
    for (const word of [here.board.person("linde-leraar-3").name, here.colleagueDone]) expect(answered.html).not.toContain(word);
  }
});

test("the number of pages that were asked", () => {
  console.info(`matrix: ${rows.length} addresses × ${allKinds.length} kinds of user, ${asked} requests`);
  expect(rows.length).toBeGreaterThan(100);
});

/** The table of contents, flat and innermost first: the id of each route with a pattern of its addresses. */
function flat(entries: RouteConfigEntry[], above = ""): { id: string; pattern: RegExp }[] {
  return entries
    .flatMap((entry) => {
      const pattern = [above, entry.path ?? ""].filter(Boolean).join("/");
      const inner = flat((entry.children ?? []) as RouteConfigEntry[], pattern);
      return entry.children ? inner : [{ id: entry.file.replace(/\.tsx?$/, ""), pattern: new RegExp(`^/${pattern.replaceAll(".", "\\.").replace(/:[A-Za-z]+/g, "[^/]+").replace("*", ".*")}$`) }];
    })
    .sort((a, b) => score(b.pattern) - score(a.pattern));
}

/** Fixed words before parameters, the catch-all last, as the router does. */
function score(pattern: RegExp): number {
  return pattern.source.includes(".*") ? -1 : 100 - pattern.source.split("[^").length;
}
