import { cleanup, screen, within } from "@testing-library/react";
import axe from "axe-core";
import { afterEach, describe, expect, test } from "vitest";
import { TrainingForm } from "#app/components/planning/training-form.tsx";
import { NewRoundForm } from "#app/components/rounds/new-round-form.tsx";
import type { RoundDraft, RoundReply } from "#app/components/rounds/round-draft.ts";
import { RoundList } from "#app/components/rounds/round-list.tsx";
import type { Confirm } from "#app/components/rounds/round-manage.tsx";
import { RoundPage } from "#app/components/rounds/round-page.tsx";
import { RoundReview } from "#app/components/rounds/round-review.tsx";
import type { InstrumentChoice, RoundView } from "#app/domain/round-view.ts";
import { grid, show } from "#tests/components/school-report.tsx";

afterEach(cleanup);
const violations = async () => (await axe.run(document.body, { rules: { region: { enabled: false }, "color-contrast": { enabled: false } } })).violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
const words = (element: Element | null) => element!.textContent!.replace(/\u00a0/g, " ");

const round = (more: Partial<RoundView> = {}): RoundView => ({
  id: "r1",
  name: "Najaar <2026>",
  state: "open",
  framework: "Kennisnet",
  version: "2023.1.0",
  families: ["leraar", "onderwijsondersteuner"],
  threshold: 5,
  privacy: "confidential",
  minutes: 10,
  opensAt: new Date("2026-11-16T13:00:00Z"),
  closesAt: new Date("2026-11-30T22:59:00Z"),
  countedAt: new Date("2026-11-20T06:00:00Z"),
  schools: [{ id: "a", name: "De Linde", invited: 34, handedIn: 21, enough: ["leraar"] }, { id: "b", name: "Het Dorp", invited: 0, handedIn: 0, enough: [] }],
  manageable: true,
  ...more,
});
const instrument: InstrumentChoice = { key: "kennisnet-ict@2023.1.0/growth", title: "Kennisnet", version: "2023.1.0", description: "", families: ["leraar", "onderwijsondersteuner"], minutes: 10, superseded: false, reflects: false };
const draft: RoundDraft = { instrument: instrument.key, name: "Najaar", schoolIds: ["a"], families: ["leraar"], closesOn: "2026-11-30", threshold: "5", privacy: "confidential" };

describe("the list of rounds", () => {
  test("what runs first, then what was; response over the schools one may see", async () => {
    show(<RoundList rounds={[round(), round({ id: "r0", name: "Vorige", state: "released", closesAt: new Date("2026-05-01T21:59:00Z") }), round({ id: "r2", name: "Vergissing", state: "cancelled" }), round({ id: "r3", name: "Voor jezelf", state: "released", privacy: "own-use" })]} />);
    expect(screen.getAllByRole("heading").map(words)).toEqual(["Rondes", "Nu", "Najaar <2026>", "Eerder", "Vorige", "Vergissing", "Voor jezelf"]);
    const item = (name: string) => words(screen.getByRole("link", { name }).closest("li"));
    expect(item("Najaar <2026>")).toContain("Loopt · 21 van 34 ingeleverd · tot en met ma 30 november 2026");
    expect(item("Vorige")).toContain("Cijfers zijn er · 21 van 34 ingeleverd · gesloten op vr 1 mei 2026");
    expect(item("Vergissing")).toMatch(/Afgebroken · 21 van 34 ingeleverd$/);
    expect(item("Voor jezelf")).toContain("Klaar, zonder cijfers");
    expect(screen.getByRole("link", { name: "Open een ronde" }).className).toBe("button");
    expect(await violations()).toEqual([]);
  });

  test("is an invitation while there is none", async () => {
    show(<RoundList rounds={[]} />);
    expect(screen.getByRole("heading", { name: "Nog geen ronde" })).toBeTruthy();
    expect(await violations()).toEqual([]);
  });
});

