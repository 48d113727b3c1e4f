import { cleanup, render, screen, within } from "@testing-library/react";
import axe from "axe-core";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import { afterEach, describe, expect, test } from "vitest";
import { ImportPage } from "#app/components/desk/import-page.tsx";
import { MatrixPage } from "#app/components/desk/matrix-page.tsx";
import { OwnFrameworks } from "#app/components/desk/own-frameworks.tsx";
import { ProblemList } from "#app/components/desk/problem-list.tsx";
import { SectionForm, type SectionReply } from "#app/components/desk/section-form.tsx";
import { TryOut } from "#app/components/desk/try-out.tsx";
import type { FieldGroupView } from "#app/domain/desk/view.ts";

afterEach(cleanup);
const drawn = (page: React.ReactElement) => render(<RouterProvider router={createMemoryRouter([{ path: "/", element: page }, { path: "*", element: null }])} />);
const violations = async () => (await axe.run(document.body, { rules: { region: { enabled: false }, "color-contrast": { enabled: false } } })).violations.map(({ id }) => id);

const field = (name: string, value: string, language: "nl" | "en" | null = null) => ({ name, part: "title" as const, language, value, max: 200, optional: false, room: "line" as const });
const groups: FieldGroupView[] = [{ key: "item", legend: "Algemeen", fields: [field("title.nl", "Van hen", "nl"), field("title.en", "Theirs", "en")] }];
const form = (reply: SectionReply | null, canWrite = true) => drawn(<SectionForm groups={groups} sequence={3} reply={reply} back="/terug" canWrite={canWrite} languages={2} />);

describe("a form of the desk", () => {
  test("after a conflict holds what I typed, says beside it what stands there now, and sends the newer number", async () => {
    form({ errors: {}, values: { "title.nl": "Van mij", "title.en": "Theirs" }, conflict: { theirs: { "title.nl": "Van hen", "title.en": "Theirs" }, sequence: 7 } });
    expect(screen.getByRole("textbox", { name: "Naam (Nederlands)" })).toHaveProperty("value", "Van mij");
    expect(screen.getByText("Van hen")).toBeTruthy();
    // What is the same on both sides is not said again.
    expect(screen.getAllByText("In het concept staat nu:")).toHaveLength(1);
    expect(document.querySelector("input[name=sequence]")).toHaveProperty("value", "7");
    expect(document.activeElement).toBe(screen.getByRole("alert"));
    expect(await violations()).toEqual([]);
  });

  test("names what is wrong with its field, and keeps what was typed", async () => {
    form({ errors: { "title.en": "too-long" }, values: { "title.en": "y".repeat(201) }, conflict: null });
    expect(screen.getByRole("link", { name: /Algemeen, Naam \(Engels\): Dit is te lang/ })).toBeTruthy();
    expect(screen.getByRole("textbox", { name: "Naam (Engels)" })).toHaveProperty("value", "y".repeat(201));
    expect(await violations()).toEqual([]);
  });

  test("has no button when it cannot be changed, and says so", () => {
    form(null, false);
    expect(screen.queryByRole("button")).toBeNull();
    expect(screen.getByText("Deze woorden kunnen nu niet worden aangepast.")).toBeTruthy();
  });
});

test("each problem has the way to its place; the repair is offered to whoever can write", () => {
  const problems = [
    { place: { on: "node", id: "1.1", group: "concierge" }, sentence: "1.1 Delen: de code komt vaker voor.", repair: { act: "new-code", id: "1.1" } },
    { place: { on: "facts" }, sentence: "Er is nog geen licentie gekozen.", repair: null },
  ] as const;
  drawn(<ProblemList id="d" sequence={3} problems={problems} more={2} canWrite />);
  const [first, second] = screen.getAllByRole("listitem");
  expect(within(first!).getByRole("link").getAttribute("href")).toBe("/beheer/raamwerken/eigen/d/onderdeel/1.1?voor=concierge");
  expect(within(first!).getByRole("button", { name: "Geef dit onderdeel een andere code" })).toBeTruthy();
  expect(within(second!).queryByRole("button")).toBeNull();
  expect(screen.getByText("Er zijn nog 4 dingen te herstellen.")).toBeTruthy();
  cleanup();
  drawn(<ProblemList id="d" sequence={3} problems={problems} more={0} canWrite={false} />);
  expect(screen.queryByRole("button")).toBeNull();
});

