import type postgres from "postgres";
import { paths } from "#app/paths.ts";
import type { Act, Targets } from "./site-actions.ts";
import { nasty, type Target } from "./site-hostile.ts";
import { owner, type Story } from "./site-story.ts";

/** Every action at the framework desk that names something by its id, in an order in which all of them can be done. */
export function deskActs(at: Targets): Act[] {
  const admin: Pick<Act, "by"> = { by: ["admin"] };
  const staff: Pick<Act, "by"> = { by: ["colleague", "owner", "support", "leader", "otherLeader", "hr", "board", "admin"] };
  const save = (sequence: number, form: Record<string, string>) => ({ do: "save", sequence: String(sequence), ...form });
  return [
    { name: "write at a competence", path: paths.draftItem(at.draft, "1.1"), form: save(1, { "title.nl": "Anders" }), ...admin, status: 302 },
    { name: "write over what somebody else wrote", path: paths.draftItem(at.draft, "1.1"), form: save(1, { "title.nl": "Weer anders" }), ...admin, status: 409 },
    { name: "write at the levels", path: paths.draftLevels(at.draft), form: save(2, { "s0.0.title.nl": "Begin" }), ...admin, status: 302 },
    { name: "write at the details", path: paths.draftFacts(at.draft), form: save(3, { licence: "CC-BY-4.0" }), ...admin, status: 302 },
    { name: "choose who is asked", path: paths.draftMatrix(at.draft), form: { sequence: "4", instrument: "statements", group: "leraar", "in.1.1": "on", "target.1.1": "2", "weight.1.1": "1" }, ...admin, status: 302 },
    { name: "add an area", path: paths.draft(at.draft), form: { do: "add-area", sequence: "5" }, ...admin, status: 302 },
    { name: "remove an area", path: paths.draftItem(at.draft, "2"), form: { do: "remove", sequence: "6" }, ...admin, status: 302 },
    { name: "move a competence", path: paths.draftItem(at.draft, "1.1"), form: { do: "move", sequence: "7", area: "3" }, ...admin, status: 302 },
    { name: "add a way of asking", path: paths.draftLevels(at.draft), form: { do: "add-way", sequence: "8", way: "growth-steps" }, ...admin, status: 302 },
    { name: "remove a way of asking", path: paths.draftLevels(at.draft), form: { do: "remove-way", sequence: "9", way: "growth-steps" }, ...admin, status: 302 },
    { name: "remove a language", path: paths.draftFacts(at.draft), form: { do: "remove-language", sequence: "10", language: "en" }, ...admin, status: 302 },
    { name: "add a language", path: paths.draftFacts(at.draft), form: { do: "add-language", sequence: "11" }, ...admin, status: 302 },
    { name: "say what an item was", path: paths.draftFormer(at.following, { now: "4" }), form: { do: "save", sequence: "2", "with.3": "on" }, ...admin, status: 302 },
    { name: "say it over what somebody else said", path: paths.draftFormer(at.following, { now: "4" }), form: { do: "save", sequence: "2" }, ...admin, status: 409 },
    { name: "say where an item went", path: paths.draftFormer(at.following, { then: "3" }), form: { do: "save", sequence: "3", "with.3": "on" }, ...admin, status: 302 },
    { name: "say that the rest is new or gone", path: paths.draftFormer(at.following), form: { do: "rest", sequence: "4" }, ...admin, status: 302 },
    { name: "put up for review", path: paths.draftPublish(at.draft), form: { do: "ask-for-review" }, ...admin, status: 302 },
    { name: "throw a framework away", path: paths.draft(at.draft), form: { do: "throw-away" }, ...admin, status: 302 },
    { name: "take another's remark back", path: paths.readAlong(at.inReview), form: { do: "take-back", comment: at.remark }, by: ["owner"], status: 302 },
    { name: "say something of a framework", path: paths.readAlong(at.inReview), form: { do: "comment", item: "geheel", words: "Mooi" }, ...staff, status: 302 },
    { name: "publish what is not finished", path: paths.draftPublish(at.inReview), form: { do: "publish", version: "0.1.0", sure: "on" }, ...admin, status: 422 },
    { name: "withdraw what is not published", path: paths.draftPublish(at.inReview), form: { do: "withdraw" }, ...admin, status: 404 },
    { name: "take a framework back", path: paths.draftPublish(at.inReview), form: { do: "back-to-draft" }, ...admin, status: 302 },
  ];
}

