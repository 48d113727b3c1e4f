import { randomUUID } from "node:crypto";
import { paths } from "#app/paths.ts";
import { colleague, owner, type Story } from "./site-story.ts";

/** Every kind of user: who they are at the test board, null for somebody who is not signed in. */
export const kinds = {
  stranger: null,
  owner,
  colleague,
  support: "linde-assistent-1",
  leader: "linde-directeur",
  otherLeader: "eik-directeur",
  hr: "hr",
  board: "bestuurder",
  admin: "beheerder",
} as const;
export type Kind = keyof typeof kinds;
export const allKinds = Object.keys(kinds) as Kind[];

/** A page for somebody: its address, and the status for those who may see it. Everybody else: 404, a stranger: 302 to signing in. */
export type Row = { readonly page: keyof typeof paths; readonly subject: string; readonly url: string; readonly may: Partial<Record<Kind, number>> };

/** The status that this kind of user gets. */
export const expected = ({ may }: Row, kind: Kind): number => may[kind] ?? (kind === "stranger" ? 302 : 404);

const hole = "0dd0dd0d-0000-4000-8000-0dd0dd0dd0dd";
/** Ids that are nobody's: they go into the address as they stand here. */
export const garbage = { unknown: randomUUID(), short: "x", traversal: "..%2f", nul: "%00", long: "a".repeat(300), prototype: "__proto__", quote: "%27%3B--" } as const;

const give = (status: number, ...who: Kind[]) => Object.fromEntries(who.map((kind) => [kind, status])) as Row["may"];
const staff = allKinds.filter((kind) => kind !== "stranger");
const managers = ["leader", "otherLeader", "hr"] as const;

