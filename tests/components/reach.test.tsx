import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { QuestionScreen } from "#app/components/assessment/question-screen.tsx";
import { ReachPage } from "#app/components/reach/reach-page.tsx";
import { trailWords } from "#app/components/reach/reach-words.ts";
import { ResultPage } from "#app/components/result/result-page.tsx";
import type { ReachedQuestion, ReachLine, ReachPage as Page, ReachSheet } from "#app/domain/reach/reach-view.ts";
import { drawn, questionOf, violations } from "./assessment-page.tsx";
import { resultPage } from "./result-page.ts";

afterEach(cleanup);

const line = (more: Partial<ReachLine> = {}): ReachLine => ({ from: "KN-O1", title: "Veilig werken", statement: "Ik controleer de ontvanger.", reason: null, relation: "close", confidence: "high", why: "Daar gaan ze allebei over.", draft: true, ...more });
const question = (competenceId: string, more: Partial<ReachedQuestion> = {}): ReachedQuestion => ({ competenceId, title: `Vraag ${competenceId}`, kind: "suggestion", lines: [line()], own: null, ...more });
const sheet = (more: Partial<ReachSheet> = {}): ReachSheet => ({
  slug: "digcompedu", title: "DigCompEdu", source: "Kennisnet", asked: 22, linked: true, counts: { exact: 0, close: 1, part: 1, neighbour: 1 }, toChoose: 2, minutes: 1, stand: { kind: "begin", before: null },
  questions: [question("1.1"), question("2.3", { kind: "part", lines: [line({ relation: "narrower" })] }), question("5.3", { kind: "neighbour", lines: [line({ relation: "related" })] })],
  ...more,
});
const page = (sheets: readonly ReachSheet[]): Page => ({ assessmentId: "a1", framework: "Kennisnet", handedInAt: new Date("2026-11-16T13:02:00Z"), sheets, crosswalks: [{ title: "Naast elkaar", version: "0.1.0", draft: true }] });
const item = (name: string) => within(screen.getByRole("heading", { level: 3, name }).closest("li")!);

