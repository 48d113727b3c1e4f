import { describe, expect, test } from "vitest";
import { openSite } from "#tests/setup/site.ts";

const site = await openSite();

describe("the door", () => {
  test("a stranger is sent to sign in and comes back to where they wanted to go", async () => {
    const answered = await site.get("/zelfscans?x=1");
    expect([answered.status, answered.to]).toEqual([302, "/inloggen?terug=%2Fzelfscans%3Fx%3D1"]);
  });

  test.each([["https://evil.example"], ["null"], [""]])("a form from %j is refused, also on a resource route, and changes nothing", async (from) => {
    const cookie = await site.signIn("linde-leraar-1");
    for (const path of ["/uitloggen", "/taal", "/inloggen"]) {
      const answered = await site.post(path, { language: "en", backTo: "/" }, cookie, { Origin: from });
      expect(answered.status, path).toBe(403);
    }
    expect((await site.get("/", cookie)).status).toBe(200);
  });

  test("a same-site page of another origin is refused by what the browser says of itself", async () => {
    const answered = await site.post("/taal", { language: "en", backTo: "/" }, "", { "Sec-Fetch-Site": "same-site" });
    expect(answered.status).toBe(403);
  });

  test("going back only goes to our own pages", async () => {
    for (const backTo of ["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "/a b"]) {
      expect((await site.post("/taal", { language: "en", backTo })).to, backTo).toBe("/");
    }
    expect((await site.post("/taal", { language: "en", backTo: "/zelfscans?x=1" })).to).toBe("/zelfscans?x=1");
  });
});

describe("health and errors", () => {
  test("health says which database", async () => {
    const answered = await site.get("/health");
    expect(answered.status).toBe(200);
    expect(JSON.parse(answered.html)).toMatchObject({ status: "ok", database: "postgres" });
  });

  test("an unknown address is 404 with the frame around it, in the reader's language", async () => {
    const answered = await site.get("/bestaat-niet", await site.signIn("linde-leraar-1"));
    expect(answered.status).toBe(404);
    expect(answered.html).toContain("Deze pagina is er niet");
    expect(answered.html).toContain("Hoofdmenu");
    expect((await site.get("/nothing", "", { "Accept-Language": "en" })).html).toContain("This page is not here");
  });
});