describe("opening a round", () => {
  const form = (errors: Record<string, string> = {}, busy: RoundReply["busy"] = []) => show(<NewRoundForm choices={{ schools: [{ id: "a", name: "De Linde" }, { id: "b", name: "De Eik" }], instruments: [instrument, { ...instrument, key: "other", title: "Ander" }] }} instrument={instrument} reply={{ draft, errors, busy }} minimum="2026-11-17" />);

  test("families without a questionnaire are there, cannot be ticked, and say why", async () => {
    form();
    const families = within(screen.getByRole("group", { name: /^Welke functiegroepen/ })).getAllByRole("checkbox") as HTMLInputElement[];
    expect(families.map(({ value, disabled, checked }) => [value, disabled, checked])).toEqual([["leraar", false, true], ["onderwijsondersteuner", false, false], ["schoolleider", true, false], ["bestuurder", true, false], ["staf", true, false]]);
    expect(words(families[4]!.closest("label"))).toBe("StafHiervoor is bij deze zelfscan nog geen vragenlijst.");
    expect(screen.getByRole("link", { name: "Kennisnet 2023.1.0" }).getAttribute("aria-current")).toBe("true");
    expect(screen.getByRole("link", { name: "Ander 2023.1.0" }).getAttribute("aria-current")).toBeNull();
    expect(await violations()).toEqual([]);
  });

  test("says which school is in which round already, with the way there", async () => {
    form({ schoolIds: "school-busy" }, [{ school: "De Linde", roundId: "r1", round: "Najaar" }]);
    expect(screen.getByText(/^De Linde:/)).toBeTruthy();
    expect(screen.getByRole("link", { name: "Najaar" }).getAttribute("href")).toBe("/rondes/r1");
    expect(await violations()).toEqual([]);
  });

  test("what is wrong stands at the top, names the question, and leads to it", async () => {
    form({ name: "required", schoolIds: "school-busy", closesOn: "too-late", threshold: "something new" });
    const links = within(screen.getByRole("alert")).getAllByRole("link");
    expect(links.map((link) => [link.getAttribute("href"), link.textContent])).toEqual([
      ["#name", "Hoe heet de ronde? Vul dit in."],
      ["#schoolIds", "Welke scholen? Bij een van deze scholen loopt al een ronde met dit raamwerk. Haal die school weg, of sluit die ronde eerst."],
      ["#closesOn", "Tot en met welke dag? Kies een dag binnen 120 dagen na het begin."],
      ["#threshold", "Vanaf hoeveel antwoorden tonen we een groep? Vul dit in."],
    ]);
    for (const link of links) expect(document.querySelector(link.getAttribute("href")!)).not.toBeNull();
    expect(screen.getByLabelText("Hoe heet de ronde?").getAttribute("aria-invalid")).toBe("true");
    expect(await violations()).toEqual([]);
  });

  test("the second step says who is asked, warns for small schools, and carries everything on", async () => {
    show(<RoundReview draft={{ ...draft, families: ["onderwijsondersteuner", "leraar"] }} instrument={instrument} invitations={[{ schoolId: "a", name: "De Linde", invited: 34 }, { schoolId: "b", name: "Het Dorp", invited: 1 }]} />);
    expect(screen.getAllByRole("row").map(words)).toEqual(["SchoolGevraagd", "De Linde34 mensen", "Het Dorp1 mens", "Samen35 mensen"]);
    expect(screen.getByText("leraren en onderwijsondersteuners")).toBeTruthy();
    expect(screen.getByText("Bij Het Dorp vraag je minder dan 5 mensen. Daarvan is straks niets te zien. Ze doen wel mee voor zichzelf.")).toBeTruthy();
    const sent = new FormData(document.querySelector("form")!);
    expect(sent.getAll("families")).toEqual(["onderwijsondersteuner", "leraar"]);
    expect(Object.fromEntries(sent)).toMatchObject({ instrument: instrument.key, name: "Najaar", schoolIds: "a", closesOn: "2026-11-30", threshold: "5", privacy: "confidential" });
    expect(await violations()).toEqual([]);
  });
});

