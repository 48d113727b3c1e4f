import { cleanup, screen, within } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, describe, expect, test } from "vitest";
import { FrameworkDiff } from "#app/components/manage/framework-diff.tsx";
import { diffView, type KindAsked } from "#app/domain/framework/diff-view.ts";
import { upgradeEffect } from "#app/domain/framework/effect.ts";
import type { Framework } from "#app/domain/framework/framework.ts";
import type { Language } from "#app/domain/text.ts";
import { show } from "#tests/components/school-report.tsx";
import { smallFramework } from "#tests/domain/result/result-facts.ts";

afterEach(cleanup);
const violations = async () => (await axe.run(document.body, { rules: { region: { enabled: false }, "color-contrast": { enabled: false } } })).violations.map(({ id }) => id);
const words = (element: Element | null) => element?.textContent?.replace(/\s+/g, " ").trim();

const before = smallFramework({ version: "1.0.0", ids: ["a.1", "a.2", "b.1", "b.2"] });
const next = smallFramework({ version: "2.0.0", ids: ["a.1", "a.3", "a.4", "b.1"] });
const after: Framework = {
  ...next,
  upgrade: { from: "1.0.0", items: [{ from: ["a.2"], to: ["a.3", "a.4"] }, { from: ["b.2"], to: [] }] },
  nodes: next.nodes.map((area) => ({ ...area, children: area.children!.map((node) => (node.id === "a.1" ? { ...node, title: { nl: "Titel met meer", en: node.title.en } } : node)) })),
};

function page(kind: KindAsked = "changed", language: Language = "nl", asked = { from: before, to: after }) {
  const diff = diffView(asked.from, asked.to, [before, after], { language, kind, page: 1 });
  const rounds = [{ name: "Voorjaar", version: "1.0.0", instrument: "statements", families: ["leraar" as const], asked: ["a.1", "a.2", "b.1", "b.2"] }];
  const effects = upgradeEffect(asked.to, rounds, [before, after]).map(({ instrument, title, into, ...effect }) => ({ ...effect, instrument: instrument[language], title: title[language], into: into.map((each) => each[language]) }));
  return show(<FrameworkDiff slug="test" title="Testraamwerk" versions={["2.0.0", "1.0.0"]} from={asked.from.version} to={asked.to.version} diff={diff} effects={effects} use={{ rounds: ["Voorjaar"], own: true }} />, language);
}
const item = (title: RegExp) => within(screen.getByRole("heading", { level: 3, name: title }).closest("li")!);

