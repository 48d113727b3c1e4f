import { cleanup, screen, within } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { BoardPage } from "#app/components/school/board-page.tsx";
import { SchoolPage } from "#app/components/school/school-page.tsx";
import type { BoardFigures, SchoolFigures } from "#app/domain/figures/page.ts";
import { findingsOf, type Grid, type Spreads, type TrendLink } from "#app/domain/figures/report.ts";
import type { Language } from "#app/domain/text.ts";
import { cell, figure, grid, report, schoolFigures, show, trainings } from "#tests/components/school-report.tsx";

beforeEach(() => vi.stubGlobal("ResizeObserver", class { observe() {} disconnect() {} }));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});
const violations = async () => (await axe.run(document.body, { rules: { region: { enabled: false }, "color-contrast": { enabled: false } } })).violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
const words = (element: Element | null) => element!.textContent!.replace(/\u00a0/g, " ");
const findings = () => [...document.querySelectorAll(".findings > li")].map((each) => words(each.querySelector(".findings__words")));
const school = (more: Partial<SchoolFigures> = {}, { mayPlan = true, managesRounds = true } = {}, language: Language = "nl") => show(<SchoolPage figures={schoolFigures(more)} mayPlan={mayPlan} managesRounds={managesRounds} />, language);
const headings = () => screen.getAllByRole("heading").map(({ tagName, textContent }) => `${tagName} ${textContent}`);

