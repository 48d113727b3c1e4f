import { cleanup, render, screen, within } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, describe, expect, test } from "vitest";
import { FrameworkTree } from "#app/components/manage/framework-tree.tsx";
import { LogTable } from "#app/components/manage/log-table.tsx";
import { PeopleTable, type PersonLine } from "#app/components/manage/people-table.tsx";
import type { LogEntry } from "#app/domain/log.ts";
import { LanguageContext } from "#app/messages/catalogue.ts";

afterEach(cleanup);
const violations = async () => (await axe.run(document.body, { rules: { region: { enabled: false }, "color-contrast": { enabled: false } } })).violations.map(({ id }) => id);

const people: PersonLine[] = [
  { id: "1", name: "Zoë van 't Hof", jobs: [{ title: "groepsleerkracht", family: "leraar", school: "De Linde", fte: 0.6, asked: true }, { title: "beleidsmedewerker", family: "staf", school: "Bureau", fte: 0.2, asked: false }], grants: [] },
  { id: "2", name: "Marjan Hofstra", jobs: [{ title: "directeur", family: "schoolleider", school: "De Linde", fte: 1, asked: false }], grants: [{ role: "leader", schools: ["De Linde", "De Eik"] }, { role: "hr", schools: [] }] },
  { id: "3", name: "Nieuw Zonder", jobs: [], grants: [] },
];

describe("the table of people", () => {
  const rowOf = (name: string) => within(screen.getByRole("rowheader", { name }).closest("tr")!);

  test("says roles and schools in words, hours with a comma, and who has no questionnaire yet", async () => {
    render(<PeopleTable people={people} caption="3 mensen" />);
    expect(screen.getByRole("table", { name: "3 mensen" })).toBeTruthy();
    expect(rowOf("Marjan Hofstra").getByText("schoolleider van De Linde en De Eik")).toBeTruthy();
    expect(rowOf("Marjan Hofstra").getByText("HR")).toBeTruthy();
    expect(rowOf("Marjan Hofstra").getByText("nog geen vragenlijst")).toBeTruthy();
    expect(rowOf("Zoë van 't Hof").getAllByText("nog geen vragenlijst")).toHaveLength(1);
    expect(rowOf("Zoë van 't Hof").getByText("0,6")).toBeTruthy();
    expect(rowOf("Nieuw Zonder").getByText("geen functie bekend")).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  test("is as complete in English", () => {
    render(
      <LanguageContext.Provider value="en">
        <PeopleTable people={people} caption="3 people" />
      </LanguageContext.Provider>,
    );
    expect(rowOf("Marjan Hofstra").getByText("head teacher of De Linde and De Eik")).toBeTruthy();
    expect(rowOf("Zoë van 't Hof").getByText("0.6")).toBeTruthy();
    expect(rowOf("Zoë van 't Hof").getByText("no questionnaire yet")).toBeTruthy();
  });
});

test("the log says who and in which quality, and calls the reader you", async () => {
  const entry = (more: Partial<LogEntry>): LogEntry => ({ id: "1", at: new Date("2026-11-16T13:02:00Z"), actorId: "me", actorName: "Zoë", actorRole: "staff", action: "signed-in", subject: "", ...more });
  render(<LogTable label="Inzagelog" me="me" newest={null} older={null} entries={[entry({}), entry({ id: "2", actorId: "other", actorName: "Tim Wolters", actorRole: "admin", action: "function.corrected", subject: "conciërge → ict-medewerker" })]} />);
  const [, mine, theirs] = screen.getAllByRole("row");
  expect(mine!.textContent).toBe("ma 16 november 2026, 14:02JijEr is ingelogd.");
  expect(theirs!.textContent).toBe("ma 16 november 2026, 14:02Tim Woltersfunctioneel beheerderEen functie is aangepast.conciërge → ict-medewerker");
  expect(screen.queryByRole("navigation")).toBeNull();
  expect(await violations()).toEqual([]);
});

test("the tree of a framework says what is asked, with its target, and what is not", async () => {
  const levels = [{ code: "1", title: "Verkennen", statement: "Ik ken het." }, { code: "2", title: "Toepassen", statement: "Ik doe het." }];
  const competence = { objectives: [], extra: false, id: "a.1", code: "A1", title: "Sleutels", titleStatus: "ours" as const, question: "Hoe?", asked: true, target: { code: "2", title: "Toepassen" }, levels };
  render(<FrameworkTree areas={[{ id: "a", title: "Gebouw", titleStatus: "official", competences: [competence, { ...competence, id: "a.2", code: "A2", title: "Rooster", asked: false, target: null, extra: true }] }]} />);
  const [asked, not] = screen.getAllByRole("group");
  expect(asked!.textContent).toContain("A1 Sleutels streefniveau: Toepassen");
  expect(asked!.textContent).toContain("Toepassen · streefniveauIk doe het.");
  expect(not!.textContent).toContain("A2 Rooster niet gevraagd · eigen toevoeging");
  expect(not!.textContent).not.toContain("streefniveau");
  expect(await violations()).toEqual([]);
});