test("a try-out has no form around its question, so nothing can be sent", async () => {
  const question = { competenceId: "1", area: "Gebied", question: "Hoe?", description: null, objectives: ["Weten wij wie ingrijpt?"], prompt: "Hoe ver zijn jullie?", choices: [{ value: "1", statement: "Zo.", example: undefined }, { value: "2", statement: "Anders.", example: undefined }], place: 1, total: 2, minutesLeft: 1 };
  drawn(<TryOut view={{ groups: [{ key: "a.leraar", who: "leraar", items: 2, minutes: 1 }], as: "a.leraar", who: "leraar", easy: false, question }} to={({ place = 1 }) => `/vraag/${place}`} level={2} />);
  expect(document.querySelector("form")).toBeNull();
  expect(screen.getByRole("heading", { name: "Vragen om bij stil te staan" })).toBeTruthy();
  expect(screen.getByRole("group", { name: /Hoe ver zijn jullie/ })).toBeTruthy();
  expect(screen.getAllByRole("radio").length).toBeGreaterThan(2);
  expect(screen.getByRole("link", { name: "Volgende vraag" }).getAttribute("href")).toBe("/vraag/2#vraag");
  expect(await violations()).toEqual([]);
});

test("without a framework of its own a board is shown the ways to begin; with one, where each stands", async () => {
  drawn(<OwnFrameworks lines={[]} />);
  expect(screen.getByRole("heading", { name: "Nog geen eigen raamwerk" })).toBeTruthy();
  expect(screen.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual(["/beheer/raamwerken/nieuw", "/beheer/raamwerken/inlezen"]);
  cleanup();
  drawn(<OwnFrameworks lines={[{ id: "d", version: "0.1.0", state: "review", title: "Ons kader", origin: "copy: digcompedu@2017.2.0", changedAt: new Date("2026-11-16T13:02:00Z"), comments: 2 }]} />);
  const card = screen.getByRole("listitem");
  expect(card.textContent).toContain("ligt ter lezing");
  expect(card.textContent).toContain("kopie van digcompedu 2017.2.0");
  expect(card.textContent).toContain("2 opmerkingen");
  expect(await violations()).toEqual([]);
});

test("who is asked what stands under the areas, and what a weight does is said", async () => {
  const line = (id: string, area: string | null) => ({ id, area, code: id, title: `Titel ${id}`, asked: false, short: false, target: "2", weight: "1" });
  const view = { instrument: "statements", instruments: [], group: "leraar", groups: [{ value: "leraar", label: "leraar" }], who: "leraar", levels: [{ value: "1", label: "1" }, { value: "2", label: "2" }], weights: [1, 2], area: null, areas: [], lines: [line("1.1", "1 Samen"), line("1.2", "1 Samen"), line("2.1", "2 Veilig")], allAsked: false, proposes: true };
  const head = { id: "d", title: "Ons raamwerk", version: "0.1.0", state: "draft", former: null } as const;
  drawn(<MatrixPage head={head} view={view} sequence={1} canWrite errors={{}} refusal={null} />);
  expect(screen.getAllByRole("rowheader").map(({ textContent }) => textContent)).toEqual(["1 Samen", "1.1 Titel 1.1", "1.2 Titel 1.2", "2 Veilig", "2.1 Titel 2.1"]);
  expect(screen.getByText(/Het streefniveau staat alvast op het middelste niveau.*Het gewicht zegt welke competentie voorgaat/)).toBeTruthy();
  expect(screen.getByRole("button", { name: "Toon" }).className).toContain("button--quiet");
  expect(await violations()).toEqual([]);
  cleanup();
  drawn(<MatrixPage head={{ ...head, state: "published" }} view={{ ...view, proposes: false }} sequence={1} canWrite={false} errors={{}} refusal={null} />);
  expect(screen.getByText("Deze versie is gepubliceerd en verandert niet meer.")).toBeTruthy();
  expect(screen.queryByText(/vink aan|kunnen nu niet worden aangepast/)).toBeNull();
});

test("an import fills the form of the columns with how they were read, and tells layers of one name apart", async () => {
  const view = { format: "table", title: "Ons raamwerk", languages: ["nl"], byDepth: [{ name: "competenties", layer: "competenties", count: 2 }, { name: "competenties", layer: "competenties", count: 8 }], levels: 0, licence: "-", mayAdapt: true, repairs: [], losses: [], counts: { repairs: 0, losses: 0 }, tree: [], proposed: { code: "Nr", "title.nl": "Titel" } } as const;
  drawn(<ImportPage reply={{ ok: true, view, packed: [{ name: "a.csv", data: "x" }], map: { code: "Code" } }} />);
  expect(screen.getByText("laag 1: 2, laag 2: 8 en geen eigen niveaus")).toBeTruthy();
  expect(screen.getByRole("textbox", { name: /^Titel \(Nederlands\)/ })).toHaveProperty("value", "Titel");
  expect(screen.getByRole("textbox", { name: /^Code/ })).toHaveProperty("value", "Code");
  expect([...document.querySelectorAll("input[name^='proposed.']")].map((each) => [each.getAttribute("name"), each.getAttribute("value")])).toEqual([["proposed.title.nl", "Titel"]]);
  expect(await violations()).toEqual([]);
});
