import { cleanup, render, screen, within } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { useBasis } from "#app/components/result/calculation.tsx";
import { ColophonNote } from "#app/components/result/colophon.tsx";
import { Growth } from "#app/components/result/growth.tsx";
import { LastTime } from "#app/components/result/last-time.tsx";
import { barsOf, LevelChart } from "#app/components/result/level-chart.tsx";
import { LevelTable } from "#app/components/result/level-table.tsx";
import { Strengths } from "#app/components/result/strengths.tsx";
import type { ResultPage } from "#app/domain/result/result.ts";
import type { Language } from "#app/domain/text.ts";
import { LanguageContext } from "#app/messages/catalogue.ts";
import { frozen, smallFramework } from "#tests/domain/result/result-facts.ts";
import { resultPage } from "#tests/components/result-page.ts";

beforeEach(() => vi.stubGlobal("ResizeObserver", class { observe() {} disconnect() {} }));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});
const violations = async () => (await axe.run(document.body, { rules: { region: { enabled: false }, "color-contrast": { enabled: false } } })).violations.map(({ id }) => id);

/** Page one without its form, then the chart with its tables, then last time: as ResultPage puts them together. */
function Parts({ page }: { page: ResultPage }) {
  const basis = useBasis(page);
  const lines = page.areas.flatMap((area) => area.lines);
  return (
    <>
      <h1>Resultaat</h1>
      <div data-testid="one">
        <Strengths reflects={page.reflects} strengths={lines.filter(({ competenceId }) => page.strengths.includes(competenceId))} basis={basis} />
        <Growth line={lines.find(({ competenceId }) => competenceId === page.focus?.competenceId) ?? null} page={page} basis={basis} />
        <ColophonNote page={page} />
      </div>
      <h2>Alles</h2>
      <LevelChart page={page}>
        <LevelTable page={page} basis={basis} kind="levels" />
        <LevelTable page={page} basis={basis} kind="reasons" />
      </LevelChart>
      {page.previous ? <LastTime page={page} previous={page.previous} /> : null}
    </>
  );
}
const show = (page: ResultPage, language: Language = "nl") =>
  render(
    <LanguageContext.Provider value={language}>
      <Parts page={page} />
    </LanguageContext.Provider>,
  );
const cells = (name: string) => within(screen.getByRole("row", { name: new RegExp(`^${name}`) })).getAllByRole("cell").map(({ textContent }) => textContent);
const shown = (element: HTMLElement) => {
  const copy = element.cloneNode(true) as HTMLElement;
  copy.querySelectorAll("details").forEach((each) => each.remove());
  return copy.textContent!;
};