/** Every address of the product with every subject. `here` is the board of the users, `there` another board in the same database. */
export function pagesOf(here: Story, there: Story): Row[] {
  const rows: Row[] = [];
  const { linde, eik } = here.board.schools;
  const done: Record<string, true> = {};
  const add = (page: keyof typeof paths, subject: string, url: string, may: Row["may"] = {}) => void ((done[page] = true), rows.push({ page, subject, url, may }));
  /** The page with an id of the other board, and with what is no id at all: not there for anybody. */
  const addStrange = (page: keyof typeof paths, what: string, otherId: string, url: (id: string) => string) => {
    for (const [name, id] of Object.entries({ "other board's": otherId, ...garbage })) add(page, `${what} ${name}`, url(hole).replace(hole, id));
  };
  const own = (page: "assessment" | "question" | "saveAnswer" | "review" | "ownFunction" | "throwAway" | "result" | "reach", url: (id: string) => string, statuses: { half: number; done: number }) => {
    add(page, "half", url(here.ownHalf), give(statuses.half, "owner"));
    add(page, "handed in", url(here.ownDone), give(statuses.done, "owner"));
    add(page, "colleague's", url(here.colleagueDone), give(statuses.done, "colleague"));
    addStrange(page, "assessment", there.ownHalf, url);
  };

  add("home", "", paths.home(), give(200, ...staff));
  add("login", "", paths.login(), { stranger: 200, ...give(302, ...staff) });
  add("chooseBoard", "", paths.chooseBoard(), give(200, ...staff));
  add("logout", "", paths.logout(), give(302, ...allKinds));
  add("language", "", paths.language(), give(404, ...allKinds));
  add("session", "", paths.session(), give(200, ...allKinds));
  add("queueKeys", "asked for by an address bar", paths.queueKeys(), give(403, ...allKinds));
  add("health", "", paths.health(), give(200, ...allKinds));
  add("caseDocuments", "", paths.caseDocuments(), give(200, ...allKinds));
  // What is no id has words of its own in the standard: tests/routes/case.test.ts asks for those.
  add("caseObject", "unknown", paths.caseObject("CFItems", garbage.unknown), give(404, ...allKinds));
  add("account", "", paths.account(), give(200, ...staff));
  add("log", "", paths.log(), give(200, ...staff));

  add("assessments", "", paths.assessments(), give(200, ...staff));
  add("startAssessment", "to choose", paths.startAssessment(), give(200, ...staff));
  add("startAssessment", "closed round", paths.startAssessment({ roundId: here.closedRound }), give(302, "owner", "colleague", "support"));
  add("startAssessment", "open round", paths.startAssessment({ roundId: here.openRound }), { ...give(302, "owner", "colleague"), support: 200 });
  add("startAssessment", "round of others", paths.startAssessment({ roundId: here.eikRound }));
  addStrange("startAssessment", "round", there.openRound, (roundId) => paths.startAssessment({ roundId }));
  add("startAssessment", "no framework", paths.startAssessment({ framework: "nothing" }));
  add("lookRound", "", paths.lookRound(), give(200, ...staff));
  own("assessment", paths.assessment, { half: 302, done: 302 });
  own("question", (id) => paths.question(id, here.competenceId), { half: 200, done: 200 });
  addStrange("question", "competence", "2.3", (id) => paths.question(here.ownHalf, id));
  own("saveAnswer", paths.saveAnswer, { half: 404, done: 404 });
  own("review", paths.review, { half: 200, done: 200 });
  own("ownFunction", paths.ownFunction, { half: 200, done: 302 });
  own("throwAway", paths.throwAway, { half: 200, done: 409 });
  own("result", paths.result, { half: 302, done: 200 });
  own("reach", paths.reach, { half: 302, done: 200 });
  add("goals", "", paths.goals(), give(200, ...staff));
  for (const page of ["goal", "goalCalendar"] as const) {
    add(page, "own", paths[page](here.goal), give(200, "owner"));
    addStrange(page, "goal", there.goal, paths[page]);
  }

  for (const [at, id, leader] of [["linde", linde, "leader"], ["eik", eik, "otherLeader"]] as const) {
    const readers = give(200, leader, "hr", "board");
    add("school", at, paths.school(id), readers);
    add("school", `${at}, released`, paths.school(id, { roundId: here.closedRound }), readers);
    add("school", `${at}, running`, paths.school(id, { roundId: here.openRound }));
    add("schoolCsv", at, paths.schoolCsv(id, here.closedRound), readers);
    add("schoolCsv", `${at}, running`, paths.schoolCsv(id, here.openRound));
  }
  addStrange("school", "school", there.board.schools.linde, paths.school);
  addStrange("school", "round", there.closedRound, (roundId) => paths.school(linde, { roundId }));
  addStrange("schoolCsv", "school", there.board.schools.linde, (id) => paths.schoolCsv(id, here.closedRound));
  addStrange("schoolCsv", "round", there.closedRound, (id) => paths.schoolCsv(linde, id));
  add("board", "", paths.board(), give(200, "hr", "board"));
  add("board", "released", paths.board({ roundId: here.closedRound }), give(200, "hr", "board"));
  add("board", "running", paths.board({ roundId: here.openRound }));
  addStrange("board", "round", there.closedRound, (roundId) => paths.board({ roundId }));
  add("boardCsv", "released", paths.boardCsv(here.closedRound), give(200, "hr", "board"));
  addStrange("boardCsv", "round", there.closedRound, paths.boardCsv);
  add("rounds", "", paths.rounds(), give(200, ...managers));
  add("newRound", "", paths.newRound(), give(200, ...managers));
  for (const subject of ["closedRound", "openRound"] as const) add("round", subject, paths.round(here[subject]), give(200, ...managers));
  add("round", "eikRound", paths.round(here.eikRound), give(200, "otherLeader", "hr"));
  addStrange("round", "round", there.openRound, paths.round);
  add("planTraining", "released", paths.planTraining(here.closedRound), give(200, ...managers));
  add("planTraining", "running", paths.planTraining(here.openRound));
  addStrange("planTraining", "round", there.closedRound, paths.planTraining);

  add("together", "", paths.together(), give(200, ...staff));
  for (const slug of ["gesprek-leraar", "zes-niveaus", "leraar-en-de-loop", "vier-in-balans"]) add("activity", slug, paths.activity(slug), give(200, ...staff));
  add("card", "there", paths.card("zes-niveaus", "sommen"), give(200, ...staff));
  addStrange("card", "card", "advies", (card) => paths.card("zes-niveaus", card));
  addStrange("card", "set", "gesprek-leraar", (slug) => paths.card(slug, "sommen"));
  addStrange("activity", "slug", "gesprek-niemand", paths.activity);
  add("sector", "", paths.sector(), give(200, "leader", "otherLeader", "hr", "board"));
  for (const [at, id, leader] of [["linde", linde, "leader"], ["eik", eik, "otherLeader"]] as const) {
    add("schoolScan", at, paths.schoolScan(id), give(200, leader, "hr", "board"));
    add("scanStatement", at, paths.scanStatement(id, "VIB-1.1"), at === "linde" ? give(200, leader) : {});
  }
  addStrange("schoolScan", "school", there.board.schools.linde, paths.schoolScan);
  addStrange("scanStatement", "school", there.board.schools.linde, (id) => paths.scanStatement(id, "VIB-1.1"));
  addStrange("scanStatement", "statement", "VIB-9.9", (statement) => paths.scanStatement(linde, statement));

  for (const page of ["manage", "managePeople", "manageRounds", "manageLog", "library"] as const) add(page, "", paths[page](), give(200, "admin"));
  add("framework", "there", paths.framework("digcompedu", "2017.1.0"), give(200, "admin"));
  add("frameworkExport", "as CASE", paths.frameworkExport("digcompedu", "2017.1.0", "case"), give(200, "admin"));
  add("frameworkExport", "without a licence", paths.frameworkExport("kennisnet-ict", "2023.1.0", "case"), give(403, "admin"));
  addStrange("frameworkExport", "format", "pdf", (format) => paths.frameworkExport("digcompedu", "2017.1.0", format));
  addStrange("framework", "slug", "digcomp", (slug) => paths.framework(slug, "2017.1.0"));
  addStrange("framework", "version", "1.0.0", (version) => paths.framework("digcompedu", version));
  add("frameworkDiff", "newest", paths.frameworkDiff("digcompedu"), give(200, "admin"));
  add("frameworkDiff", "one version", paths.frameworkDiff("kennisnet-ict"), give(200, "admin"));
  add("frameworkDiff", "two versions", paths.frameworkDiff("digcompedu", { from: "2017.2.0", to: "2017.1.0", kind: "same", page: 2 }), give(200, "admin"));
  addStrange("frameworkDiff", "slug", "digcomp", (slug) => paths.frameworkDiff(slug, { to: "2017.2.0" }));
  addStrange("frameworkDiff", "from", "1.0.0", (from) => paths.frameworkDiff("digcompedu", { from }));
  addStrange("frameworkDiff", "to", "1.0.0", (to) => paths.frameworkDiff("digcompedu", { to }));
  add("crosswalk", "there", paths.crosswalk("po-draft", "0.1.0"), give(200, "admin"));
  addStrange("crosswalk", "slug", "po-concept", (slug) => paths.crosswalk(slug, "0.1.0"));
  addStrange("crosswalk", "version", "9.0.0", (version) => paths.crosswalk("po-draft", version));
  for (const page of ["beginFramework", "importFramework"] as const) add(page, "", paths[page](), give(200, "admin"));
  for (const page of ["draft", "draftLevels", "draftFacts", "draftMatrix", "draftTryOut", "draftFormer", "draftPublish"] as const) {
    for (const subject of ["draft", "following", "inReview"] as const) add(page, subject, paths[page](here[subject]), give(200, "admin"));
    addStrange(page, "framework", there.draft, paths[page]);
  }
  add("draftItem", "a competence", paths.draftItem(here.draft, "1.1"), give(200, "admin"));
  add("draftItem", "an area", paths.draftItem(here.draft, "1"), give(200, "admin"));
  add("draftItem", "words that are not there", paths.draftItem(here.draft, "1.1", { group: "concierge" }));
  addStrange("draftItem", "framework", there.draft, (id) => paths.draftItem(id, "1.1"));
  addStrange("draftItem", "item", "9.9", (item) => paths.draftItem(here.draft, item));
  add("draftFormer", "something new", paths.draftFormer(here.following, { now: "4" }), give(200, "admin"));
  add("draftFormer", "something of then", paths.draftFormer(here.following, { then: "3" }), give(200, "admin"));
  addStrange("draftFormer", "item", "9", (now) => paths.draftFormer(here.following, { now }));
  addStrange("draftFormer", "item of then", "4", (then) => paths.draftFormer(here.following, { then }));
  add("readAlongList", "", paths.readAlongList(), give(200, ...staff));
  add("readAlong", "in review", paths.readAlong(here.inReview), give(200, ...staff));
  add("readAlong", "a draft", paths.readAlong(here.draft));
  addStrange("readAlong", "framework", there.inReview, paths.readAlong);
  add("styleGuide", "", paths.styleGuide(), give(404, ...allKinds));
  const missing = Object.keys(paths).filter((page) => !done[page]);
  if (missing.length > 0) throw new Error(`No row in tests/setup/site-pages.ts for ${missing.join(", ")}.`);
  return rows;
}

/** What a reader sees of an answer: no tags, no scripts, and so no addresses or nonces. */
export function visible(html: string): string {
  return html.replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, "").replaceAll(/<[^>]+>/g, " ").replaceAll("&#x27;", "'").replaceAll(/\s+/g, " ").trim();
}
