import { isoDay } from "#app/domain/format.ts";
import type { Language } from "#app/domain/text.ts";

/** A step somebody planned for themselves. Days are written "2026-05-12". */
export type Goal = {
  readonly id: string;
  readonly assessmentId: string;
  readonly competenceId: string;
  /** Title of the competence in the words of the own work; null when the framework version is not here any more. */
  readonly about: string | null;
  readonly step: string;
  readonly dueOn: string;
  readonly doneAt: Date | null;
  readonly reflection: string | null;
};

/** More than three things at once are none: a fourth has to wait until one is done or let go. */
export const mostActiveGoals = 3;
export const longestStep = 500;
export const longestReflection = 2000;

export type DayProblem = "no-date" | "past" | "too-far";

/** What is wrong with a day to plan a step on, or null. Today up to a year from now, in the Netherlands. */
export function dayProblem(day: string, now: Date): DayProblem | null {
  if (!isDay(day)) return "no-date";
  const today = isoDay(now);
  if (day < today) return "past";
  return day > lastDay(now) ? "too-far" : null;
}

/** The last day a step can be planned on: a year from today. */
export function lastDay(now: Date): string {
  const [year, month, day] = parts(isoDay(now));
  return dayText(Date.UTC(year + 1, month - 1, day));
}

/** The day to propose: two weeks from now, moved to Monday from a weekend, because a step is taken at school. */
export function proposedDay(now: Date): string {
  const [year, month, day] = parts(isoDay(now));
  const inTwoWeeks = Date.UTC(year, month - 1, day + 14);
  const weekday = new Date(inTwoWeeks).getUTCDay();
  const wait = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  return dayText(inTwoWeeks + wait * dayLength);
}

/** Whole days from today to this day, both in the Netherlands; negative when it has passed. */
export function daysUntil(day: string, now: Date): number {
  return Math.round((start(day) - start(isoDay(now))) / dayLength);
}

/** How far away a planned day is. When it has passed, kindly, with what can be done. */
export function dueSentence(day: string, now: Date, language: Language): string {
  const days = daysUntil(day, now);
  const nl = language === "nl";
  if (days < 0) return nl ? "Deze dag is voorbij. Dat geeft niet: vink de stap af, of kies een nieuwe dag." : "This day has passed. That is fine: tick the step off, or choose a new day.";
  if (days === 0) return nl ? "Vandaag" : "Today";
  if (days === 1) return nl ? "Morgen" : "Tomorrow";
  if (days < 14) return nl ? `Over ${days} dagen` : `In ${days} days`;
  const weeks = Math.floor(days / 7);
  return nl ? `Over ${weeks} weken` : `In ${weeks} weeks`;
}

/** The moment of a clock time ("15:30") on a day in the Netherlands, summer time or not. */
export function momentOf(day: string, clock: string): Date {
  const asUtc = Date.parse(`${day}T${clock}:00Z`);
  const shown = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam", dateStyle: "short", timeStyle: "medium" }).format(asUtc);
  return new Date(asUtc - (Date.parse(`${shown.replace(" ", "T")}Z`) - asUtc));
}

/** One line of plain text: no control or direction characters, single spaces. */
export function plainLine(text: string): string {
  return plainText(text).replace(/\s+/gu, " ").trim();
}

/** Plain text that may have lines: no control or direction characters, line ends as "\n". */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/gu, "\n")
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/gu, "")
    .trim();
}

const dayLength = 86_400_000;
const start = (day: string) => Date.parse(`${day}T00:00:00Z`);
const dayText = (moment: number) => new Date(moment).toISOString().slice(0, 10);
const parts = (day: string) => day.split("-").map(Number) as [number, number, number];

/** True for a day that exists, written in full: 2027-02-30 is none. */
function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(start(text)) && dayText(start(text)) === text;
}
