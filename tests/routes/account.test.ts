import { describe, expect, test } from "vitest";
import { openSite, password } from "#tests/setup/site.ts";

const site = await openSite();
const next = "vijf andere woorden daar";
const change = (cookie: string, more: Record<string, string> = {}) => site.post("/account", { intent: "password", oldPassword: password, newPassword: next, newPasswordAgain: next, ...more }, cookie);

describe("the own account", () => {
  test("shows who one is, in at most twelve statements", async () => {
    const answered = await site.get("/account", await site.signIn("linde-leraar-1"));
    expect(answered.status).toBe(200);
    expect(answered.html).toContain("linde-leraar-1.1@test.example");
    expect(answered.html).toContain("groepsleerkracht, De Linde");
    expect(answered.html).toContain("Je bent op één plek ingelogd");
    expect(answered.html).toContain("<title>Mijn account · Groeikompas</title>");
    expect(answered.statements.length).toBeLessThanOrEqual(12);
  });

  test.each([
    [{ oldPassword: "", newPassword: "", newPasswordAgain: "" }, "Vul dit in."],
    [{ oldPassword: "not the old password" }, "Dit is niet je wachtwoord van nu"],
    [{ newPassword: "te kort", newPasswordAgain: "te kort" }, "Maak het minstens 15 tekens lang"],
    [{ newPasswordAgain: `${next}.` }, "De twee nieuwe wachtwoorden zijn niet gelijk"],
    [{ newPassword: "groeikompas-2026", newPasswordAgain: "groeikompas-2026" }, "lijkt te veel op je naam"],
    [{ newPassword: "a".repeat(20), newPasswordAgain: "a".repeat(20) }, "te makkelijk te raden"],
    [{ newPassword: password, newPasswordAgain: password }, "Dit is je wachtwoord van nu"],
  ])("%j is answered on the same page, and no password comes back in it", async (typed, sentence) => {
    const cookie = await site.signIn("linde-leraar-2");
    const answered = await change(cookie, typed);
    expect(answered.status).toBe(422);
    expect(answered.html).toContain(sentence);
    expect(answered.html).toContain('class="error-summary"');
    for (const secret of [next, password, "not the old password", "groeikompas-2026"]) expect(answered.html).not.toContain(secret);
    expect((await site.get("/account", cookie)).status).toBe(200);
  });

  test("a form made by hand for the start page is refused in the reader's language", async () => {
    const cookie = await site.signIn("linde-leraar-7");
    expect((await site.post("/", {}, cookie)).html).toContain("Dat kan hier niet.");
    await site.post("/taal", { language: "en", backTo: "/" }, cookie);
    const refused = await site.post("/", {}, cookie);
    expect(refused.status).toBe(405);
    expect(refused.html).toContain('<html lang="en"');
    expect(refused.html).toContain("That is not possible here.");
  });

  test("a wish that does not exist changes nothing", async () => {
    const cookie = await site.signIn("linde-leraar-2");
    for (const intent of ["", "delete"]) expect((await site.post("/account", { intent }, cookie)).status).toBe(422);
    expect((await site.get("/account", cookie)).status).toBe(200);
  });

  test("a new password ends all sessions, leads to signing in, and works there", async () => {
    const cookie = await site.signIn("linde-leraar-3");
    const { email } = site.board.person("linde-leraar-3");
    const elsewhere = (await site.post("/inloggen", { email, password })).headers.getSetCookie()[0]!.split(";")[0]!;
    const answered = await change(cookie);
    expect([answered.status, answered.to]).toEqual([302, "/inloggen"]);
    expect(answered.headers.getSetCookie().some((each) => each.startsWith("groeikompas=;"))).toBe(true);
    expect([(await site.get("/account", cookie)).status, (await site.get("/account", elsewhere)).status]).toEqual([302, 302]);
    const flash = answered.headers.getSetCookie().find((each) => each.startsWith("melding="))!.split(";")[0]!;
    expect((await site.get("/inloggen", flash)).html).toContain("Je wachtwoord is veranderd. Log opnieuw in.");
    expect((await site.post("/inloggen", { email, password })).status).toBe(422);
    const again = await site.post("/inloggen", { email, password: next });
    expect(again.status).toBe(302);
    expect((await site.get("/account/inzagelog", again.headers.getSetCookie()[0]!.split(";")[0]!)).html).toContain("Het wachtwoord is veranderd.");
  });

  test("signing out everywhere is everywhere", async () => {
    const cookie = await site.signIn("linde-leraar-4");
    const answered = await site.post("/account", { intent: "sessions" }, cookie);
    expect([answered.status, answered.to]).toEqual([302, "/inloggen"]);
    expect((await site.get("/account", cookie)).status).toBe(302);
  });

  test("the own log invites when it is older than anything, and knows no stranger", async () => {
    const cookie = await site.signIn("linde-leraar-5");
    expect((await site.get("/account/inzagelog?voor=1-6f1c1c0e-0000-4000-8000-000000000001", cookie)).html).toContain("Verder terug staat er niets.");
    expect((await site.get("/account/inzagelog")).to).toBe("/inloggen?terug=%2Faccount%2Finzagelog");
  });
});
