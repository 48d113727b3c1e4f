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
    const english = await site.get("/nothing", "", { "Accept-Language": "en" });
    expect(english.html).toContain("This page is not here");
    for (const [{ html }, title] of [[answered, "Deze pagina is er niet"], [english, "This page is not here"]] as const) {
      expect(html.split("</head>")[0]).toContain(`<title>${title} · Groeikompas</title>`);
      expect(html.match(/<title>/g)).toHaveLength(1);
    }
  });

  test.each([["/inloggen"], ["/bestaat-niet"]])("%s is a whole document, with nothing after its end", async (path) => {
    const { html } = await site.get(path);
    expect(html.match(/<\/body>/g)).toHaveLength(1);
    expect(html).toMatch(/streamController\.close\(\);[\s\S]*<\/body><\/html>$/);
  });

  test("whoever does not know an account is not told by the time it takes", async () => {
    const person = await site.signIn("linde-leraar-2").then(() => site.board.person("linde-leraar-2").email);
    const took = async (email: string) => {
      const from = performance.now();
      await site.post("/inloggen", { email, password: "not this one" });
      return performance.now() - from;
    };
    const known: number[] = [];
    const unknown: number[] = [];
    for (let n = 0; n < 9; n += 1) {
      known.push(await took(person));
      unknown.push(await took(`nobody-${n}@test.example`));
    }
    const fastest = (times: number[]) => Math.min(...times);
    // Checking a password takes tens of milliseconds; left out, the answer would come in a few.
    expect(fastest(unknown)).toBeGreaterThan(fastest(known) / 2);
  });
});

describe("headers", () => {
  test.each([["/inloggen", 200], ["/bestaat-niet", 404], ["/health", 200], ["/favicon.svg", 200], ["/assets/none.js", 404], ["/%E0%A4%A", 400]])("%s has them all", async (path, status) => {
    const { headers, status: got } = await site.get(path);
    expect(got).toBe(status);
    const policy = headers.get("Content-Security-Policy")!;
    expect(policy).toMatch(/script-src 'nonce-[A-Za-z0-9+/=]{20,}' 'strict-dynamic'/);
    for (const part of ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'", "style-src 'self'"]) expect(policy).toContain(part);
    expect(policy).not.toContain("unsafe");
    expect(headers.get("X-Content-Type-Options")).toBe("nosniff");
    expect(headers.get("Referrer-Policy")).toBe("same-origin");
    expect(headers.get("X-Powered-By")).toBeNull();
  });

  test("each answer has a nonce of its own, and the page's scripts carry it", async () => {
    const [one, two] = [await site.get("/inloggen"), await site.get("/inloggen")];
    const nonce = (answered: typeof one) => answered.headers.get("Content-Security-Policy")!.match(/'nonce-([^']+)'/)![1]!;
    expect(nonce(one)).not.toBe(nonce(two));
    const scripts = [...one.html.matchAll(/<script\b[^>]*>/g)].map(([tag]) => tag);
    expect(scripts.length).toBeGreaterThan(1);
    for (const tag of scripts) expect(tag).toContain(`nonce="${nonce(one)}"`);
    expect(one.html).not.toMatch(/ style="/);
  });

  test("pages are not stored by a browser or a proxy, built files are for a year", async () => {
    const page = await site.get("/inloggen");
    expect(page.headers.get("Cache-Control")).toBe("no-store");
    const file = page.html.match(/\/assets\/[\w.-]+\.css/)![0];
    const asset = await site.get(file, "", { "Accept-Encoding": "br" });
    expect(asset.headers.get("Cache-Control")).toContain("immutable");
    expect(asset.headers.get("Content-Encoding")).toBe("br");
  });
});