describe("page one", () => {
  test("says strengths in the person's own sentences, then one thing to grow in and what it looks like", async () => {
    show(resultPage());
    expect(screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent)).toEqual(["Dit kun je al", "Jouw groeikans", "Wie ziet dit, en waar komt het vandaan", "Alles"]);
    expect(screen.getByText("‘a.1 zin 4.’")).toBeTruthy();
    expect(screen.getByText("Je wilt dit leren. Tot je streefniveau: nog twee stappen.")).toBeTruthy();
    expect(screen.getByText("‘a.2 zin 2.’")).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  test("of questions that were thought over it does not say what somebody can do", () => {
    show({ ...resultPage(), reflects: true });
    expect(screen.getAllByRole("heading", { level: 2 }).map(({ textContent }) => textContent).slice(0, 2)).toEqual(["Hier zijn jullie het verst", "Hier kun je beginnen"]);
    expect(shown(screen.getByTestId("one"))).not.toMatch(/kun je al|groeikans/);
  });

  test("has no total score, no points and no figure of how much is done", () => {
    show(resultPage());
    expect(shown(screen.getByTestId("one"))).not.toMatch(/totaal|score|punten|gemiddeld|%|\d+ van de \d+/i);
  });

  test("says who sees it, when it was handed in, and framework, version, profile and licence", () => {
    show(resultPage());
    const note = shown(screen.getByRole("region", { name: /Wie ziet dit/ }));
    for (const part of ["Alleen jij ziet dit resultaat.", "groepen van minstens 5 mensen", "geen beoordeling", "di 3 november 2026", "Test, versie 1.0.0", "profiel test-po 1.0.0", "Bronvermelding.", "Licentie van het raamwerk (officiële naam): ‘Licentienaam’."]) expect(note).toContain(part);
  });

  test("is as complete in English", async () => {
    show(resultPage({ language: "en", seenBy: { kind: "self" } }), "en");
    expect(screen.getByText("You want to learn this, and it is two steps to your target.")).toBeTruthy();
    expect(shown(screen.getByTestId("one"))).toContain("Only you see this result. You decide whether to take it to a conversation.");
    expect(document.body.textContent).not.toMatch(/\b(je|het|een|niet)\b/);
    expect(await violations()).toEqual([]);
  });

  test("with everything on target it is about sharing, and no growth chance is made up", () => {
    show(resultPage({ answers: [frozen("a.1", 3), frozen("b.1", 4)] }));
    expect(screen.getByRole("heading", { name: "Dit kun je delen" })).toBeTruthy();
    expect(screen.queryByText(/Tot je streefniveau/)).toBeNull();
  });
});

describe("everything side by side", () => {
  test("the table has the word, the level, the target and a bar; reasons stand apart and have no number", () => {
    show(resultPage());
    expect(cells("Titel a.1")).toEqual(["L4 Trap 4 Klaar", "L3 Trap 3"]);
    expect(cells("Titel a.2")).toEqual(["L1 Trap 1 Groeikans", "L3 Trap 3"]);
    expect(cells("Titel b.1")).toEqual(["L2 Trap 2 Bijna", "L3 Trap 3"]);
    const reasons = screen.getByRole("table", { name: /Waar je geen niveau gaf/ });
    expect(within(reasons).getAllByRole("cell").map(({ textContent }) => textContent)).toEqual(["Niet in mijn werk"]);
    expect(reasons.querySelector(".gap-bar")).toBeNull();
    expect(document.querySelectorAll(".gap-bar")).toHaveLength(3);
  });

  test("an answer that was never given is called so", () => {
    show(resultPage({ answers: [frozen("a.1", 3), frozen("b.2", null)] }));
    expect(cells("Titel b.2")).toEqual(["Nog geen antwoord"]);
  });

  test("the chart has a name, a description and the finding, and draws exactly what the tables say", () => {
    const page = resultPage();
    show(page);
    const chart = screen.getByRole("img", { name: "Niveau en streefniveau: alle competenties" });
    expect(document.getElementById(chart.getAttribute("aria-describedby")!)!.textContent).toContain("van L1 Trap 1 tot L4 Trap 4");
    expect(screen.getByText(/Bij 1 van de 3 competenties zit je op je streefniveau of erboven, bij 1 ben je er bijna en bij 1 ligt een groeikans\./, { selector: "figcaption" })).toBeTruthy();
    const drawn = barsOf(page, (reason) => reason ?? "open").flatMap((bar) => (bar.level === undefined ? [] : [[bar.title, bar.level === null ? bar.instead : `L${bar.level} Trap ${bar.level}`, `L${bar.target} Trap ${bar.target}`]]));
    const told = screen.getAllByRole("row").flatMap((row) => {
      const [now, target] = within(row).queryAllByRole("cell");
      if (!now) return [];
      const title = within(row).getByRole("rowheader").firstChild!.textContent;
      return [target ? [title, now.textContent!.split(" ").slice(0, 3).join(" "), target.textContent] : [title, "not-in-my-work", "L3 Trap 3"]];
    });
    expect(told).toEqual(drawn);
  });

  test("every figure says how it was calculated: the answer, the target, the rule, the version and the day", () => {
    show(resultPage());
    const row = screen.getByRole("row", { name: /^Titel a.2/ });
    const how = row.querySelector("details")!;
    expect(how.querySelector("summary")!.textContent).toBe("Hoe berekend? Titel a.2");
    expect(how.textContent).toContain("Je koos: ‘a.2 zin 1.’ Die zin hoort bij L1 Trap 1. Je streefniveau is L3 Trap 3 (profiel test-po 1.0.0). Tot je streefniveau zijn het twee stappen: groeikans.");
    expect(how.textContent).toContain("Er wordt niets opgeteld. Test, versie 1.0.0, ingeleverd op di 3 november 2026.");
    expect(document.querySelectorAll("tbody details")).toHaveLength(4);
    expect(screen.getAllByText("Hoe is dit berekend?").length).toBeGreaterThanOrEqual(2);
  });
});

describe("last time beside this one", () => {
  test("per competence in words, with one sentence, and what a lower level often means", async () => {
    show(resultPage({ before: [frozen("a.1", 4), frozen("a.2", 2), frozen("b.1", "do-not-know")] }));
    expect(cells("Titel a.1")[2]).toBe("L4 Trap 4gelijk gebleven");
    expect(cells("Titel a.2")[2]).toBe("L2 Trap 2nu lager");
    expect(cells("Titel b.1")[2]).toBe("Weet ik nog nietgeen vergelijking");
    expect(cells("Titel b.2")[1]).toBe("geen vergelijking");
    expect(screen.getByText("Vergeleken met ma 3 november 2025 sta je bij 1 van de 2 competenties gelijk en bij 1 lager.")).toBeTruthy();
    expect(screen.getByText("Lager dan de vorige keer? Vaak betekent dat dat je scherper kijkt.")).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  test("a changed scale is a seam: no levels side by side, and it says why", () => {
    const page = resultPage({ before: [frozen("a.1", 4)] });
    show({ ...page, previous: { ...page.previous!, version: "0.9.0", comparable: false } });
    expect(screen.getByText(/Tussen toen \(versie 0\.9\.0\) en nu \(versie 1\.0\.0\) veranderde de schaal/)).toBeTruthy();
    expect(screen.queryByRole("columnheader", { name: "Vorige keer" })).toBeNull();
  });

  test("a new version is a seam: it says what was worded otherwise, and what is another question now", async () => {
    const older = smallFramework({ version: "0.9.0", ids: ["a.1", "a.2", "b.2", "b.3"] });
    const worded = { ...older, nodes: older.nodes.map((area) => ({ ...area, children: area.children!.map((node) => (node.id === "a.1" ? { ...node, title: { nl: "Oude titel", en: "Old title" } } : node)) })) };
    show(resultPage({ then: worded, before: [frozen("a.1", 4), frozen("a.2", 2), frozen("b.3", 3)] }));
    expect(cells("Titel a.1")[2]).toBe("L4 Trap 4gelijk gebleventoen in andere woorden");
    expect(cells("Titel a.2")[2]).toBe("L2 Trap 2nu lager");
    expect(cells("Titel b.1")[2]).toBe("nieuwe vraag");
    expect(screen.getByText(/0\.9\.0 werd 1\.0\.0.*dezelfde vraag is gebleven/)).toBeTruthy();
    expect(screen.getByText("‘Titel b.3’ is vervallen.")).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  test("is not there the first time", () => {
    show(resultPage());
    expect(screen.queryByText("Vorige keer ernaast")).toBeNull();
  });
});

test("what is said of an area as a whole is apart from its name, also to the ear", () => {
  const page = resultPage();
  const areas = page.areas.map((area) => ({ ...area, standing: { kind: "derived", level: null } as const }));
  show({ ...page, areas });
  const [heading] = screen.getAllByRole("rowheader", { name: /nog geen afgeleid niveau/ });
  expect(heading!.textContent).toBe(`${areas[0]!.title}: nog geen afgeleid niveau`);
  expect(heading!.querySelector(".result-standing")).toBeTruthy();
});

test("a level that ends in dots of its own gets no full stop after it", () => {
  const page = resultPage();
  show({ ...page, levels: page.levels.map((level) => `${level}…`) });
  expect(document.body.textContent).not.toContain("….");
});
