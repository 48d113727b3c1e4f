import { describe, expect, test } from "vitest";
import { createGoal, goalsOf } from "#app/services/goals.server.ts";
import { handInAs } from "#tests/services/result-hand-in.ts";
import { openSite } from "#tests/setup/site.ts";

const site = await openSite();
const { board } = site;
const who = "linde-leraar-1";
const now = () => new Date();
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
/** The handed-in result of this person, with one thing far below its target. */
const resultFor = (person: string, more: Parameters<typeof handInAs>[1] = {}) => board.as(person, (ctx) => handInAs(ctx, { answers: { "2.3": 1 }, rest: 4, ...more }), now());
const text = (html: string) => html.replaceAll(/<script[\s\S]*?<\/script>/g, "").replaceAll(/<[^>]+>/g, " ").replaceAll("&#x27;", "'").replaceAll(/\s+/g, " ");
const pageOne = (html: string) => text(html.slice(html.indexOf("<main"), html.indexOf('id="all"')).replaceAll(/<details[\s\S]*?<\/details>/g, ""));

describe("the result page", () => {
  test("has strengths, one growth chance, one step and who sees it on page one, and no total score", async () => {
    const id = await resultFor(who, { wishes: ["2.3"] });
    const answered = await site.get(`/zelfscans/${id}/resultaat`, await site.signIn(who));
    expect(answered.status).toBe(200);
    const first = pageOne(answered.html);
    const order = ["Dit kun je al", "Jouw groeikans", "Je volgende stap", "Wie ziet dit"].map((heading) => first.indexOf(heading));
    expect(order.every((place, index) => place > (order[index - 1] ?? -1))).toBe(true);
    expect(first).toContain("Je wilt dit leren.");
    expect(first).toContain("versie 2017.1.0");
    expect(first).toContain("doi:10.2760/159770");
    expect(first).not.toMatch(/totaal|score|punten|gemiddeld|\d\s*(%|van de \d)/i);
    expect(answered.html).toContain("<title>Je resultaat · Groeikompas</title>");
    expect(answered.statements.length).toBeLessThanOrEqual(12);
  });

  test("is read without JavaScript: the tables with their bars are in the answer, the drawing is not waited for", async () => {
    const answered = await site.get(`/zelfscans/${await resultFor(who)}/resultaat`, await site.signIn(who));
    expect(answered.html.match(/class="gap-bar"/g)!.length).toBe(22);
    expect(answered.html).toContain('method="post"');
    expect(answered.html).not.toContain("recharts");
    expect(answered.html.replaceAll(/<script[\s\S]*?<\/script>/g, "")).not.toMatch(/ style="/);
  });

  test("is in English for who reads English", async () => {
    const cookie = await site.signIn("eik-leraar-1");
    await site.post("/taal", { language: "en", backTo: "/" }, cookie);
    const answered = await site.get(`/zelfscans/${await resultFor("eik-leraar-1")}/resultaat`, cookie);
    expect(answered.html).toContain("<title>Your result · Groeikompas</title>");
    expect(text(answered.html)).toMatch(/What you can do already.*Your room to grow.*Your next step/);
  });

  test("does not exist before hand-in: one is sent to the self-assessment", async () => {
    const id = await resultFor(who, { handedInAt: null });
    const answered = await site.get(`/zelfscans/${id}/resultaat`, await site.signIn(who));
    expect([answered.status, answered.to]).toEqual([302, `/zelfscans/${id}`]);
  });

  test("is nobody else's", async () => {
    const id = await resultFor(who);
    for (const other of ["linde-leraar-2", "linde-directeur", "hr", "beheerder"]) {
      const cookie = await site.signIn(other);
      expect((await site.get(`/zelfscans/${id}/resultaat`, cookie)).status, other).toBe(404);
      expect((await site.post(`/zelfscans/${id}/resultaat`, { competenceId: "2.3", step: "x", dueOn: inDays(3) }, cookie)).status, other).toBe(404);
    }
    expect((await site.get(`/zelfscans/${id}/resultaat`)).to).toBe(`/inloggen?terug=${encodeURIComponent(`/zelfscans/${id}/resultaat`)}`);
  });

  test("says honestly that nothing has a level, and that everything is on target", async () => {
    const cookie = await site.signIn("eik-leraar-2");
    const nothing = await site.get(`/zelfscans/${await resultFor("eik-leraar-2", { answers: {}, rest: "do-not-know" })}/resultaat`, cookie);
    expect(pageOne(nothing.html)).toContain("We verzinnen er geen uitslag bij.");
    expect(pageOne(nothing.html)).not.toContain("Plan deze stap");
    const met = await site.get(`/zelfscans/${await resultFor("eik-leraar-2", { answers: {}, rest: 6 })}/resultaat`, cookie);
    expect(pageOne(met.html)).toContain("Dit kun je delen");
    expect(pageOne(met.html)).toContain("Ik laat een collega een kwartier meekijken");
  });
});

describe("planning a step", () => {
  test("goes back to the result, which then shows it with a calendar link", async () => {
    const person = "linde-leraar-3";
    const [id, cookie] = [await resultFor(person), await site.signIn(person)];
    const sent = await site.post(`/zelfscans/${id}/resultaat`, { competenceId: "2.3", step: "Kijk mee\r\nbij Noor", dueOn: inDays(14) }, cookie);
    expect([sent.status, sent.to]).toEqual([302, `/zelfscans/${id}/resultaat#stap`]);
    expect(sent.headers.getSetCookie().join()).toContain("goal-made");
    const { open } = await board.as(person, goalsOf);
    expect(open).toMatchObject([{ step: "Kijk mee bij Noor", competenceId: "2.3" }]);
    const page = await site.get(`/zelfscans/${id}/resultaat`, cookie);
    expect(page.html).toContain(`/stappen/${open[0]!.id}/agenda.ics`);
    expect(page.html).not.toContain("Plan deze stap");
  });

  test.each([
    [{ step: "", dueOn: "" }, ["Schrijf op wat je gaat doen.", "Kies een dag"]],
    [{ step: "x".repeat(501), dueOn: "2020-01-01" }, ["Maak je stap korter"]],
    [{ step: "Blijft staan", dueOn: "2020-01-01" }, ["Deze dag is al voorbij.", "Blijft staan"]],
    [{ step: "Blijft staan", dueOn: "2090-01-01" }, ["meer dan een jaar weg"]],
  ])("says what to mend and keeps what was typed: %#", async (form, sentences) => {
    const [id, cookie] = [await resultFor(who), await site.signIn(who)];
    const sent = await site.post(`/zelfscans/${id}/resultaat`, { competenceId: "2.3", ...form }, cookie);
    expect(sent.status).toBe(422);
    for (const sentence of sentences) expect(text(sent.html)).toContain(sentence);
  });

  test("a fourth one: says so, and nothing typed is lost", async () => {
    const person = "linde-leraar-4";
    const [id, cookie] = [await resultFor(person), await site.signIn(person)];
    await board.as(person, async (ctx) => {
      for (const step of ["1", "2", "3"]) await createGoal(ctx, { assessmentId: id, competenceId: "1.1", step, dueOn: inDays(5) });
    }, now());
    expect(text((await site.get(`/zelfscans/${id}/resultaat`, cookie)).html)).toContain("Je hebt al drie stappen open.");
    const sent = await site.post(`/zelfscans/${id}/resultaat`, { competenceId: "2.3", step: "De vierde", dueOn: inDays(5) }, cookie);
    expect(sent.status).toBe(422);
    expect(text(sent.html)).toContain("Vink er eerst een af of laat er een los, en plan deze daarna.");
    expect(sent.html).toContain("De vierde");
  });
});

describe("a step", () => {
  const person = "linde-leraar-5";
  const plan = async (step = "Kijk mee bij Noor.") => {
    const id = await resultFor(person);
    return board.as(person, async (ctx) => {
      const made = await createGoal(ctx, { assessmentId: id, competenceId: "2.3", step, dueOn: inDays(20) });
      if (!made.ok) throw new Error(JSON.stringify(made.errors));
      return made.goalId;
    }, now());
  };

  test("stands on the list, moves, and is ticked off with a line", async () => {
    const [goalId, cookie] = [await plan(), await site.signIn(person)];
    expect((await site.get("/stappen", cookie)).html).toContain("Kijk mee bij Noor.");
    expect((await site.get(`/stappen/${goalId}`, cookie)).status).toBe(200);
    expect((await site.post(`/stappen/${goalId}`, { act: "move", dueOn: "2020-01-01" }, cookie)).status).toBe(422);
    expect((await site.post(`/stappen/${goalId}`, { act: "move", dueOn: inDays(9) }, cookie)).to).toBe(`/stappen/${goalId}`);
    expect((await site.post(`/stappen/${goalId}`, { act: "wave" }, cookie)).status).toBe(422);
    expect((await site.post(`/stappen/${goalId}`, { act: "finish", reflection: "x".repeat(2001) }, cookie)).status).toBe(422);
    expect((await site.post(`/stappen/${goalId}`, { act: "finish", reflection: "<b>Goed</b>\r\ngegaan" }, cookie)).to).toBe("/stappen");
    const { done } = await board.as(person, goalsOf);
    expect(done[0]).toMatchObject({ id: goalId, dueOn: inDays(9), reflection: "<b>Goed</b>\ngegaan" });
    const list = await site.get("/stappen", cookie);
    expect(list.html).toContain("&lt;b&gt;Goed&lt;/b&gt;");
    expect(list.statements.length).toBeLessThanOrEqual(8);
    expect((await site.post(`/stappen/${goalId}`, { act: "let-go" }, cookie)).status).toBe(409);
  });

  test("can be let go", async () => {
    const [goalId, cookie] = [await plan("Laat los"), await site.signIn(person)];
    expect((await site.post(`/stappen/${goalId}`, { act: "let-go" }, cookie)).to).toBe("/stappen");
    expect((await site.get(`/stappen/${goalId}`, cookie)).status).toBe(404);
  });

  test("comes as a calendar file: half an hour at 15:30 in the Netherlands, private, with the step's own id", async () => {
    const [goalId, cookie] = [await plan("Vraag Noor; kijk, luister \\ schrijf op. Één 🌱 stap die lang genoeg is om over meer regels te lopen."), await site.signIn(person)];
    const answered = await site.get(`/stappen/${goalId}/agenda.ics`, cookie);
    expect(answered.status).toBe(200);
    expect(answered.headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
    expect(answered.headers.get("Content-Disposition")).toBe('attachment; filename="groeikompas-stap.ics"');
    expect(answered.headers.get("Cache-Control")).toBe("no-store");
    const file = answered.html;
    expect(file.split("\r\n").join("")).not.toMatch(/[\r\n]/);
    const event = fieldsOf(file);
    expect(event.get("UID")).toEqual([goalId]);
    expect(event.get("SUMMARY")).toEqual(["Groeikompas: Vraag Noor; kijk, luister \\ schrijf op. Één 🌱 stap die lang genoeg is om over meer regels te lopen."]);
    expect(event.get("DTSTART")![0]).toMatch(new RegExp(`^${inDays(20).replaceAll("-", "")}T1[34]3000Z$`));
    expect(new Date(inDays(20) + "T" + event.get("DTSTART")![0]!.slice(9, 11) + ":30:00Z").toLocaleTimeString("nl-NL", { timeZone: "Europe/Amsterdam", timeStyle: "short" })).toBe("15:30");
    expect(event.get("DURATION")).toEqual(["PT30M"]);
    expect(event.get("CLASS")).toEqual(["PRIVATE"]);
    expect(event.get("DESCRIPTION")![0]).toContain(`/stappen/${goalId}`);
    for (const part of ["BEGIN", "END"]) expect(event.get(part)).toEqual(part === "BEGIN" ? ["VCALENDAR", "VEVENT"] : ["VEVENT", "VCALENDAR"]);
    expect((await site.get(`/stappen/${goalId}/agenda.ics`, await site.signIn("linde-leraar-2"))).status).toBe(404);
    expect((await site.get(`/stappen/${goalId}/agenda.ics`)).status).toBe(302);
  });

  test("nothing typed becomes a line of its own in the file, or a header", async () => {
    const cookie = await site.signIn("linde-leraar-6");
    const id = await resultFor("linde-leraar-6");
    await site.post(`/zelfscans/${id}/resultaat`, { competenceId: "2.3", step: 'x\r\nEND:VEVENT\rBEGIN:VALARM\u2028"; filename="evil.exe', dueOn: inDays(3) }, cookie);
    const { open } = await board.as("linde-leraar-6", goalsOf);
    const answered = await site.get(`/stappen/${open[0]!.id}/agenda.ics`, cookie);
    const event = fieldsOf(answered.html);
    expect(event.get("END")).toEqual(["VEVENT", "VCALENDAR"]);
    expect(event.get("SUMMARY")).toEqual(['Groeikompas: x END:VEVENT BEGIN:VALARM "; filename="evil.exe']);
    expect(answered.headers.get("Content-Disposition")).not.toContain("evil");
  });
});

/** Unfolds and unescapes an iCalendar file: each property with its values, in order. */
function fieldsOf(file: string): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const line of file.replaceAll(/\r\n[ \t]/g, "").split("\r\n")) {
    const [, name, value] = /^([A-Z-]+)[^:]*:(.*)$/s.exec(line) ?? [];
    if (name === undefined) continue;
    const plain = value!.replaceAll(/\\([\\;,nN])/g, (_, mark: string) => (mark.toLowerCase() === "n" ? "\n" : mark));
    fields.set(name, [...(fields.get(name) ?? []), plain]);
  }
  return fields;
}