describe("one round", () => {
  const page = (more: Partial<RoundView> = {}, { confirm = null as Confirm | null, error = null as string | null, language = "nl" as "nl" | "en" } = {}) => show(<RoundPage round={round(more)} seesBoard address="https://groei.example/" confirm={confirm} error={error} typed={null} />, language);

  test("while it runs: response per school, enough or not, a text for the team, and what can be changed", async () => {
    page();
    expect(screen.getAllByRole("row").map(words)).toEqual(["SchoolIngeleverdLerarenOnderwijsondersteuners", "De Linde 21 van 34genoegnog te weinig", "Het Dorp 0 van 0nog te weinignog te weinig"]);
    const text = (screen.getByRole("textbox", { name: "Tekst voor je team" }) as HTMLTextAreaElement).value;
    expect(text).toContain("“Najaar <2026>”");
    expect(text).toContain("ongeveer 10 minuten");
    expect(text).toContain("tot en met ma 30 november 2026: https://groei.example/");
    expect(text).toContain("groepen van 5 mensen of meer");
    // Somebody has handed in, so cancelling is not offered any more.
    expect(screen.queryByRole("link", { name: "Breek de ronde af" })).toBeNull();
    expect(await violations()).toEqual([]);
  });

  test("closing and cancelling ask once more", async () => {
    page({}, { confirm: "close" });
    expect(screen.getByRole("button", { name: "Ja, sluit de ronde nu" }).getAttribute("value")).toBe("close");
    expect(screen.queryByText("Tekst voor je team")).toBeNull();
    expect(await violations()).toEqual([]);
    cleanup();
    page({ schools: [{ id: "a", name: "De Linde", invited: 3, handedIn: 0, enough: [] }] }, { confirm: "cancel" });
    expect(screen.getByRole("button", { name: "Ja, breek de ronde af" }).getAttribute("value")).toBe("cancel");
    expect(screen.getByRole("link", { name: "Nee, terug" }).getAttribute("href")).toBe("/rondes/r1");
  });

  test("a wrong end date says why at the field", () => {
    page({}, { error: "not-later" });
    expect(words(document.querySelector("#closesOn-error"))).toBe("De einddatum kan alleen later worden. Kies een latere dag.");
  });

  test("a round for oneself has no families to have enough of, and says that no figures come", () => {
    page({ privacy: "own-use" });
    expect(screen.getAllByRole("columnheader").map(words)).toEqual(["School", "Ingeleverd"]);
    expect(screen.getByText("Deze ronde is alleen voor mensen zelf. Er komen geen groepscijfers.")).toBeTruthy();
    expect((screen.getByRole("textbox", { name: "Tekst voor je team" }) as HTMLTextAreaElement).value).toContain("Er worden geen groepscijfers gemaakt.");
  });

  test("who does not manage all its schools reads it and changes nothing", () => {
    page({ manageable: false });
    expect(screen.queryByRole("button")).toBeNull();
    expect(screen.getByText(/HR kan de ronde sluiten/)).toBeTruthy();
  });

  test("closed, released and cancelled", async () => {
    page({ state: "closing" });
    expect(screen.getByText("De ronde is gesloten. De cijfers zijn er over ongeveer vijf minuten.")).toBeTruthy();
    cleanup();
    page({ state: "released" });
    expect(screen.getByRole("link", { name: "Cijfers van De Linde" }).getAttribute("href")).toBe("/school/a?ronde=r1");
    expect(screen.getByRole("link", { name: "Cijfers van alle scholen" }).getAttribute("href")).toBe("/bestuur?ronde=r1");
    expect(screen.queryByText("genoeg")).toBeNull();
    expect(await violations()).toEqual([]);
    cleanup();
    page({ state: "cancelled" });
    expect(screen.queryByRole("table")).toBeNull();
  });

  test("is as complete in English", () => {
    page({}, { language: "en" });
    expect(screen.getByRole("heading", { name: "Text for your team" })).toBeTruthy();
    expect(document.body.textContent).not.toMatch(/genoeg|ingeleverd|leraren/i);
  });
});

describe("the form of a training", () => {
  const choices = { round: { id: "r1", name: "Najaar" }, competences: grid.competences, families: ["leraar", "onderwijsondersteuner"] as const, schools: [{ id: "a", name: "De Linde" }], everySchool: false };

  test("comes filled in with the sentence it was planned under, and with the only school there is", async () => {
    show(<TrainingForm choices={choices} values={{ competenceId: "1.2", family: "onderwijsondersteuner" }} failed={null} back="/school/a" />);
    expect((screen.getByLabelText("Waarover?") as HTMLSelectElement).value).toBe("1.2");
    expect((screen.getByLabelText("Voor welke school?") as HTMLSelectElement).value).toBe("a");
    expect((screen.getByRole("radio", { name: "Onderwijsondersteuners" }) as HTMLInputElement).checked).toBe(true);
    expect(await violations()).toEqual([]);
  });

  test("HR may choose all schools; what is wrong comes back with what was typed", async () => {
    show(<TrainingForm choices={{ ...choices, everySchool: true }} values={{}} failed={{ errors: { title: "required", onDate: "past", hours: "bad-hours" }, values: { title: "", hours: "veel", schoolId: "alle" } }} back="/bestuur" />);
    expect((screen.getByLabelText("Voor welke school?") as HTMLSelectElement).value).toBe("alle");
    expect(within(screen.getByRole("alert")).getAllByRole("link").map(words)).toEqual(["Wat ga je doen? Vul dit in.", "Op welke dag? Deze dag is al voorbij. Kies vandaag of later.", expect.stringMatching(/^Hoeveel uur per persoon\? Vul een aantal uren in/)]);
    expect((screen.getByLabelText("Hoeveel uur per persoon?") as HTMLInputElement).value).toBe("veel");
    expect(await violations()).toEqual([]);
  });
});
