import { cleanup, fireEvent, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { HomeScreen, type HomeView } from "#app/components/assessment/home-screen.tsx";
import { ListScreen } from "#app/components/assessment/list-screen.tsx";
import { PracticeScreen } from "#app/components/assessment/practice-screen.tsx";
import { ReviewScreen } from "#app/components/assessment/review-screen.tsx";
import { StartScreen, type StartView } from "#app/components/assessment/start-screen.tsx";
import type { AskingView } from "#app/domain/assessment/asking-view.ts";
import type { ReviewView } from "#app/domain/assessment/review-view.ts";
import { functionsToChoose } from "#app/domain/people/function-words.ts";
import { drawn, violations } from "./assessment-page.tsx";

afterEach(cleanup);
const closesAt = new Date("2026-12-13T22:59:00Z");
const mainButtons = () => [...document.querySelectorAll(".button:not(.button--quiet)")].map(({ textContent }) => textContent);

const asking = (more: Partial<AskingView> = {}): AskingView => ({ id: "r1", name: "Najaar", framework: "DigCompEdu", closesAt, released: true, threshold: 5, items: 22, minutes: 15, mine: null, ...more });
const mine = { id: "a1", done: 3, total: 22, minutes: 13, handedInAt: null };
const home = (more: Partial<HomeView> = {}): HomeView => ({ name: "Sanne de Vries", asking: [], unfinished: null, offers: [], steps: [], leads: [], reviews: [], board: false, manage: false, easy: false, ...more });
const offers = [{ slug: "digcompedu", instrument: "statements", title: "DigCompEdu", items: 22, minutes: 15, superseded: false }];

describe("the start page", () => {
  test.each([
    [asking(), "Begin", "± 15 min"],
    [asking({ mine }), "Ga verder", "3 van 22 beantwoord, nog ± 13 min"],
    [asking({ mine: { ...mine, done: 22, minutes: 0 } }), "Kijk na en lever in", "22 van 22 beantwoord"],
    [asking({ mine: { ...mine, done: 22, handedInAt: new Date("2026-11-16T13:02:00Z") } }), "Bekijk je resultaat", "Ingeleverd op ma 16 november 2026, 14:02"],
  ])("says what asks me now, with one main button", async (round, button, words) => {
    drawn(<HomeScreen view={home({ asking: [round, asking({ id: "r2", name: "Kennisnet" })] })} />);
    expect(mainButtons()).toHaveLength(1);
    if (round.mine?.handedInAt) expect(mainButtons()).toEqual(["Begin"]);
    else expect(mainButtons()).toEqual([button]);
    expect(document.body.textContent.replaceAll("\u00a0", " ")).toContain(words);
    expect(document.body.textContent).toContain("alleen van groepen van 5 mensen of meer");
    expect(document.body.textContent).toContain("Open tot zo 13 december 2026, 23:59");
    expect(await violations()).toEqual([]);
  });

  test("invites when no round is open", async () => {
    drawn(<HomeScreen view={home({ offers })} />);
    expect(screen.getByRole("heading", { name: "Er loopt nu geen ronde voor jou" })).toBeTruthy();
    expect(screen.getByText("Je kunt wel voor jezelf invullen; niemand ziet dat.")).toBeTruthy();
    expect(screen.getByRole("link", { name: "Kies DigCompEdu" }).getAttribute("href")).toBe("/zelfscans/nieuw?raamwerk=digcompedu&vragenlijst=statements");
    expect(await violations()).toEqual([]);
  });

  test("goes on with one's own, and shows the steps that are due", async () => {
    drawn(<HomeScreen view={home({ offers, unfinished: { id: "a9", framework: "DigCompEdu", done: 2, total: 8 }, steps: [{ id: "g1", step: "Kijk mee bij Fatima", dueOn: "2026-11-20" }] })} />);
    expect(mainButtons()).toEqual(["Ga verder met DigCompEdu"]);
    expect(screen.getByRole("link", { name: "Kijk mee bij Fatima" }).getAttribute("href")).toBe("/stappen/g1");
    expect(document.body.textContent).toContain("gepland op vr 20 november 2026");
    expect(await violations()).toEqual([]);
  });

  test("brings leaders, HR and the administrator to their own page first when nothing is asked of them", async () => {
    drawn(<HomeScreen view={home({ leads: [{ id: "s1", name: "De Linde" }], board: true, manage: true })} />);
    expect(mainButtons()).toEqual(["Uitslagen en plannen van De Linde"]);
    expect(screen.getByRole("link", { name: "Uitslagen en plannen van het bestuur" })).toBeTruthy();
    expect(screen.getByText("Voor jouw functie is er nog geen vragenlijst. Je hoeft hier nu niets te doen.")).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  test("tells when a round has no questions for one's function, and where to correct it", async () => {
    drawn(<HomeScreen view={home({ asking: [asking({ items: 0, minutes: 0 })] })} />);
    expect(screen.getByRole("link", { name: "Klopt je functie niet?" })).toBeTruthy();
    expect(mainButtons()).toEqual([]);
    expect(await violations()).toEqual([]);
  });
});

describe("the list", () => {
  const line = { id: "a1", framework: "DigCompEdu", round: "Najaar 2025", closed: true, short: false, startedAt: closesAt, handedInAt: closesAt, done: 22, total: 22 };

  test("has links to results, to what can go on and to what was left", async () => {
    const view = { asking: [], offers, easy: false, unfinished: [{ ...line, id: "a2", round: null, closed: false, handedInAt: null, done: 1, short: true }], earlier: [line, { ...line, id: "a3", handedInAt: null }] };
    drawn(<ListScreen view={view} />);
    const choose = screen.getByRole("link", { name: "Kies DigCompEdu" });
    expect([choose.firstChild!.textContent, choose.getAttribute("href")]).toEqual(["Kies", expect.stringMatching(/[?&]van=zelfscans$/)]);
    expect(screen.getByRole("link", { name: /^Samen in gesprek/ }).getAttribute("href")).toBe("/samen");
    expect(screen.getByRole("link", { name: "Ga verder (DigCompEdu)" }).getAttribute("href")).toBe("/zelfscans/a2");
    expect(screen.getByRole("link", { name: "Bekijk je resultaat (DigCompEdu, Najaar 2025)" }).getAttribute("href")).toBe("/zelfscans/a1/resultaat");
    expect(screen.getByRole("link", { name: "Bekijk je antwoorden (DigCompEdu, Najaar 2025)" }).getAttribute("href")).toBe("/zelfscans/a3/nakijken");
    expect(await violations()).toEqual([]);
  });
});

describe("before the first question", () => {
  const view = (more: Partial<StartView> = {}): StartView => ({
    framework: "DigCompEdu",
    round: { name: "Najaar", closesAt, threshold: 7, released: true },
    who: "Leraar, groepsleerkracht, De Linde",
    countedAs: null,
    functionId: "groepsleerkracht",
    reflects: false,
    fromList: false,
    all: { count: 22, minutes: 15 },
    short: { count: 8, minutes: 5 },
    functions: functionsToChoose("nl"),
    easy: false,
    ...more,
  });

  test("says who sees it, that it is voluntary and no appraisal, how long, and has one button", async () => {
    drawn(<StartScreen view={view()} />);
    // A number stays with its minutes on one line.
    expect(document.body.textContent).toContain("±\u00a015\u00a0min");
    const words = document.body.textContent.replaceAll("\u00a0", " ");
    for (const each of ["groepen van 7 mensen of meer", "Niet voor beoordeling", "Meedoen is vrijwillig", "22 vragen, ± 15 min", "8 vragen, ± 5 min", "Eerst rondkijken", "Leraar, groepsleerkracht, De Linde"]) expect(words).toContain(each);
    expect(screen.getByRole<HTMLInputElement>("radio", { name: /^Alles/ }).checked).toBe(true);
    expect(mainButtons()).toEqual(["Begin"]);
    expect(screen.getByRole<HTMLSelectElement>("combobox", { name: "Mijn functie", hidden: true }).value).toBe("groepsleerkracht");
    expect(await violations()).toEqual([]);
  });

  test("one question is one question; where questions are thought over the first words say so; the way back is where one came from", () => {
    drawn(<StartScreen view={view({ all: { count: 1, minutes: 1 }, short: { count: 0, minutes: 0 }, reflects: true, fromList: true, round: null })} />);
    expect(screen.getByText(/^1 vraag, ± 1 min/)).toBeTruthy();
    expect([screen.queryByText(/wat je al kunt/), screen.queryByText(/hoe ver jullie daarmee zijn/)]).toEqual([null, expect.anything()]);
    expect(screen.getByRole("link", { name: "Terug naar Mijn zelfscans" }).getAttribute("href")).toBe("/zelfscans");
    cleanup();
    drawn(<StartScreen view={view({ all: { count: 1, minutes: 1 } })} />, "en");
    expect(screen.getByText(/^1 question, about 1 min/)).toBeTruthy();
    expect(screen.getByRole("link", { name: "Back to the start" }).getAttribute("href")).toBe("/");
  });

  test("says where the figures count somebody when that is another place", () => {
    drawn(<StartScreen view={view({ countedAs: { person: "Leraar, groepsleerkracht", school: "De Eik" } })} />);
    expect(document.body.textContent).toContain("tel je mee als Leraar, groepsleerkracht bij De Eik");
  });

  test("offers no button when there are no questions, and the correction stands open", async () => {
    drawn(<StartScreen view={view({ all: { count: 0, minutes: 0 }, short: { count: 0, minutes: 0 }, round: null })} />);
    expect(mainButtons()).toEqual([]);
    expect(screen.getByRole("combobox", { name: "Mijn functie" })).toBeTruthy();
    expect(await violations()).toEqual([]);
  });

  test("looking round is a question about coffee that can be answered and nothing can be sent", async () => {
    drawn(<PracticeScreen begin="/zelfscans/nieuw?ronde=r1" easy />, "en");
    fireEvent.keyDown(document.body, { key: "2" });
    expect(screen.getAllByRole<HTMLInputElement>("radio")[1]!.checked).toBe(true);
    expect(document.querySelector("form")).toBeNull();
    expect(screen.getByRole("link", { name: "Start my own self-assessment" }).getAttribute("href")).toBe("/zelfscans/nieuw?ronde=r1");
    expect(await violations()).toEqual([]);
  });
});

describe("the review", () => {
  const item = { competenceId: "1.1", area: "Samenwerken", question: "Hoe houd je contact?", statement: "Ik kies het.", reason: null, wish: true, hasNote: true };
  const round = { name: "Najaar", closesAt, closed: false, released: true, threshold: 5 };
  const review = (more: Partial<ReviewView> = {}): ReviewView => ({
    assessmentId: "a1",
    framework: "DigCompEdu",
    items: [item, { ...item, competenceId: "1.2", question: "Hoe werk je samen?", statement: null, reason: "consciously-not", wish: false, hasNote: false }],
    open: 0,
    firstOpen: null,
    more: null,
    round,
    frozen: null,
    handedInAt: null,
    excluded: false,
    easy: false,
    ...more,
  });
  const draw = (more: Partial<ReviewView> = {}) => drawn(<ReviewScreen view={review(more)} praise={null} />);

  test("has the words that were chosen and says precisely what goes where", async () => {
    draw();
    const [first, second] = screen.getAllByRole("listitem").filter(({ className }) => className === "review-line");
    expect(first!.textContent).toContain("Ik kies het.");
    expect(within(second!).getByText("Doe ik bewust niet")).toBeTruthy();
    expect(within(first!).getByRole("link", { name: "Verander antwoord op: Hoe houd je contact?" }).getAttribute("href")).toBe("/zelfscans/a1/vraag/1.1");
    const words = document.body.textContent;
    for (const each of ["alleen de zin die je per vraag koos", "Je naam staat er niet bij", "groepen van 5 mensen of meer", "je notities en wat je wilt leren", "zo 13 december 2026, 23:59"]) expect(words).toContain(each);
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: /Tel mij niet mee/ }).checked).toBe(false);
    expect(mainButtons()).toEqual(["Lever in"]);
    expect(await violations()).toEqual([]);
  });

  test("for oneself nothing goes anywhere, and there is nothing to be counted in", () => {
    draw({ round: null });
    expect(document.body.textContent).toContain("Er gaat niets naar de school of het bestuur");
    expect(screen.queryByRole("checkbox")).toBeNull();
  });

  test("with open questions the way on is there instead of handing in", async () => {
    draw({ open: 2, firstOpen: "1.3" });
    expect(mainButtons()).toEqual(["Ga verder"]);
    expect(screen.queryByRole("button", { name: "Lever in" })).toBeNull();
    expect(await violations()).toEqual([]);
  });

  test("after hand-in it can be taken back and left out while the round is open", async () => {
    draw({ handedInAt: closesAt, frozen: "handed-in", excluded: true });
    expect(document.body.textContent).toContain("Je antwoorden tellen niet mee");
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: /Tel mij niet mee/ }).checked).toBe(true);
    expect(screen.getByRole("button", { name: "Trek mijn zelfscan terug" })).toBeTruthy();
    expect(screen.queryByRole("link", { name: /Verander/ })).toBeNull();
    expect(mainButtons()).toEqual(["Bekijk je resultaat"]);
    expect(await violations()).toEqual([]);
  });

  test("after closing nothing can be changed, and what was not handed in says so", async () => {
    draw({ round: { ...round, closed: true }, frozen: "closed" });
    expect(document.body.textContent).toContain("Je had niet ingeleverd");
    expect(screen.queryByRole("button")).toBeNull();
    expect(await violations()).toEqual([]);
    cleanup();
    draw({ round: { ...round, closed: true }, frozen: "handed-in", handedInAt: closesAt });
    expect(screen.queryByRole("button")).toBeNull();
    expect(mainButtons()).toEqual(["Bekijk je resultaat"]);
  });

  test("a short one can be made whole", () => {
    draw({ more: { count: 14, minutes: 9 } });
    expect(screen.getByText(/Er zijn nog 14 vragen, ± 9 min/)).toBeTruthy();
    expect(screen.getByRole("button", { name: "Voeg de andere vragen toe" })).toBeTruthy();
  });
});
