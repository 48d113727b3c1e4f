import { render } from "@testing-library/react";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import type { ReactNode } from "react";
import { cellOf, type GroupFigure } from "#app/domain/figures/figure.ts";
import type { Report, SchoolFigures } from "#app/domain/figures/page.ts";
import { findingsOf, type Cell, type Grid, type TrendRound } from "#app/domain/figures/report.ts";
import { noSeam } from "#app/domain/figures/trend.ts";
import type { PlannedTraining } from "#app/domain/planning/training.ts";
import type { Language } from "#app/domain/text.ts";
import { LanguageContext } from "#app/messages/catalogue.ts";

/** Draws a page with Remix's router, because it has links and forms. */
export function show(page: ReactNode, language: Language = "nl") {
  const router = createMemoryRouter([{ path: "*", element: <LanguageContext.Provider value={language}>{page}</LanguageContext.Provider> }]);
  return render(<RouterProvider router={router} future={{ v7_startTransition: true }} />);
}

export const figure = (shown: number, more: Partial<GroupFigure> = {}): GroupFigure => ({ n: "10-19", shown, end: null, low: shown - 0.25, high: shown + 0.25, ...more });
export const cell = (shown: number, target: number, more: Partial<GroupFigure> = {}): Cell => cellOf(figure(shown, more), { target, weight: 1 }, 6);

export const grid: Grid = {
  competences: [
    { id: "1.1", code: "1.1", title: "Communiceren", area: "Betrokken" },
    { id: "1.2", code: "1.2", title: "Samenwerken", area: "Betrokken" },
    { id: "2.1", code: "2.1", title: "Selecteren", area: "Bronnen" },
  ],
  families: ["leraar", "onderwijsondersteuner", "staf"],
  cells: [
    [cell(3.5, 4), "not-asked", "closed"],
    [cell(5, 4, { end: "≥", low: 4.75, high: 6 }), cell(3, 3, { n: "5-9" }), "closed"],
    [cell(2, 4), "closed", "closed"],
  ],
  totals: [figure(3.5), figure(4.5, { n: "20-49" }), null],
};

const round = (id: string, more: Partial<TrendRound> = {}): TrendRound => ({ id, name: `Ronde ${id}`, closedAt: new Date(`${id}-12-20T22:59:00Z`), version: "2017.1.0", schools: 1, comparable: true, ...more });

/** A report as the service makes it: three competences, three families, three rounds with a change of version before the last. */
export function report(more: Partial<Report> = {}): Report {
  const used = more.grid ?? grid;
  const rounds = [round("2024"), round("2025"), round("2026", { version: "2017.2.0" })];
  return {
    facts: { id: "r3", name: "Ronde 2026", closedAt: new Date("2026-12-20T22:59:00Z"), asked: "digcompedu/statements", lowest: 1, inPoints: false, frameworkTitle: "DigCompEdu", version: "2017.2.0", profileVersion: "1.0.0", threshold: 5, noun: { one: "competentie", many: "competenties" }, scale: ["A1", "A2", "B1", "B2", "C1", "C2"], steps: ["A1 · Nieuwkomer", "A2 · Ontdekker", "B1 · Integrator", "B2 · Expert", "C1 · Leider", "C2 · Pionier"], ownScale: false },
    response: { invited: 34, handedIn: 27 },
    grid: used,
    spreads: null,
    silentSchools: [],
    findings: findingsOf(used),
    trend: {
      rounds,
      figures: used.cells.map((row, competence) => row.map((now, family) => (family > 0 ? [null, null, typeof now === "string" ? null : now] : [figure(competence === 2 ? 3 : 3.5), null, typeof now === "string" ? null : now]))),
      ranges: null,
      links: used.competences.map(({ id }) => rounds.map(() => noSeam.of(id))),
      breaks: [],
    },
    ...more,
  };
}

const training = (id: string, more: Partial<PlannedTraining>): PlannedTraining => ({ id, roundId: "r2", title: `Training ${id}`, competenceId: "2.1", family: "leraar", schoolId: "s", onDate: "2026-03-12", hours: 2.5, competence: { code: "2.1", title: "Selecteren" }, school: "De Linde", toCome: false, cancellable: false, beside: { kind: "waits" }, ...more });
const at = (name: string, day: string, shown: number | null) => ({ name, closedAt: new Date(day), comparable: true, figure: shown === null ? null : figure(shown) });

export const trainings: PlannedTraining[] = [
  training("a", { toCome: true, cancellable: true, onDate: "2027-03-12" }),
  training("b", { beside: { kind: "effect", effect: { before: at("Ronde 2025", "2025-12-20", 3), after: at("Ronde 2026", "2026-12-20", 3.5), change: "up" } } }),
  training("c", { beside: { kind: "effect", effect: { before: at("Ronde 2025", "2025-12-20", 3), after: at("Ronde 2026", "2026-12-20", null), change: null } } }),
  training("d", { schoolId: null, school: null, beside: { kind: "elsewhere", title: "Kennisnet", schoolId: "s", roundId: "r9" } }),
  training("e", { beside: { kind: "first" } }),
];

/** Everything a leader can see about one school. */
export function schoolFigures(more: Partial<SchoolFigures> = {}): SchoolFigures {
  return {
    school: { id: "s", name: "De Linde" },
    choices: [{ id: "r3", name: "Ronde 2026", closedAt: new Date("2026-12-20T22:59:00Z") }, { id: "r2", name: "Ronde 2025", closedAt: new Date("2025-12-20T22:59:00Z") }],
    running: [{ id: "r4", name: "Ronde 2027", state: "open", closesAt: new Date("2027-02-01T22:59:00Z"), invited: 34, handedIn: 21, countedAt: new Date("2027-01-20T06:00:00Z"), families: [{ family: "leraar", enough: true }, { family: "staf", enough: false }] }],
    report: report(),
    trainings,
    ...more,
  };
}
