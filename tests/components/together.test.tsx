import { cleanup, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, test } from "vitest";
import { ScanPage } from "#app/components/scan/scan-page.tsx";
import { StatementPage } from "#app/components/scan/statement-page.tsx";
import { SectorPage } from "#app/components/sector/sector-page.tsx";
import { ActivityList } from "#app/components/together/activity-list.tsx";
import { ConversationSheet } from "#app/components/together/conversation-sheet.tsx";
import { ScanSheet } from "#app/components/together/scan-sheet.tsx";
import { ScenarioCardPage } from "#app/components/together/scenario-card.tsx";
import { ScenarioSet } from "#app/components/together/scenario-set.tsx";
import type { Scenarios, SchoolScan } from "#app/domain/activity/activity.ts";
import { cardFrom } from "#app/domain/activity/card.ts";
import { scanOverview, statementView } from "#app/domain/activity/scan-view.ts";
import type { ScanRecord } from "#app/domain/activity/scan.ts";
import { languages } from "#app/domain/text.ts";
import { said } from "#app/domain/said.ts";
import { activityOf, newestActivities, sectorFigures } from "#app/services/activities.server.ts";
import { drawn, violations } from "./assessment-page.tsx";

afterEach(cleanup);

const scan = activityOf("vier-in-balans") as SchoolScan;
const loop = activityOf("leraar-en-de-loop") as Scenarios;
const record = (more: Partial<ScanRecord> = {}): ScanRecord => ({ id: "s1", version: "1.0.0", participants: 4, roles: "directeur, leraren", startedAt: new Date("2026-11-16T13:02:00Z"), finishedAt: null, answers: { "VIB-1.1": { step: "2", differ: true, note: "Twee beelden.", sequence: 1 } }, ...more });
const school = { id: "l1", name: "De Linde" };
const scanPage = (records: readonly ScanRecord[], more: { mayFill?: boolean; failed?: { errors: Record<string, string>; values: Record<string, string> } } = {}) => (
  <ScanPage school={school} title="Schoolscan" slug={scan.slug} mayFill={more.mayFill ?? true} open={records.some(({ finishedAt }) => finishedAt === null)} overview={scanOverview(scan, records, () => scan, "nl")} failed={more.failed ?? null} />
);
/** Headings go down one step at a time. */
function headingsInOrder(): boolean {
  const levels = screen.getAllByRole("heading").map(({ tagName }) => Number(tagName.slice(1)));
  return levels.filter((level) => level === 1).length === 1 && levels.every((level, at) => at === 0 || level <= levels[at - 1]! + 1);
}

