import { describe, expect, test } from "vitest";
import { openSite } from "#tests/setup/site.ts";

const site = await openSite();
const pages = [
  ["/beheer", "<h1>Beheer</h1>"],
  ["/beheer/mensen", "<h1>Mensen</h1>"],
  ["/beheer/mensen?naam=linde-leraar-1&school=niks&groep=koning&bladzijde=-3", "1 persoon"],
  ["/beheer/mensen?naam=%00", "<h1>Mensen</h1>"],
  ["/beheer/mensen?naam=bestaatniet", "Niemand gevonden"],
  ["/beheer/rondes", "Er is nog geen ronde geweest"],
  ["/beheer/raamwerken", "<h1>Raamwerken</h1>"],
  ["/beheer/raamwerken/digcompedu/2017.1.0", "Naamsvermelding"],
  ["/beheer/raamwerken/kennisnet-ict/2023.1.0?als=growth.concierge", "Zo ziet de vragenlijst eruit voor: conciërge"],
  ["/beheer/raamwerken/digcompedu/2017.2.0", "Vergelijk met een andere versie"],
  ["/beheer/raamwerken/digcompedu/verschil", "Vragenlijst ‘DigCompEdu CheckIn in eigen woorden’: nieuw."],
  ["/beheer/raamwerken/digcompedu/verschil?van=2017.2.0&naar=2017.1.0&soort=koning&pagina=-3", "Vragenlijst ‘DigCompEdu CheckIn in eigen woorden’: vervallen."],
  ["/beheer/raamwerken/kennisnet-ict/verschil", "Er is nog één versie"],
  ["/beheer/logboek", "<h1>Logboek</h1>"],
  ["/beheer/logboek?soort=assessment.handed-in&voor=onzin", "De lijst met mensen is bekeken."],
  ["/beheer/logboek?soort=training.planned", "Hiervan staat nog niets"],
] as const;

describe("the administrator's pages", () => {
  test.each(pages)("%s is there for the administrator, in at most twelve statements", async (path, words) => {
    const answered = await site.get(path, await site.signIn("beheerder"));
    expect(answered.status).toBe(200);
    expect(answered.html).toContain(words);
    expect(answered.statements.length).toBeLessThanOrEqual(12);
  });

  test.each(["linde-leraar-1", "linde-directeur", "hr", "bestuurder"])("none of them is there for %s", async (key) => {
    const cookie = await site.signIn(key);
    for (const [path] of pages) expect((await site.get(path, cookie)).status, path).toBe(404);
    // The leaf alone is no way in either: a layout is not a lock.
    expect((await site.get("/beheer/mensen.data?_routes=routes%2Fmanage%2Fpeople", cookie)).html).not.toContain("Name linde-leraar-2");
  });

  test("a framework or page that is not there is 404 for the administrator too", async () => {
    const cookie = await site.signIn("beheerder");
    for (const path of ["/beheer/raamwerken/digcompedu/1.0.0", "/beheer/raamwerken/niets/1.0.0", "/beheer/raamwerken/niets/verschil", "/beheer/raamwerken/digcompedu/verschil?van=2016.1.0", "/beheer/iets"]) expect((await site.get(path, cookie)).status, path).toBe(404);
  });
});
