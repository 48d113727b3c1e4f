import { cleanup, render, screen, within } from "@testing-library/react";
import axe from "axe-core";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import { afterEach, expect, test } from "vitest";
import { FormerPage } from "#app/components/desk/former-page.tsx";
import type { FormerReply } from "#app/components/desk/former-form.tsx";
import type { FormerForm, FormerView } from "#app/domain/desk/former-view.ts";
import type { ItemView } from "#app/domain/framework/diff-view.ts";

afterEach(cleanup);
const drawn = (page: React.ReactElement) => render(<RouterProvider router={createMemoryRouter([{ path: "/", element: page }, { path: "*", element: null }])} />);
const violations = async () => (await axe.run(document.body, { rules: { region: { enabled: false }, "color-contrast": { enabled: false } } })).violations.map(({ id }) => id);

const head = { id: "d", title: "Ons kader", version: "0.1.1", state: "draft", former: "0.1.0" } as const;
const part = (id: string, title: string) => ({ id, code: id, title, area: "Samen" });
const items: ItemView[] = [
  { key: "1>1", kind: "split", layer: "competentie", from: [part("1", "Delen")], to: [part("1", "Delen"), part("3", "Uitleggen")], rows: [] },
  { key: "2>2", kind: "same", layer: "competentie", from: [part("2", "Volgen")], to: [part("2", "Volgen")], rows: [] },
  { key: "4>", kind: "gone", layer: "competentie", from: [part("4", "Mailen")], to: [], rows: [] },
];
const counts = { same: 1, reworded: 0, renamed: 0, moved: 0, split: 1, merged: 0, new: 0, gone: 1 };
const view: FormerView = { from: "0.1.0", diff: { counts, kind: "all", page: 1, pages: 1, items, scales: [], instruments: [], rows: [], facts: [], step: null }, unsaid: [{ side: "then", id: "4", code: "4", title: "Mailen", area: "Samen", layer: "competentie" }], moreUnsaid: 0 };
const form: FormerForm = {
  side: "now", id: "3", code: "3", title: "Uitleggen", area: "Samen", layer: "competentie", words: ["Een zin."], areas: [], shown: null,
  options: [{ id: "1", code: "1", title: "Delen", area: "Samen", chosen: false, free: false }, { id: "4", code: "4", title: "Mailen", area: "Samen", chosen: true, free: true }],
};
const page = (more: { form?: FormerForm; canWrite?: boolean; reply?: FormerReply } = {}) => drawn(<FormerPage head={head} sequence={3} canWrite={more.canWrite ?? true} view={view} form={more.form ?? null} effects={[]} reply={more.reply ?? null} />);

test("every item of then stands beside that of now, with the way to say otherwise where it is not the same", async () => {
  page();
  const lines = [...document.querySelectorAll<HTMLElement>(".diff-item")];
  const ways = lines.map((line) => within(line).queryAllByRole("link").map((link) => link.getAttribute("href")!.replace(/.*\?/, "")));
  expect(ways).toEqual([["nu=1", "nu=3", "toen=1"], [], ["toen=4"]]);
  // Once where it is still to be said, once where it stands among all.
  expect(screen.getAllByRole("link", { name: /^Zeg waar dit bleef ?: 4 Mailen$/ })).toHaveLength(2);
  expect(await violations()).toEqual([]);
});

test("where nothing can be written any more nothing is asked", () => {
  page({ canWrite: false });
  expect(screen.queryByRole("button", { name: "De rest is nieuw of vervallen" })).toBeNull();
  expect(document.querySelector(".diff-item a")).toBeNull();
  cleanup();
  page({ canWrite: false, form });
  expect(screen.queryByRole("checkbox")).toBeNull();
  expect(screen.getByText(/Nu is gekozen: 4 Mailen\./)).toBeTruthy();
});

test("what does not hold is said at the item, with what was ticked; what has a place already opens when it is ticked", async () => {
  page({ form, reply: { sentence: "Dat kan zo niet.", values: { "with.1": "on" }, conflict: null } });
  expect(screen.getByRole("link", { name: "Wat dit onderdeel was: Dat kan zo niet." }).getAttribute("href")).toBe("#with");
  expect(screen.getAllByRole("checkbox", { hidden: true }).map((box) => [box.getAttribute("name"), (box as HTMLInputElement).checked])).toEqual([["with.4", false], ["with.1", true]]);
  expect(screen.getByRole("group", { name: "Wat was dit in versie 0.1.0?" }).querySelector("details")!.open).toBe(true);
  expect(await violations()).toEqual([]);
});

test("after somebody else was first both are there, and the next try is on top of theirs", () => {
  page({ form, reply: { sentence: null, values: {}, conflict: { chosen: ["4 Mailen"], sequence: 7 } } });
  const box = screen.getByRole("alert");
  expect(box.textContent).toContain("Nu is gekozen: 4 Mailen.");
  expect(document.activeElement).toBe(box);
  expect(document.querySelector("input[name=sequence]")).toHaveProperty("value", "7");
  expect(screen.getByRole("checkbox", { name: /4 Mailen/ })).toHaveProperty("checked", false);
});