describe("what a team does together", () => {
  const cases = languages.flatMap((language) => newestActivities().map((activity) => [activity.slug, language, activity] as const));

  test.each(cases)("%s in %s is a page in order", async (_, language, activity) => {
    const page = activity.kind === "conversation" ? <ConversationSheet sheet={said(activity, language)} /> : activity.kind === "scenarios" ? <ScenarioSet set={said(activity, language)} /> : <ScanSheet scan={said(activity, language)} schools={[school]} fromSchool={null} />;
    drawn(page, language);
    expect([await violations(), headingsInOrder()]).toEqual([[], true]);
    expect(document.querySelector("[style]")).toBeNull();
  });

  test.each(languages)("every activity stands in the list, in %s", async (language) => {
    drawn(<ActivityList easy={false} activities={newestActivities().map(({ slug, kind, title, summary, minutes }) => ({ slug, kind, title: title[language], summary: summary[language], minutes }))} />, language);
    expect(screen.getAllByRole("listitem")).toHaveLength(8);
    expect([await violations(), headingsInOrder()]).toEqual([[], true]);
  });

  test("a card asks with plain radios in a form that only goes to an address, and talks after both choices", async () => {
    const open = (values: Record<string, string>) => said(cardFrom(loop, "advies", (name) => values[name] ?? null)!, "nl");
    drawn(<ScenarioCardPage set={said(loop, "nl")} open={open({})} asked={false} />);
    const form = screen.getAllByRole("radio")[0]!.closest("form")!;
    expect([form.method, form.getAttribute("action")]).toEqual(["get", "/samen/leraar-en-de-loop/advies#talk"]);
    expect([...form.querySelectorAll("fieldset")].map((each) => within(each).getAllByRole("radio").length)).toEqual([3, 3]);
    expect(screen.queryByRole("heading", { name: "Praat hierover" })).toBeNull();
    expect([await violations(), headingsInOrder()]).toEqual([[], true]);
    cleanup();
    drawn(<ScenarioCardPage set={said(loop, "nl")} open={open({ fout: "ernstig" })} asked />);
    expect(within(screen.getByRole("alert")).getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual(["#plek"]);
    cleanup();
    drawn(<ScenarioCardPage set={said(loop, "nl")} open={open({ fout: "ernstig", plek: "uit" })} asked />);
    expect(screen.getByRole("region", { name: "Praat hierover" }).textContent).toContain(loop.compare.higher.nl);
    expect([await violations(), headingsInOrder()]).toEqual([[], true]);
  });
});

describe("the scan of a school", () => {
  test("on the table: how far, the way on, finishing; a table per element with what each scan said", async () => {
    drawn(scanPage([record(), record({ id: "s0", finishedAt: new Date("2025-11-16T13:02:00Z"), answers: { "VIB-1.1": { step: "1", differ: false, note: "", sequence: 1 } } })]));
    expect(screen.getByText(/1 van 20 beantwoord/)).toBeTruthy();
    expect(screen.getByRole("link", { name: "Ga verder" }).getAttribute("href")).toBe("/school/l1/scan/VIB-1.2");
    expect(screen.getByRole("button", { name: "Rond af, met 19 uitspraken open" })).toBeTruthy();
    expect((screen.getByRole("checkbox", { name: "Ja, 19 uitspraken mogen open blijven" }) as HTMLInputElement).checked).toBe(false);
    expect(screen.getByRole("link", { name: "Lees of print alle uitspraken" }).getAttribute("href")).toMatch(/\?van=l1$/);
    const row = within(screen.getAllByRole("table")[0]!).getAllByRole("row")[1]!;
    expect(within(row).getAllByRole("cell").map(({ textContent }) => textContent)).toEqual(["We zijn begonnenhier denken wij verschillend overNotitie: Twee beelden.", "Nog niet"]);
    expect(screen.getByText(/nooit bij de zelfscans of cijfers van mensen/)).toBeTruthy();
    expect([await violations(), headingsInOrder()]).toEqual([[], true]);
  });

  test("finishing with statements open asks for a tick, and says so at the box", async () => {
    drawn(scanPage([record()], { failed: { errors: { sure: "sure" }, values: {} } }));
    const link = within(screen.getByRole("alert")).getByRole("link");
    expect([link.getAttribute("href"), link.textContent]).toEqual(["#sure", expect.stringContaining("Ja, 19 uitspraken mogen open blijven: Niet elke uitspraak heeft een antwoord.")]);
    const box = screen.getByRole("checkbox");
    expect([box.id, box.getAttribute("aria-invalid"), document.getElementById(box.getAttribute("aria-describedby")!)!.textContent]).toEqual(["sure", "true", expect.stringContaining("nog niet afgerond")]);
    expect([await violations(), headingsInOrder()]).toEqual([[], true]);
    cleanup();
    const all = Object.fromEntries(scan.elements.flatMap(({ statements }) => statements.map(({ id }) => [id, { step: "1", differ: false, note: "", sequence: 1 }])));
    drawn(scanPage([record({ answers: all })]));
    expect([screen.getByRole("button", { name: "Rond de scan af" }).className, screen.queryByRole("checkbox")]).toEqual(["button", null]);
  });

  test("its statements say that the answers are kept, unlike what is said with a sheet; the way back is where one came from", () => {
    drawn(<ScanSheet scan={said(scan, "nl")} schools={[school]} fromSchool="l1" />);
    expect(screen.getByText(/bewaart Groeikompas bij die school/)).toBeTruthy();
    expect(screen.queryByText(/bewaart Groeikompas niet/)).toBeNull();
    expect(screen.getByRole("link", { name: "Terug naar de scan van de school" }).getAttribute("href")).toBe("/school/l1/scan");
  });

  test("hr and the board read only; with nothing on the table the leader can begin", async () => {
    drawn(scanPage([record()], { mayFill: false }));
    expect([screen.queryByRole("button"), screen.queryByRole("link", { name: /Verander|Beantwoord/ })]).toEqual([null, null]);
    cleanup();
    drawn(scanPage([], { mayFill: false }));
    expect(screen.getByRole("heading", { name: "Er is nog geen scan van deze school" })).toBeTruthy();
    cleanup();
    drawn(scanPage([], { failed: { errors: { participants: "bad-count" }, values: { participants: "99", roles: "directeur" } } }));
    expect(within(screen.getByRole("alert")).getByRole("link").textContent).toBe("Met hoeveel mensen zitten jullie aan tafel? Vul een getal van 2 tot 30 in.");
    expect((screen.getByLabelText("Met hoeveel mensen zitten jullie aan tafel?") as HTMLInputElement).value).toBe("99");
    expect([await violations(), headingsInOrder()]).toEqual([[], true]);
  });

  test("a statement shows its answer; when it was changed elsewhere both are there and nothing is lost", async () => {
    const view = statementView(scan, record(), [], "VIB-1.1", () => scan, "nl")!;
    drawn(<StatementPage school={school} title="Schoolscan" view={view} failed={null} />);
    expect((screen.getByRole("radio", { name: "We zijn begonnen" }) as HTMLInputElement).checked).toBe(true);
    expect((screen.getByRole("checkbox") as HTMLInputElement).checked).toBe(true);
    cleanup();
    drawn(<StatementPage school={school} title="Schoolscan" view={view} failed={{ errors: {}, values: { step: "4", note: "Onze notitie", base: "0" }, theirs: { step: "1", differ: false, note: "Van hen", sequence: 7 } }} />);
    expect(screen.getByRole("alert").textContent).toContain("Nog niet");
    expect((screen.getByRole("radio", { name: /kijken ernaar om/ }) as HTMLInputElement).checked).toBe(true);
    expect((screen.getByLabelText(/Notitie/) as HTMLTextAreaElement).value).toBe("Onze notitie");
    expect(document.querySelector<HTMLInputElement>("input[name=base]")!.value).toBe("7");
    expect([await violations(), headingsInOrder()]).toEqual([[], true]);
  });
});

test("sector figures: a table each, the words beside every bar, and who is in none of them", async () => {
  for (const language of ["nl", "en"] as const) {
    drawn(<SectorPage figures={said(sectorFigures("po")!, language)} back={{ to: "board" }} />, language);
    expect(screen.getAllByRole("table")).toHaveLength(4);
    expect([await violations(), headingsInOrder()]).toEqual([[], true]);
    if (language === "nl") {
      expect(screen.getByText("minder dan 5%")).toBeTruthy();
      expect(screen.getByText(/geen cijfers over onderwijsondersteuners/)).toBeTruthy();
      expect(screen.getAllByRole("heading", { name: "Let op" })).toHaveLength(5);
    }
    cleanup();
  }
});