describe("two versions of a framework", () => {
  test("say per part what became of it, with the words of then and now side by side", async () => {
    page();
    expect(screen.getAllByRole("heading", { level: 3 }).map(words)).toEqual(["a.1 Titel a.1 → wordt a.1 Titel met meer", "a.2 Titel a.2 → wordt a.3 Titel a.3 en a.4 Titel a.4", "b.2 Titel b.2"]);
    const reworded = item(/Titel met meer/);
    expect(reworded.getByText("anders verwoord")).toBeTruthy();
    const [, row] = reworded.getAllByRole("row", { hidden: true });
    expect(within(row!).getAllByRole("cell", { hidden: true }).map(words)).toEqual(["Titel a.1", "Titel met meer"]);
    expect([row!.querySelector("del")!.textContent, row!.querySelector("ins")!.textContent]).toEqual(["a.1", "met meer"]);
    expect(item(/^b\.2/).getByText("vervallen")).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  test("say how large the step is, what it does to the rounds, and who uses the older one", () => {
    page();
    expect(screen.getByText(/^Van 1\.0\.0 naar 2\.0\.0 is een grote stap .* Dat past bij wat er anders is\.$/)).toBeTruthy();
    expect(screen.getByText("2 trends krijgen een naad, 2 stoppen.")).toBeTruthy();
    expect(screen.getByText("In gebruik: ‘Voorjaar’ en zelfscans buiten een ronde. Daarom kan deze versie niet worden ingetrokken.")).toBeTruthy();
    const effects = within(screen.getByRole("table", { name: "Wat dit doet met jouw rondes", hidden: true }));
    expect(effects.getAllByRole("row", { hidden: true }).slice(1).map(words)).toEqual(["Titel a.1gaat door, met een naadin andere woordenVoorjaar", "Titel a.2stoptgesplitst in ‘Titel a.3’ en ‘Titel a.4’Voorjaar", "Titel b.1gaat door, met een naadin dezelfde woordenVoorjaar", "Titel b.2stoptvervallenVoorjaar"]);
  });

  test("are filtered by kind, with how many there are of each, and say so when there is none", async () => {
    page("merged");
    expect(screen.getByText("Niets gevonden")).toBeTruthy();
    const choice = screen.getByRole("combobox", { name: "Laat zien" }) as HTMLSelectElement;
    expect([...choice.options].map((option) => option.textContent)).toEqual(["Alles wat anders is (3)", "Gelijk gebleven (3)", "Anders verwoord (1)", "Gesplitst (1)", "Samengevoegd (0)", "Vervallen (1)", "Alles (6)"]);
    expect(choice.value).toBe("merged");
    expect(choice.closest("form")!.getAttribute("action")).toBe("/beheer/raamwerken/test/verschil");
    expect(await violations()).toEqual([]);
  });

  test("name scales, questionnaires and details that differ in words", () => {
    const [area, other] = before.nodes;
    const scale = { ...before.scale!, levels: before.scale!.levels.slice(0, 3) };
    const changed: Framework = {
      ...before,
      version: "2.0.0",
      title: { nl: "Anders", en: "Other" },
      contact: "y",
      scale,
      nodes: [{ ...area!, children: [...area!.children!].reverse() }, { ...other!, children: other!.children!.map((node) => ({ ...node, titleStatus: { nl: "official", en: "ours" } })) }],
      instruments: [{ ...before.instruments[0]!, secondsPerItem: 60, explanation: { nl: "Alles wordt opgeteld.", en: "Everything is added up." } }, { ...before.instruments[0]!, id: "second", title: { nl: "Tweede", en: "Second" } }],
    };
    page("changed", "nl", { from: before, to: changed });
    const told = [...screen.getByRole("heading", { name: "Schaal, vragenlijsten en gegevens" }).nextElementSibling!.querySelectorAll("li > p")].map(words);
    expect(told).toEqual([
      "De schaal: andere stappen: was L1 L2 L3 L4, is nu L1 L2 L3. Niveaus zijn niet naast elkaar te leggen.",
      "Vragenlijst ‘Kies’: anders verwoord.",
      "Vragenlijst ‘Tweede’: nieuw.",
      "Naam, beschrijving en lagen: anders verwoord.",
      "Ook anders: contact, wie de naam gaf (b.1, b.2), tijd per vraag (Kies) en volgorde.",
    ]);
  });

  test("are as complete in English, and the other way round no step is named", () => {
    page("changed", "en", { from: after, to: before });
    expect(item(/^a\.3 Titel a\.3 \(en\) and a\.4/).getByText("merged")).toBeTruthy();
    expect(item(/^b\.2/).getByText("new")).toBeTruthy();
    expect(screen.getByText("There are no rounds with a version older than 1.0.0. No trend gets a seam or stops.")).toBeTruthy();
    expect(screen.queryByText(/^From .* is /)).toBeNull();
  });

  test("of which there is only one say that", async () => {
    show(<FrameworkDiff slug="test" title="Testraamwerk" versions={["1.0.0"]} from="1.0.0" to="1.0.0" diff={null} effects={[]} use={{ rounds: [], own: false }} />);
    expect(screen.getByRole("heading", { name: "Er is nog één versie" })).toBeTruthy();
    expect(await violations()).toEqual([]);
  });
});