describe("the two-minute screen", () => {
  test("carries round, n of N, framework, version, threshold and date at the top", () => {
    school();
    expect(words(document.querySelector(".page-head .lead"))).toBe("Ronde 2026 · 27 van 34 ingeleverd · DigCompEdu 2017.2.0 · profiel 1.0.0 · drempel 5 · gesloten op zo 20 december 2026");
    expect(headings()).toEqual(["H1 De Linde", "H2 Wat het eerst opvalt", "H2 Alles naast elkaar", "H2 Verschil met het streefniveau", "H2 Van ronde tot ronde", "H2 Trainingen", "H2 Los van deze cijfers"]);
  });

  test("says the largest gap, a strength and what is too small, each with a training to plan and the reason", async () => {
    school();
    expect(findings()).toEqual([
      "Bij leraren is het verschil met het streefniveau het grootst op “Selecteren”: gemiddeld 2,0 van 6 (A2), streefniveau B2 (4).",
      "Sterk bij leraren: “Samenwerken”. Daar is het gemiddeld 5,0 of hoger van 6 (C1), streefniveau B2 (4).",
      "Over staf is niets te zeggen: te weinig antwoorden om iets te tonen. Bij onderwijsondersteuners geldt dat voor 1 competentie.",
    ]);
    const links = screen.getAllByRole("link").filter(({ className }) => className.includes("button"));
    expect(links.map((link) => [link.textContent, link.getAttribute("href"), link.className])).toEqual([
      ["Plan training", "/rondes/r3/training?competentie=2.1&groep=leraar&school=s", "button"],
      ["Plan dat collega’s dit laten zien", "/rondes/r3/training?competentie=1.2&groep=leraar&school=s", "button button--quiet"],
      ["Plan toch een training", "/rondes/r3/training?groep=staf&school=s", "button button--quiet"],
    ]);
    const why = words(document.querySelector(".findings .school-why"));
    for (const part of ["gemiddeld 2,0 van 6 (A2)", "tussen 1,75 en 2,25", "10–19 mensen", "streefniveau B2 (4)", "40% van de schaal"]) expect(why).toContain(part);
    expect(await violations()).toEqual([]);
  });

  test("mentions a change only against a comparable round and when the margins do not overlap", () => {
    school();
    expect(screen.getByText("Dat is lager dan in “Ronde 2024”: toen gemiddeld 3,0 van 6 (B1). Vaak betekent dat dat mensen scherper kijken.")).toBeTruthy();
    cleanup();
    const { trend } = report();
    school({ report: report({ trend: { ...trend, rounds: trend.rounds.map((round) => ({ ...round, comparable: round.id === "2026" })) } }) });
    expect(screen.queryByText(/Dat is (lager|hoger) dan/)).toBeNull();
  });

  test("shows every figure with its class of n, what is closed in words, and what is not asked", () => {
    school();
    const table = screen.getByRole("table", { name: "Gemiddelde per functiegroep, competenties in de volgorde van het raamwerk" });
    const cells = (name: string) => within(within(table).getByRole("rowheader", { name }).closest("tr")!).getAllByRole("cell").map(words);
    expect(cells("Communiceren")).toEqual(["3,510–19 mensen klein verschil", "niet gevraagd", "te weinig", "3,510–19 mensen"]);
    expect(cells("Samenwerken")).toEqual(["5,0 of hoger10–19 mensen op of boven streefniveau", "3,05–9 mensen op of boven streefniveau", "te weinig", "4,520–49 mensen"]);
    expect(cells("Selecteren")).toEqual(["2,010–19 mensen heel groot verschil", "te weinig", "te weinig", "te weinig"]);
    expect(within(table).getByText("2,0").className).toBe("heat__cell heat__cell--5");
    expect(within(table).getByText("5,0 of hoger").className).toBe("heat__cell heat__cell--met");
    expect(screen.getByRole("link", { name: "Download deze cijfers (CSV)" }).getAttribute("href")).toBe("/school/s/r3.csv");
  });

  test("draws gaps and trend with a finding as caption, a name, a description, and the table they illustrate", () => {
    school();
    const gaps = screen.getByRole("img", { name: "Gemiddelde en streefniveau van leraren" });
    expect(gaps.closest("figure")!.querySelector("figcaption")!.textContent).toMatch(/^Leraren zitten op 2 van 3 getoonde competenties onder het streefniveau\./);
    const trend = screen.getByRole("img", { name: "Gemiddelde van leraren per ronde" });
    expect(words(trend.closest("figure")!.querySelector("figcaption"))).toMatch(/^Bij leraren is een verschil te zien op “Samenwerken” \(hoger\) en “Selecteren” \(lager\)\./);
    const heads = within(trend.closest("figure")!).getAllByRole("columnheader", { hidden: true }).map(words);
    expect(heads.at(-1)).toContain("naad: versie 2017.2.0");
    expect(screen.getByText("Over staf is hier te weinig te tonen.")).toBeTruthy();
  });

  test("says where a line stops or begins because a version asks something else, and what was asked in other words", () => {
    const { trend } = report();
    const links = trend.links.map((row, at) => row.map((link, round): TrendLink => (round === 2 ? link : at === 0 ? { ...link, reworded: ["leraar"] } : at === 1 ? { id: null, why: "split", reworded: [] } : link)));
    const figures = trend.figures.map((row, at) => row.map((each) => (at === 1 ? [null, null, each[2]!] : each)));
    school({ report: report({ trend: { ...trend, links, figures, breaks: [{ why: "split", from: ["Oud"], to: ["Communiceren", "Nog iets"] }, { why: "gone", from: ["Weg"], to: [] }] } }) });
    const table = screen.getByRole("img", { name: "Gemiddelde van leraren per ronde" }).closest("figure")!;
    const cells = (name: string) => within(within(table).getByRole("rowheader", { name, hidden: true }).closest("tr")!).getAllByRole("cell", { hidden: true }).map(words);
    expect(cells("Communiceren")[0]).toContain("in andere woorden");
    expect(cells("Communiceren")[2]).not.toContain("in andere woorden");
    expect(cells("Samenwerken").slice(0, 2)).toEqual(["andere vraag, later gesplitst", "andere vraag, later gesplitst"]);
    expect(screen.getByText("“Oud”: gesplitst in “Communiceren” en “Nog iets”.")).toBeTruthy();
    expect(screen.getByText("“Weg” wordt niet meer gevraagd.")).toBeTruthy();
  });

  test("puts trainings beside the figures round them", () => {
    school();
    const row = (title: string) => within(screen.getByRole("rowheader", { name: new RegExp(`^${title}`) }).closest("tr")!);
    expect(row("Training a").getByRole("button", { name: "Haal van de planning “Training a”" })).toBeTruthy();
    expect(words(row("Training b").getAllByRole("cell").at(-1)!)).toBe("3,0 → 3,5 hoger dan ervoor“Ronde 2025” en “Ronde 2026”");
    expect(words(row("Training c").getAllByRole("cell").at(-1)!)).toBe("te weinig antwoorden om te vergelijken");
    expect(row("Training d").getByRole("link", { name: "bij de cijfers van Kennisnet" }).getAttribute("href")).toBe("/school/s?ronde=r9#trainings");
    expect(words(row("Training e").getAllByRole("cell").at(-1)!)).toBe("er was nog geen ronde vóór deze training");
  });

  test("offers no planning to whoever may only read", () => {
    school({ trainings: [] }, { mayPlan: false, managesRounds: false });
    expect(screen.queryByText("Plan training")).toBeNull();
    expect(screen.queryByText("Naar de ronde")).toBeNull();
    expect(screen.getByText("Er staat nog geen training gepland.")).toBeTruthy();
  });

  test("is as complete in English", async () => {
    school({}, {}, "en");
    expect(findings()[0]).toBe("Among teachers the distance to the target is largest for “Selecteren”: on average 2.0 out of 6 (A2), target B2 (4).");
    expect(document.body.textContent).not.toMatch(/gemiddeld|streefniveau|mensen/);
    expect(await violations()).toEqual([]);
  });
});

