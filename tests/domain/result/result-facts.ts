import type { Framework, FrameworkNode, LevelText } from "#app/domain/framework/framework.ts";
import type { FrozenAnswer, HandedIn } from "#app/domain/result/result.ts";
import type { Gap } from "#app/domain/result/gap.ts";
import type { Reason } from "#app/domain/assessment/answers.ts";

/** A gap with a level and target; weight 1 and no wish unless told. */
export function gap(competenceId: string, level: number | null, target: number | null, more: Partial<Gap> = {}): Gap {
  return { competenceId, level, target, reason: null, gap: level === null || target === null ? null : target - level, weight: 1, wish: false, ...more };
}

/** What is frozen for one competence. */
export function frozen(competenceId: string, answer: number | Reason | null, target: number | null = 3, more: Partial<FrozenAnswer> = {}): FrozenAnswer {
  return { competenceId, level: typeof answer === "number" ? answer : null, reason: typeof answer === "string" ? answer : null, target, weight: 1, wish: false, ...more };
}

const both = (text: string) => ({ nl: text, en: `${text} (en)` });

/** A small framework: two areas, two competences each, four levels; version and ids to choose. */
export function smallFramework({ version = "1.0.0", ids = ["a.1", "a.2", "b.1", "b.2"], levels = 4, scale = "test-4" } = {}): Framework {
  const texts = (id: string): LevelText[] =>
    Array.from({ length: levels }, (_, place) => ({ level: `L${place + 1}`, statement: both(`${id} zin ${place + 1}.`), example: both("voorbeeld"), nextStep: both(`${id} stap na ${place + 1}.`) }));
  const leaf = (id: string): FrameworkNode => ({
    id,
    code: id,
    title: both(`Titel ${id}`),
    titleStatus: { nl: "ours", en: "ours" },
    description: both("over"),
    levels: texts(id),
    variants: { concierge: { title: both(`Conciërge ${id}`), levels: texts(`conciërge ${id}`) } },
  });
  const area = (id: string): FrameworkNode => ({ id, code: id, title: both(`Gebied ${id}`), titleStatus: { nl: "ours", en: "ours" }, description: both("over"), children: ids.filter((each) => each.startsWith(id)).map(leaf) });
  return {
    schema: 1,
    slug: "test",
    version,
    title: both("Testraamwerk"),
    shortTitle: both("Test"),
    description: both("d"),
    source: { citation: "c", publisher: "p", year: 2026 },
    licence: { id: "l", name: "Licentienaam", adaptationAllowed: true, note: both("n") },
    attribution: both("Bronvermelding."),
    changes: both("c"),
    endorsement: both("Niet goedgekeurd."),
    contact: "x",
    reviewed: "2026-01-01",
    reviewBy: "2027-01-01",
    layers: [
      { id: "area", title: both("gebied"), plural: both("gebieden") },
      { id: "competence", title: both("competentie"), plural: both("competenties") },
    ],
    scale: { id: scale, title: both("Schaal"), status: "ours", levels: Array.from({ length: levels }, (_, place) => ({ code: `L${place + 1}`, title: both(`Trap ${place + 1}`), titleStatus: { nl: "ours", en: "ours" }, description: both("d") })) },
    nodes: [area("a"), area("b")],
    instruments: [{ id: "statements", title: both("Kies"), form: "choose-statement", scoring: "level-as-chosen", explanation: both("Er wordt niets opgeteld."), source: "ours", status: "ours", secondsPerItem: 30 }],
  };
}

/** A hand-in on the small framework. */
export function handedIn(answers: readonly FrozenAnswer[], more: Partial<HandedIn> = {}): HandedIn {
  const framework = more.framework ?? smallFramework();
  return { handedInAt: new Date("2026-11-03T12:00:00Z"), framework, instrument: framework.instruments[0]!, family: "leraar", functionId: "groepsleerkracht", answers, ...more };
}
