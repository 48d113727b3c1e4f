import { act, cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Job } from "#app/components/assessment/outbox.ts";
import { QuestionScreen, type Outcome } from "#app/components/assessment/question-screen.tsx";
import type { QuestionView } from "#app/domain/assessment/question-view.ts";
import { drawn, questionOf, violations } from "./assessment-page.tsx";

const at = "2026-11-16T13:02:00.000Z";
let sent: Job[] = [];
/** What the server of the test answers; it stores nothing but the sequence. */
let server: (job: Job) => Response | Promise<Response>;

beforeEach(() => {
  sent = [];
  sessionStorage.clear();
  server = (job) => Response.json({ status: "saved", state: { answer: null, wish: job.wish, note: job.note, sequence: job.base + 1 }, at });
  vi.stubGlobal("fetch", async (url: string, { body }: { body: string }) => {
    // The outbox of a question of an earlier test may still be trying.
    if (!url.includes(`/${drawnQuestion}/`)) return new Response(null, { status: 503 });
    const job = JSON.parse(body) as Job;
    sent.push(job);
    return server(job);
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

let drawnQuestion = "";
function draw(more: Partial<QuestionView> = {}, { outcome = null as Outcome | null } = {}) {
  const view = questionOf(more);
  drawnQuestion = view.assessmentId;
  return drawn(<QuestionScreen view={view} clientId="6f1c1c0e-0000-4000-8000-000000000001" praise={null} outcome={outcome} />);
}
const card = (place: number) => document.getElementById(`answer-${place}`) as HTMLInputElement;
const press = (key: string, target: Element = document.body) => fireEvent.keyDown(target, { key });
const isSaved = () => waitFor(() => expect(screen.getByText(/Opgeslagen om/).textContent).toBe("Opgeslagen om 14:02. Je kunt nu stoppen."), { timeout: 3000 });

describe("a question", () => {
  test("is one question as its title, one group of radios with sentences and reasons, and has no barriers", async () => {
    draw();
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Hoe houd je contact met ouders?");
    const group = screen.getByRole("group", { name: "Welke zin past nu het best bij jouw werk?" });
    const radios = within(group).getAllByRole<HTMLInputElement>("radio");
    expect(radios).toHaveLength(8);
    expect(new Set(radios.map(({ name }) => name))).toEqual(new Set(["answer"]));
    expect(document.getElementById(card(1).getAttribute("aria-describedby")!)!.textContent).toContain("voorbeeld 1");
    expect(document.querySelector("main, body")!.textContent).not.toMatch(/\bA1\b|niveau/);
    expect(screen.getByText("Alleen jij ziet je antwoorden.")).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  test("starts with what was saved", () => {
    draw({ state: { answer: { reason: "do-not-know" }, wish: true, note: "privé", sequence: 3 } });
    expect(screen.getByRole<HTMLInputElement>("radio", { name: "Weet ik nog niet" }).checked).toBe(true);
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "Wil ik leren" }).checked).toBe(true);
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Jouw notitie" }).value).toBe("privé");
  });

  test("saves a choice and says so only after the server did", async () => {
    let acknowledge = (_: Response) => {};
    server = () => new Promise((resolve) => (acknowledge = resolve));
    draw({ state: { answer: null, wish: false, note: "", sequence: 2 } });
    fireEvent.click(card(2));
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ itemId: "1.1", answer: "2", base: 2, wish: false, note: "" });
    expect(sent[0]!.clientId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(screen.queryByText(/Opgeslagen om/)).toBeNull();
    await act(async () => acknowledge(Response.json({ status: "saved", state: { answer: null, wish: false, note: "", sequence: 3 }, at })));
    await isSaved();
  });

  test("is answered with the number keys, unless somebody types or switched them off", async () => {
    draw();
    press("3");
    expect(card(3).checked).toBe(true);
    expect(document.activeElement).toBe(card(3));
    await isSaved();
    press("9");
    fireEvent.keyDown(document.body, { key: "1", ctrlKey: true });
    press("1", screen.getByRole("textbox", { hidden: true }));
    expect(card(3).checked).toBe(true);
    fireEvent.click(screen.getByRole("checkbox", { name: /Kies met de cijfertoetsen/, hidden: true }));
    press("1");
    expect(card(3).checked).toBe(true);
    expect(sent.map(({ answer }) => answer)).toEqual(["3"]);
  });

  test("continues after everything is saved, and at once when nothing changed", async () => {
    const { where } = draw({ finishes: "1" });
    fireEvent.click(card(1));
    fireEvent.click(screen.getByRole("button", { name: "Doorgaan" }));
    await waitFor(() => expect(where()).toMatch(/^\/zelfscans\/a\d+\/vraag\/1\.2\?klaar=1$/));
    expect(sent.map(({ answer }) => answer)).toEqual(["1"]);
    cleanup();
    const last = draw({ next: null });
    fireEvent.click(screen.getByRole("button", { name: "Doorgaan" }));
    await waitFor(() => expect(last.where()).toMatch(/\/nakijken$/));
    expect(sent).toHaveLength(1);
  });

  test("goes on by itself after a click only when that was asked for, never after a key", async () => {
    const { where } = draw();
    fireEvent.click(screen.getByRole("checkbox", { name: /Ga meteen door/, hidden: true }));
    press("2");
    await isSaved();
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(where()).toBe("/here");
    fireEvent.pointerDown(card(3));
    fireEvent.click(card(3));
    await waitFor(() => expect(where()).toMatch(/\/vraag\/1\.2$/), { timeout: 2000 });
    expect(sent.map(({ answer }) => answer)).toEqual(["2", "3"]);
  });

  test("keeps a note while it is typed, once", async () => {
    draw();
    const note = screen.getByRole("textbox", { hidden: true });
    for (const value of ["V", "Vr", "Vraag"]) fireEvent.change(note, { target: { value } });
    await isSaved();
    expect(sent.map(({ note: text }) => text)).toEqual(["Vraag"]);
  });

  test("takes what was typed last along to another page", async () => {
    const { unmount } = draw();
    fireEvent.change(screen.getByRole("textbox", { hidden: true }), { target: { value: "net op tijd" } });
    unmount();
    await waitFor(() => expect(sent.map(({ note }) => note)).toEqual(["net op tijd"]));
  });
});

describe("when saving does not work", () => {
  test("it says so, keeps trying, and continues when it worked", async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    let fails = 2;
    const works = server;
    server = (job) => ((fails -= 1) >= 0 ? Promise.reject(new TypeError("Failed to fetch")) : works(job));
    const { where } = draw();
    fireEvent.click(card(2));
    fireEvent.click(screen.getByRole("button", { name: "Doorgaan" }));
    await screen.findByText("Nog niet opgeslagen: 1 antwoord wacht op verbinding. Houd deze pagina open.");
    expect(where()).toBe("/here");
    await act(() => vi.advanceTimersByTimeAsync(4000));
    await waitFor(() => expect(where()).toMatch(/\/vraag\/1\.2$/));
    expect(new Set(sent.map(({ clientId }) => clientId)).size).toBe(1);
  });

  test("a session that has ended is told, with the way back in", async () => {
    server = () => ({ type: "opaqueredirect", status: 0 }) as Response;
    draw();
    fireEvent.click(card(2));
    const link = await screen.findByRole("link", { name: /Log opnieuw in/ });
    expect(decodeURIComponent(link.getAttribute("href")!)).toMatch(/^\/inloggen\?terug=\/zelfscans\/a\d+\/vraag\/1\.1$/);
    // In the one live region beside the button, so that it is seen and said at once; nothing about a connection.
    expect(link.closest('[role="status"]')!.textContent).toContain("Je bent uitgelogd. Wat je hier koos, is nog niet opgeslagen en staat nog op deze pagina.");
    expect(document.body.textContent).not.toContain("verbinding");
    expect(card(2).checked).toBe(true);
  });

  test("a closed round is told, with what was chosen to copy", async () => {
    server = () => Response.json({ status: "refused", text: "De ronde is gesloten op ma 16 november 2026, 14:00." }, { status: 409 });
    draw();
    fireEvent.click(card(2));
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("De ronde is gesloten");
    expect(alert.textContent).toContain("Ik probeer het.");
    expect(await violations()).toEqual([]);
  });

  test("another tab's answer stands beside this one, and the person chooses", async () => {
    const theirs = { answer: { level: 4 }, wish: true, note: "tab", sequence: 6 };
    const works = server;
    server = (job) => (job.base < 6 ? Response.json({ status: "conflict", theirs }, { status: 409 }) : works(job));
    draw();
    fireEvent.click(card(1));
    const title = await screen.findByRole("heading", { name: "Op twee plekken iets anders gekozen" });
    expect(document.activeElement).toBe(title);
    expect(screen.getByRole("region", { name: "Op het andere tabblad" }).textContent).toContain("Ik deel het.");
    expect(screen.getByRole("region", { name: "Hier" }).textContent).toContain("Ik weet het.");
    expect(await violations()).toEqual([]);
    fireEvent.click(screen.getByRole("button", { name: "Houd die van hier" }));
    await isSaved();
    expect(sent.at(-1)).toMatchObject({ answer: "1", base: 6 });
    expect(card(1).checked).toBe(true);
  });

  test("keeping the other tab's answer shows it and sends nothing", async () => {
    server = () => Response.json({ status: "conflict", theirs: { answer: { level: 4 }, wish: true, note: "", sequence: 6 } }, { status: 409 });
    draw();
    fireEvent.click(card(1));
    fireEvent.click(await screen.findByRole("button", { name: "Houd die van het andere tabblad" }));
    await waitFor(() => expect(card(4).checked).toBe(true));
    expect(sent).toHaveLength(1);
  });
});

describe("without scripts the same page comes back from the server", () => {
  const mine = { answer: "2", wish: true, note: "lang" };

  test("with both answers after a 409, as a plain form", () => {
    draw({}, { outcome: { mine, theirs: { answer: { level: 4 }, wish: false, note: "", sequence: 6 } } });
    const form = screen.getByRole("button", { name: "Houd die van hier" }).closest("form")!;
    expect(Object.fromEntries(new FormData(form))).toMatchObject({ base: "6", answer: "2", wish: "on", note: "lang" });
  });

  test("with the sentence of what is wrong after a 422, and what was typed", async () => {
    draw({}, { outcome: { mine, errors: { note: "note-too-long" } } });
    expect(document.activeElement?.textContent).toContain("langer dan 2000 tekens");
    expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Jouw notitie" }).value).toBe("lang");
    expect(card(2).checked).toBe(true);
    expect(await violations()).toEqual([]);
  });

  test("and a handed-in one shows what was chosen and nothing to change", async () => {
    draw({ frozen: "handed-in", state: { answer: { level: 3 }, wish: false, note: "", sequence: 1 } });
    expect(screen.queryByRole("radio")).toBeNull();
    expect(screen.getByText("Ik kies het.")).toBeTruthy();
    expect(await violations()).toEqual([]);
  });
});
