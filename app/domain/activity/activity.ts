import type { TextStatus } from "#app/domain/framework/framework.ts";
import type { Text } from "#app/domain/text.ts";

/**
 * What a team or a school does together: a talk with a sheet of questions, cards with a situation, a scan of the school.
 * None of them asks about one person, and nothing of a person is ever laid beside it.
 */
export const activityKinds = ["conversation", "scenarios", "school-scan"] as const;
export type ActivityKind = (typeof activityKinds)[number];

type Source = { readonly citation: string; readonly publisher: string; readonly year: number; readonly url?: string; /** What was taken from it, and what not. */ readonly used: Text };
type Head = {
  readonly schema: 1;
  readonly slug: string;
  readonly version: string;
  readonly title: Text;
  readonly summary: Text;
  /** With whom, and how to go about it. */
  readonly how: readonly Text[];
  readonly minutes: number;
  /** The official name of what it is about has its own status; all other words are ours. */
  readonly status: "ours";
  readonly statusNote: Text;
  readonly sources: readonly Source[];
  readonly licence: { readonly id: string; readonly name: string; readonly url?: string; readonly note: Text };
  readonly contact: string;
  readonly reviewed: string;
  readonly reviewBy: string;
};

/** A question for a talk, and why it is worth asking. */
type SheetQuestion = { readonly id: string; readonly question: Text; readonly why: Text };
export type Conversation = Head & {
  readonly kind: "conversation";
  /** Whose sheet it is, and who that is. */
  readonly role: { readonly id: string; readonly title: Text; readonly who: Text };
  readonly topics: readonly { readonly id: string; readonly title: Text; readonly questions: readonly SheetQuestion[] }[];
  /** How the talk ends: with something small that was agreed. */
  readonly closing: Text;
};

/** A step of a lens; steps of one lens stand in an order. */
type LensStep = { readonly id: string; /** Its number, where the source numbers its steps. */ readonly code?: string; readonly title: Text; readonly titleStatus: Readonly<Record<"nl" | "en", TextStatus>>; readonly description: Text };
export type Lens = { readonly id: string; readonly title: Text; readonly steps: readonly LensStep[] };
export type ScenarioCard = { readonly id: string; readonly title: Text; readonly situation: Text; readonly talk: readonly Text[] };
export type Scenarios = Head & {
  readonly kind: "scenarios";
  readonly lenses: readonly Lens[];
  /** The two questions at each card, each answered with a step of a lens. */
  readonly questions: readonly { readonly id: string; readonly question: Text; readonly lens: string }[];
  /** What is said when the step of the second question is the same as, lower than or higher than that of the first. */
  readonly compare: { readonly same: Text; readonly lower: Text; readonly higher: Text };
  readonly cards: readonly ScenarioCard[];
};

type ScanStatement = { readonly id: string; readonly statement: Text; /** Where one would see it. */ readonly look: Text };
type ScanElement = { readonly id: string; readonly code: string; readonly title: Text; readonly titleStatus: Readonly<Record<"nl" | "en", TextStatus>>; readonly description: Text; readonly statements: readonly ScanStatement[] };
export type SchoolScan = Head & {
  readonly kind: "school-scan";
  /** The steps of an answer, lowest first; answers hold their ids. */
  readonly steps: readonly { readonly id: string; readonly title: Text }[];
  readonly elements: readonly ScanElement[];
};
export type Activity = Conversation | Scenarios | SchoolScan;

/** Every statement of a scan in order, with its element. */
export function statementsOf(scan: SchoolScan): { readonly element: ScanElement; readonly statement: ScanStatement }[] {
  return scan.elements.flatMap((element) => element.statements.map((statement) => ({ element, statement })));
}