/** Every form of the framework desk, with a sensible content. */
export function deskTargets(story: Story, sql: postgres.Sql): Target[] {
  const choice = Object.keys(nasty);
  const but = (...left: string[]) => choice.filter((each) => !left.includes(each));
  const long = ["megabyte"];
  // Characters that turn what follows; half a character arrives whole from a browser.
  const strange = ["directions"];
  const sequence = async (id: string) => String((await sql<{ sequence: number }[]>`select sequence from library_documents where id = ${id}`)[0]!.sequence);
  let first: unknown = null;
  const kept = async () => (first ??= (await sql`select document from library_documents where id = ${story.draft}`)[0]!["document"]);
  const draft = async (more: Record<string, string>) => (await kept(), { ...more, sequence: await sequence(story.draft) });
  const back = async () => sql`update library_documents set document = ${sql.json(first as postgres.JSONValue)} where id = ${story.draft}`;
  const changes = ["library_documents", "log_entries"];
  const told = [story.draft, story.following, story.inReview];
  const made = () => sql`
    delete from library_documents d where published_at is null
      and not exists (select 1 from library_documents f where f.id = any(${told}::uuid[]) and (f.id = d.id or f.slug = d.document->>'framework' and f.version = d.version))`;
  const next = async (more: Record<string, string>) => ({ ...more, sequence: await sequence(story.following) });
  const unsaid = () => sql`update library_documents set document = document - 'upgrade' where id = ${story.following}`;
  const at = { who: "beheerder", changes } as const;
  // Older than what stands there, or no number: 99 may be the number of the moment.
  const older = but("ninety-nine");
  return [
    { ...at, name: "begin with a template", path: paths.beginFramework(), form: () => ({ do: "template", template: "agreements" }), refused: { do: choice, template: choice }, reset: made },
    { ...at, name: "begin with a copy", path: paths.beginFramework(), form: () => ({ do: "copy", slug: "digcompedu", version: "2017.2.0" }), refused: { do: choice, slug: choice, version: choice }, reset: made },
    { ...at, name: "bring in a file", path: paths.importFramework(), form: () => ({ do: "look" }), refused: { do: choice }, never: true },
    { ...at, name: "keep what was brought in", path: paths.importFramework(), form: () => ({ do: "keep", name: "x.csv", data: "AAAA" }), refused: { do: choice, name: choice, data: choice }, never: true },
    { ...at, name: "add an area", path: paths.draft(story.draft), form: () => draft({ do: "add-area" }), refused: { do: choice, sequence: older }, reset: back },
    { ...at, name: "write at a competence", path: paths.draftItem(story.draft, "1.1"), form: () => draft({ do: "save", code: "1.1", "title.nl": "Anders", "levels.0.statement.nl": "Een zin" }), refused: { do: choice, sequence: older, code: ["empty", "blank", "nul", ...long, ...strange], "title.nl": [...long, ...strange], "levels.0.statement.nl": [...long, ...strange] }, optional: ["code", "title.nl", "levels.0.statement.nl"], reset: back },
    { ...at, name: "make words for a function", path: paths.draftItem(story.draft, "1.1"), form: () => draft({ do: "add-words", group: "concierge" }), refused: { do: choice, sequence: older, group: choice }, reset: back },
    { ...at, name: "move a competence", path: paths.draftItem(story.draft, "1.1"), form: () => draft({ do: "move", area: "2" }), refused: { do: choice, sequence: older, area: choice }, reset: back },
    { ...at, name: "add a language", path: paths.draftFacts(story.draft), form: () => draft({ do: "add-language" }), refused: { do: choice, sequence: older }, reset: back },
    { ...at, name: "remove a language", path: paths.draftFacts(story.draft), form: () => draft({ do: "remove-language", language: "en" }), refused: { do: choice, sequence: older, language: choice }, reset: back },
    { ...at, name: "add a way of asking", path: paths.draftLevels(story.draft), form: () => draft({ do: "add-way", way: "how-often" }), refused: { do: choice, sequence: older, way: choice }, reset: async () => (await back(), sql`delete from library_documents where kind = 'profile' and slug like 'eigen-raamwerk%how-often'`) },
    { ...at, name: "remove the only way of asking", path: paths.draftLevels(story.draft), form: () => draft({ do: "remove-way", way: "statements" }), refused: { do: choice, sequence: older, way: choice }, never: true },
    { ...at, name: "say what an item was", path: paths.draftFormer(story.following, { now: "4" }), form: () => next({ do: "save", "with.3": "on" }), refused: { do: choice, sequence: older }, optional: ["with.3"], reset: unsaid },
    { ...at, name: "say where an item went", path: paths.draftFormer(story.following, { then: "3" }), form: () => next({ do: "save", "with.4": "on" }), refused: { do: choice, sequence: older }, optional: ["with.4"], reset: unsaid },
    { ...at, name: "say that the rest is new or gone", path: paths.draftFormer(story.following), form: () => next({ do: "rest" }), refused: { do: choice, sequence: older }, reset: unsaid },
    { ...at, name: "write at the levels", path: paths.draftLevels(story.draft), form: () => draft({ do: "save", "s0.0.code": "1", "s0.0.title.nl": "Begin" }), refused: { do: choice, sequence: older, "s0.0.code": ["empty", "blank", "nul", ...long, ...strange], "s0.0.title.nl": [...long, ...strange] }, optional: ["s0.0.code", "s0.0.title.nl"], reset: back },
    { ...at, name: "remove a level", path: paths.draftLevels(story.draft), form: () => draft({ do: "remove-level", of: "", code: "1" }), refused: { do: choice, sequence: older, of: but("empty", "nul"), code: choice }, optional: ["of"], reset: back },
    { ...at, name: "write at the details", path: paths.draftFacts(story.draft), form: () => draft({ do: "save", licence: "CC-BY-4.0", year: "2026", url: "https://school.example/kader", reviewBy: "2027-11-01" }), refused: { do: choice, sequence: older, licence: choice, year: choice, url: but("empty", "blank", "nul"), reviewBy: choice }, optional: ["licence", "year", "url", "reviewBy"], reset: back },
    { ...at, name: "choose who is asked", path: paths.draftMatrix(story.draft), form: () => draft({ instrument: "statements", group: "leraar", "in.1.1": "on", "target.1.1": "2", "weight.1.1": "1" }), refused: { sequence: older, instrument: choice, group: choice, "target.1.1": choice, "weight.1.1": but("empty", "nul") }, optional: ["in.1.1", "weight.1.1"], reset: back },
    { ...at, name: "put up for review", path: paths.draftPublish(story.draft), form: () => ({ do: "ask-for-review" }), refused: { do: choice }, reset: () => sql`update library_documents set state = 'draft' where id = ${story.draft} or (kind = 'profile' and document->>'framework' like 'eigen-raamwerk%')` },
    { ...at, name: "publish", path: paths.draftPublish(story.inReview), form: () => ({ do: "publish", version: "0.1.0", sure: "on" }), refused: { do: choice, version: choice, sure: choice }, never: true },
    { name: "say something of a framework", who: owner, path: paths.readAlong(story.inReview), form: () => ({ do: "comment", item: "geheel", words: "Goed zo" }), refused: { do: choice, item: choice, words: ["empty", "blank", "nul", ...long] }, changes: ["library_comments", "log_entries"], reset: () => sql`delete from library_comments where id <> ${story.remark}` },
    { name: "take a remark back", who: owner, path: paths.readAlong(story.inReview), form: () => ({ do: "take-back", comment: nasty["nobody's id"]! }), refused: { do: choice, comment: choice }, never: true, changes: [] },
  ];
}