describe("when there is little to see", () => {
  test("no round yet: an invitation, with one button for who may open one", async () => {
    school({ report: null, running: [], choices: [], trainings: [] });
    expect(screen.getByRole("link", { name: "Open een ronde" }).className).toBe("button");
    expect(await violations()).toEqual([]);
    cleanup();
    school({ report: null, running: [], choices: [], trainings: [] }, { mayPlan: false, managesRounds: false });
    expect(screen.queryByRole("link", { name: "Open een ronde" })).toBeNull();
  });

  test("a running round: the response and per family enough or not, nothing else", () => {
    school({ report: null });
    expect(words(document.querySelector(".notice"))).toBe("Nu loopt “Ronde 2027”21 van 34 ingeleverd, geteld op wo 20 januari 2027, 07:00. Open tot en met ma 1 februari 2027.Leraren: genoeg · staf: nog te weinig.Naar de ronde Ronde 2027");
    cleanup();
    school({ report: null, running: schoolFigures().running.map((round) => ({ ...round, state: "closing" as const })) });
    expect(words(document.querySelector(".notice"))).toContain("De cijfers zijn er over ongeveer vijf minuten.");
    expect(words(document.querySelector(".notice"))).not.toContain("genoeg");
  });

  test("a village school: no table of closed cells, but what is possible", async () => {
    const closed: Grid = { ...grid, cells: grid.cells.map((row) => row.map(() => "closed")), totals: [] };
    school({ report: report({ grid: closed }) });
    expect(screen.getByRole("heading", { name: "Nog te weinig antwoorden om een groep te tonen" })).toBeTruthy();
    expect(screen.queryByText("te weinig")).toBeNull();
    expect(await violations()).toEqual([]);
  });

  test("everything on target and everything shown", () => {
    const met: Grid = { ...grid, families: ["leraar"], cells: grid.cells.map(() => [cell(5, 4)]), totals: [] };
    school({ report: report({ grid: met }) });
    expect(findings()).toEqual(["Alles wat we kunnen tonen, zit op of boven het streefniveau.", expect.stringMatching(/^Sterk bij leraren/), "Niets is te klein: over elke groep is overal iets te zeggen."]);
  });
});