describe("the page on other frameworks", () => {
  test("counts in words, shows what was chosen with the relation, the certainty and why, and has headings in order", async () => {
    drawn(<ReachPage page={page([sheet()])} easy={false} />);
    expect(screen.getByRole("heading", { level: 1 }).textContent).toBe("Wat dit zegt over andere raamwerken");
    const region = within(screen.getByRole("region", { name: "DigCompEdu" }));
    expect(region.getByText("3 van 22 vragen bereikt").parentElement!.textContent).toBe("3 van 22 vragen bereikt: 1 bijna hetzelfde, 1 voor een deel en 1 buurvraag.");
    expect(item("Vraag 1.1").getByText("‘Ik controleer de ontvanger.’")).toBeTruthy();
    expect(item("Vraag 1.1").getByText("bijna hetzelfde").parentElement!.textContent).toBe("bijna hetzelfde · zekerheid hoog. Daar gaan ze allebei over.");
    expect(item("Vraag 2.3").getByText("een deel van deze vraag")).toBeTruthy();
    expect(item("Vraag 1.1").getByText("Op de schaal van DigCompEdu koos je nog niets.")).toBeTruthy();
    // A neighbour is not to be confirmed.
    expect(item("Vraag 5.3").queryByText(/Op de schaal van/)).toBeNull();
    expect(screen.getByText("Buurvragen (1)").closest("details")!.contains(screen.getByText("Vraag 5.3"))).toBe(true);
    const button = region.getByRole("button", { name: "Bevestig op de schaal van DigCompEdu" });
    expect([button.getAttribute("name"), (button as HTMLButtonElement).value]).toEqual(["framework", "digcompedu"]);
    expect(region.queryAllByRole("radio")).toEqual([]);
    expect(await violations()).toEqual([]);
  });

  test("a reason stands apart, in words, and does not count", async () => {
    drawn(<ReachPage page={page([sheet({ counts: { exact: 0, close: 0, part: 0, neighbour: 0 }, toChoose: 0, questions: [question("3.4", { kind: null, lines: [line({ statement: null, reason: "not-in-my-work" })] })] })])} easy={false} />);
    expect(screen.getByText("0 van 22 vragen bereikt")).toBeTruthy();
    expect(screen.getByText("Waar je een reden gaf (1)")).toBeTruthy();
    expect(screen.getByText("Je gaf een reden: komt in mijn werk niet voor.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /Bevestig/ })).toBeNull();
    expect(await violations()).toEqual([]);
  });

  test("after choosing, the sentence of the other scale stands below; going on says how many are left", async () => {
    const chosen = { own: { statement: "Ik kies bewust.", reason: null } };
    drawn(<ReachPage page={page([sheet({ stand: { kind: "going", chosen: 1 }, questions: [question("1.1", chosen), question("2.3", { kind: "part" })] })])} easy={false} />);
    expect(item("Vraag 1.1").getByText(/Op de schaal van DigCompEdu koos je: ‘Ik kies bewust\.’/)).toBeTruthy();
    expect(screen.getByText(/Je koos er 1 van de 2\./)).toBeTruthy();
    expect(screen.getByRole("button", { name: "Ga verder met bevestigen bij DigCompEdu" })).toBeTruthy();
    cleanup();
    drawn(<ReachPage page={page([sheet({ stand: { kind: "chosen", assessmentId: "b2", open: 1 }, questions: [question("1.1", chosen)] })])} easy={false} />);
    expect(screen.getByText(/als elke vraag een antwoord heeft en je inlevert\. Er staat nog 1 vraag open\./)).toBeTruthy();
    expect(screen.getByRole("link", { name: "Beantwoord de laatste vraag" }).getAttribute("href")).toBe("/zelfscans/b2");
    expect(screen.getByRole("link", { name: "Antwoorden nakijken en inleveren bij DigCompEdu" }).getAttribute("href")).toBe("/zelfscans/b2/nakijken");
    expect(screen.queryByRole("button", { name: /bevestig/i })).toBeNull();
  });

  test("what was handed in there before has its day and the way to it, and is not asked as if nothing was chosen", async () => {
    const before = (chosen: number) => ({ kind: "begin", before: { assessmentId: "b1", handedInAt: new Date("2026-10-02T12:00:00Z"), chosen } }) as const;
    drawn(<ReachPage page={page([sheet({ counts: { exact: 2, close: 1, part: 0, neighbour: 0 }, stand: before(2), questions: [question("1.1", { own: { statement: "Ik kies bewust.", reason: null } })] })])} easy={false} />);
    expect(screen.getByText(/2 hetzelfde en 1 bijna hetzelfde/)).toBeTruthy();
    expect(item("Vraag 1.1").getByText(/Op de schaal van DigCompEdu koos je \(ingeleverd op vr 2 oktober 2026\): ‘Ik kies bewust\.’/)).toBeTruthy();
    const link = screen.getByRole("link", { name: "Bekijk je resultaat bij DigCompEdu" });
    expect(link.getAttribute("href")).toBe("/zelfscans/b1/resultaat");
    expect(link.parentElement!.textContent).toMatch(/^Je leverde DigCompEdu eerder in, op .*2 oktober 2026\. Op de vragen hieronder gaf je toen al antwoord\./);
    expect(screen.queryByText(/Wil je weten waar je hier staat/)).toBeNull();
    expect(screen.getByRole("button", { name: "Kies opnieuw op de schaal van DigCompEdu" })).toBeTruthy();
    expect(await violations()).toEqual([]);
    cleanup();
    drawn(<ReachPage page={page([sheet({ stand: before(1) })])} easy={false} />, "en");
    expect(screen.getByText(/You answered 1 of the 2 questions below then\./)).toBeTruthy();
  });

  test("says of which frameworks it says nothing, and when that is all of them", async () => {
    drawn(<ReachPage page={page([sheet(), sheet({ slug: "digcomp", title: "DigComp", questions: [] }), sheet({ slug: "x", title: "UNESCO ICT", questions: [] }), sheet({ slug: "s4t", title: "SELFIE", questions: [], linked: false })])} easy={false} />);
    expect(screen.getByText(/^Tussen Kennisnet en SELFIE is geen rechtstreeks verband vastgelegd\./)).toBeTruthy();
    expect(screen.getByText(/^Over DigComp en UNESCO ICT zeggen je antwoorden niets\./)).toBeTruthy();
    expect(screen.queryByRole("heading", { name: "DigComp" })).toBeNull();
    cleanup();
    drawn(<ReachPage page={page([])} easy />);
    expect(screen.getByRole("heading", { level: 2, name: "Nog niets om naast te leggen" })).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  test("is as complete in English", async () => {
    drawn(<ReachPage page={page([sheet({ questions: [question("1.1", { lines: [line({ statement: null, reason: "rather-not-say" })], own: { statement: null, reason: "not-in-my-work" } })] })])} easy={false} />, "en");
    expect(screen.getByText("You gave a reason: I'd rather not say.")).toBeTruthy();
    expect(screen.getByText(/On the scale of DigCompEdu you chose: You gave a reason: not part of my work\./)).toBeTruthy();
    expect(screen.getByRole("button", { name: "Confirm on the scale of DigCompEdu" })).toBeTruthy();
  });
});

describe("a question that was begun from another result", () => {
  const trail = trailWords({ from: "a1", slug: "digcompedu", framework: "Kennisnet", lines: [line()] }, "nl");

  test("says beside the choices what was chosen there, and chooses nothing", async () => {
    const view = questionOf({ trail });
    drawn(<QuestionScreen view={view} clientId="c" praise={null} outcome={null} />);
    const region = within(screen.getByRole("region", { name: "Wat je eerder koos" }));
    expect(region.getByText("Kennisnet, ‘Veilig werken’")).toBeTruthy();
    expect(region.getByText("‘Ik controleer de ontvanger.’")).toBeTruthy();
    expect(region.getByText(/Er is niets voor je ingevuld/).textContent).toContain("een concept van ons");
    expect(screen.getAllByRole("radio").filter((radio) => (radio as HTMLInputElement).checked)).toEqual([]);
    expect(region.getByRole("link").getAttribute("href")).toBe("/zelfscans/a1/andere-raamwerken#digcompedu");
    // The other questions of the way keep to it.
    expect(screen.getAllByRole("link").filter((link) => link.getAttribute("href")!.includes("/vraag/")).every((link) => link.getAttribute("href")!.endsWith("?van=a1"))).toBe(true);
    expect(await violations()).toEqual([]);
  });

  test("without one, nothing of it is there", () => {
    drawn(<QuestionScreen view={questionOf()} clientId="c" praise={null} outcome={null} />);
    expect(screen.queryByRole("region", { name: "Wat je eerder koos" })).toBeNull();
    expect(screen.getAllByRole("link").some((link) => link.getAttribute("href")!.includes("van="))).toBe(false);
  });
});

test("a result leads to other frameworks only where there is something to say of one", () => {
  vi.stubGlobal("ResizeObserver", class { observe() {} disconnect() {} });
  const link = () => screen.queryByRole("link", { name: "Wat dit zegt over andere raamwerken" });
  drawn(<ResultPage page={resultPage()} failed={null} />);
  expect(link()).toBeTruthy();
  cleanup();
  drawn(<ResultPage page={resultPage({ reachesOthers: false })} failed={null} />);
  expect([link(), screen.queryByText(/vragen van andere raamwerken/)]).toEqual([null, null]);
  vi.unstubAllGlobals();
});
