import { describe, expect, test } from "vitest";
import { documentsShape, misfits, statusShape } from "#tests/domain/interchange/case-shape.ts";
import { garbage } from "#tests/setup/site-pages.ts";
import { openSite, type Answered } from "#tests/setup/site.ts";

const site = await openSite();
const service = "/ims/case/v1p1";
const json = ({ html }: Answered) => JSON.parse(html) as Record<string, never>;
type Documents = { CFDocuments: { identifier: string; uri: string; title: string; version: string; CFPackageURI: { uri: string } }[] };

describe("CASE 1.1, read only, for everybody", () => {
  test("the list needs no signing in, sets no cookie, asks the database nothing and may be kept", async () => {
    const answered = await site.get(`${service}/CFDocuments`);
    expect([answered.status, answered.headers.get("Content-Type"), answered.headers.get("Set-Cookie"), answered.statements]).toEqual([200, "application/json; charset=utf-8", null, []]);
    expect(answered.headers.get("Cache-Control")).toBe("public, max-age=3600");
    expect(answered.headers.get("Access-Control-Allow-Origin")).toBe("*");
    const { CFDocuments } = json(answered) as unknown as Documents;
    expect(misfits(documentsShape, { CFDocuments })).toEqual([]);
    expect(answered.headers.get("X-Total-Count")).toBe(String(CFDocuments.length));
    expect(CFDocuments[0]!.uri.startsWith(`${site.origin}${service}/CFDocuments/`)).toBe(true);
    // Signed in or not: the same.
    expect((await site.get(`${service}/CFDocuments`, await site.signIn("beheerder"))).html).toBe(answered.html);
  });

  test("a part of the list says where the others are, and one can follow them to the end", async () => {
    const total = Number((await site.get(`${service}/CFDocuments`)).headers.get("X-Total-Count"));
    const seen: string[] = [];
    let path: string | undefined = `${service}/CFDocuments?limit=2&sort=title&fields=identifier,title`;
    for (let nth = 0; path !== undefined && nth < 20; nth += 1) {
      const answered: Answered = await site.get(path);
      seen.push(...(json(answered) as unknown as Documents).CFDocuments.map((each) => (expect(Object.keys(each)).toEqual(["identifier", "title"]), each.title)));
      path = /<([^>]+)>; rel="next"/.exec(answered.headers.get("Link")!)?.[1]?.slice(site.origin.length);
    }
    expect(seen).toHaveLength(total);
    expect(seen).toEqual([...seen].sort((a, b) => (a < b ? -1 : 1)));
  });

  test("every document leads to its package, a package to its parts, and an unchanged one is not sent again", async () => {
    const { CFDocuments } = json(await site.get(`${service}/CFDocuments?filter=version='2017.2.0'`)) as unknown as Documents;
    expect(CFDocuments).toHaveLength(1);
    const path = CFDocuments[0]!.CFPackageURI.uri.slice(site.origin.length);
    const whole = await site.get(path);
    const { CFItems, CFRubrics } = json(whole) as unknown as Record<"CFItems" | "CFRubrics", { uri: string }[]>;
    for (const { uri } of [CFItems[0]!, CFRubrics.at(-1)!]) expect((await site.get(uri.slice(site.origin.length))).status).toBe(200);
    const etag = whole.headers.get("ETag")!;
    for (const known of [etag, `W/${etag}`, `"x", ${etag}`, "*"]) {
      const again = await site.get(path, "", { "If-None-Match": known });
      expect([again.status, again.html, again.headers.get("ETag")]).toEqual([304, "", etag]);
    }
    expect((await site.get(path, "", { "If-None-Match": '"x"' })).status).toBe(200);
  });

  const nothing = "0dd0dd0d-0000-4000-8000-0dd0dd0dd0dd";
  test.each<readonly [path: string, status: number, fault: string]>([
    [`${service}/CFDocuments?limit=0`, 400, "invalid_selection_field"],
    [`${service}/CFDocuments?fields=nothing`, 400, "invalid_selection_field"],
    [`${service}/CFDocuments?filter=nonsense`, 400, "invalid_selection_field"],
    [`${service}/CFDocuments?sort=nothing`, 400, "invalid_sort_field"],
    [`${service}/CFItems/${nothing}`, 404, "unknownobject"],
    [`${service}/CFSubjects/${nothing}`, 404, "unknownobject"],
    ...Object.entries(garbage).filter(([name]) => name !== "unknown").map(([, id]) => [`${service}/CFItems/${id}`, 404, "invalid_uuid"] as const),
    [`${service}/CFItems`, 404, "unknownobject"],
    [`${service}/CFDocuments/${nothing}/more`, 404, "unknownobject"],
    [`${service}/Nothing/${nothing}`, 404, "unknownobject"],
    [service, 404, "unknownobject"],
  ])("%s: %i %s in the words of the standard", async (path, status, fault) => {
    const answered = await site.get(path);
    expect([answered.status, answered.headers.get("Content-Type"), answered.headers.get("Cache-Control")]).toEqual([status, "application/json; charset=utf-8", "no-store"]);
    const said = json(answered);
    expect(misfits(statusShape, said)).toEqual([]);
    expect(JSON.stringify(said)).toContain(`"imsx_codeMinorFieldValue":"${fault}"`);
  });

  test("a framework without a licence is refused and not hidden", async () => {
    const { uuidOf } = await import("#app/services/export.server.ts");
    const answered = await site.get(`${service}/CFPackages/${uuidOf("kennisnet-ict@2023.1.0")}`);
    expect([answered.status, answered.headers.get("WWW-Authenticate")]).toEqual([401, 'Licence realm="CASE"']);
    expect(answered.html).toContain("unauthorised_request");
  });

  test("nothing can be written, and only the head may be asked for", async () => {
    const answered = await site.post(`${service}/CFDocuments`, {});
    expect([answered.status, answered.headers.get("Allow")]).toEqual([405, "GET, HEAD"]);
    const head = await fetch(`${site.origin}${service}/CFDocuments`, { method: "HEAD" });
    expect([head.status, await head.text(), Number(head.headers.get("X-Total-Count")) > 0]).toEqual([200, "", true]);
  });
});