describe("the page of the board", () => {
  const closedHere: Grid = { ...grid, families: ["leraar"], cells: [["closed"], [cell(4, 4)], ["closed"]], totals: [] };
  const spreads: Spreads = [[{ target: 4, weight: 1, schools: 2, from: { shown: 1.5, end: "≤" }, to: { shown: 3, end: null }, gap: 0.35 }], [null], [null]];
  const board = (more: Partial<BoardFigures> = {}, mayPlan = true) => {
    const shown = report({ grid: closedHere, spreads, silentSchools: ["Het Dorp"], findings: findingsOf(closedHere, spreads), trend: { ...report().trend, figures: [[[null, null, null]], [[figure(4), null, figure(4)]], [[null, null, null]]], ranges: [[[{ schools: 2, from: { shown: 1, end: "≤" }, to: { shown: 2.5, end: null } }, null, { schools: 2, from: { shown: 1.5, end: "≤" }, to: { shown: 3, end: null } }]], [[null, null, null]], [[null, null, null]]] } });
    const line = (name: string, cells: Grid["cells"]) => ({ id: name, name, invited: 20, handedIn: 18, cells });
    const figures: BoardFigures = { choices: [{ id: "r3", name: "Ronde 2026", closedAt: new Date(), schools: 2 }], report: shown, schools: [line("De Eik", [[cell(1.5, 4)], [cell(4, 4)]]), line("Het Dorp", [["closed"], ["closed"]])], trainings, ...more };
    return show(<BoardPage figures={figures} areas={["Betrokken", "Bronnen"]} area={{ title: "Betrokken", from: 0, to: 2 }} mayPlan={mayPlan} />);
  };

  test("says what schools show where the whole is closed, and names what cannot be shown", async () => {
    board();
    expect(findings()).toEqual([
      "Bij leraren is het verschil met het streefniveau het grootst op “Communiceren”: gemiddeld 1,5 of lager tot 3,0 van 6 op de 2 scholen die we kunnen tonen, streefniveau B2 (4).",
      "Sterk bij leraren: “Samenwerken”. Daar is het gemiddeld 4,0 van 6 (B2), streefniveau B2 (4).",
      "Over Het Dorp is niets te zeggen: te weinig antwoorden om iets te tonen. Bij leraren geldt dat voor 1 competentie.",
    ]);
    expect(screen.getByRole("link", { name: "Plan training" }).getAttribute("href")).toBe("/rondes/r3/training?competentie=1.1&groep=leraar");
    expect(await violations()).toEqual([]);
  });

  test("lists schools as they come, with the response, and every training with its school and hours", () => {
    board();
    const table = screen.getByRole("table", { name: "Betrokken: gemiddelde per school en functiegroep" });
    expect(within(table).getAllByRole("rowheader").map(words)).toEqual(["De Eik", "Het Dorp"]);
    expect(within(table).getByRole("link", { name: "De Eik" }).getAttribute("href")).toBe("/school/De%20Eik?ronde=r3");
    const row = within(screen.getByRole("rowheader", { name: /^Training d/ }).closest("tr")!);
    expect(row.getByText("alle scholen")).toBeTruthy();
    expect(row.getByText("2,5")).toBeTruthy();
  });

  test("draws and lists what the schools show where the whole is closed, and no change between rounds", () => {
    board();
    expect(screen.getByText("Leraren: bij 1 van 2 getoonde competenties is er een verschil met het streefniveau, over het geheel of op minstens één school.")).toBeTruthy();
    const gaps = within(screen.getByRole("table", { name: "Gemiddelde en streefniveau van leraren" }));
    expect(words(gaps.getByRole("rowheader", { name: "Communiceren" }).closest("tr")!)).toBe("Communiceren1,5 of lager tot 3,0B22 scholen");
    const rounds = within(screen.getByRole("table", { name: "Gemiddelde van leraren per ronde" }));
    expect(words(rounds.getByRole("rowheader", { name: "Communiceren" }).closest("tr")!)).toBe("Communiceren1,0 of lager tot 2,52 scholente weinig1,5 of lager tot 3,02 scholen");
  });

  test("adds up the hours of one participant, per school and together, to come and held", () => {
    board({ trainings: [...trainings, { ...trainings[0]!, id: "f", school: "'t Veldje", schoolId: "v", hours: 4 }] });
    const table = within(screen.getByRole("table", { name: "Uren per persoon, bij elkaar opgeteld" }));
    expect(table.getAllByRole("row").slice(1).map((row) => [...row.children].map(words))).toEqual([
      ["De Linde", "2,5", "7,5", "10"],
      ["'t Veldje", "4", "0", "4"],
      ["Alle scholen", "0", "2,5", "2,5"],
      ["Samen", "6,5", "10", "16,5"],
    ]);
  });

  test("before the first round it says what will come", () => {
    board({ report: null, schools: [], trainings: [] });
    expect(screen.getByText("Na de eerste ronde zie je hier alle scholen naast elkaar.")).toBeTruthy();
  });
});