describe("downloads of the administrator", () => {
  test.each([
    ["digcompedu/2017.2.0/export/moodle?taal=en", "text/csv; charset=utf-8", "digcompedu-2017.2.0.en.moodle.csv"],
    ["digcompedu/2017.2.0/export/xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "digcompedu-2017.2.0.nl.xlsx"],
    ["digcompedu/2017.2.0/export/skos?vorm=jsonld", "application/ld+json; charset=utf-8", "digcompedu-2017.2.0.jsonld"],
  ])("%s", async (path, type, name) => {
    const cookie = await site.signIn("beheerder");
    const answered = await site.get(`/beheer/raamwerken/${path}`, cookie);
    expect([answered.status, answered.headers.get("Content-Type"), answered.headers.get("Content-Disposition")]).toEqual([200, type, `attachment; filename="${name}"`]);
    expect(answered.headers.get("Cache-Control")).toContain("no-store");
  });

  test("what cannot be had is said in plain words", async () => {
    const cookie = await site.signIn("beheerder");
    for (const path of ["digcompedu/2017.2.0/export/pdf", "digcompedu/2017.2.0/export/moodle?taal=de", "digcompedu/2017/export/case", "digcompedu/2017.2.0/export/skos?vorm=x"]) expect((await site.get(`/beheer/raamwerken/${path}`, cookie)).status, path).toBe(404);
    const refused = await site.get("/beheer/raamwerken/kennisnet-ict/2023.1.0/export/csv", cookie);
    expect([refused.status, refused.html.includes("De licentie is niet nagegaan")]).toEqual([403, true]);
  });

  test("the page of a framework offers them, with what each cannot carry, or says why not", async () => {
    const cookie = await site.signIn("beheerder");
    const { html } = await site.get("/beheer/raamwerken/digcompedu/2017.2.0", cookie);
    expect(html).toContain("/beheer/raamwerken/digcompedu/2017.2.0/export/skos?taal=nl&amp;vorm=jsonld");
    expect(html).toContain("Mahara kent geen niveaus");
    const refused = await site.get("/beheer/raamwerken/kennisnet-ict/2023.1.0", cookie);
    expect(refused.html).toContain("De licentie is niet nagegaan");
    expect(refused.html).not.toContain("/export/");
  });
});
