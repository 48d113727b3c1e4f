import { isoDay } from "#app/domain/format.ts";
import type { Profile } from "#app/domain/framework/profile.ts";
import { families, type Family } from "#app/domain/people/function-group.ts";

/** The smallest group of which anything is shown: fixed per round, never under five. */
export const thresholds = { least: 5, most: 10, usual: 5 } as const;
/** A round lasts at most this many days. */
export const longestDays = 120;
/** Drafts can be saved this long after the closing time; the figures are made after it. */
export const graceMinutes = 5;

/** What leaves a round: the released figures, or nothing at all. */
export const privacyModes = ["confidential", "own-use"] as const;
export type PrivacyMode = (typeof privacyModes)[number];

/** open: people answer · closing: nothing can be handed in any more, the figures are being made · released · cancelled. */
export type RoundState = "open" | "closing" | "released" | "cancelled";

/** The moments in the life of a round. */
export type RoundTimes = { readonly opensAt: Date; readonly closesAt: Date; readonly cancelledAt: Date | null; readonly releasedAt: Date | null };

/** Where a round stands now. Only the server's clock decides. */
export function roundState({ closesAt, cancelledAt, releasedAt }: Omit<RoundTimes, "opensAt">, now: Date): RoundState {
  if (cancelledAt !== null) return "cancelled";
  if (releasedAt !== null) return "released";
  return now < closesAt ? "open" : "closing";
}

/** When the figures of a round are made. */
export function dueAt(closesAt: Date): Date {
  return new Date(closesAt.getTime() + graceMinutes * 60_000);
}

/** Where an instrument is named in one word: "digcompedu@2017.1.0/statements". */
export function instrumentKey(at: { framework: string; frameworkVersion: string; instrument: string }): string {
  return `${at.framework}@${at.frameworkVersion}/${at.instrument}`;
}

/** The families that have a questionnaire in this profile, in the fixed order of families. */
export function familiesAsked(profile: Profile): Family[] {
  return families.filter((family) => Object.keys(profile.families[family]?.asked ?? {}).length > 0);
}

/** Families in their fixed order, each once. */
export function inFixedOrder(chosen: readonly Family[]): Family[] {
  return families.filter((family) => chosen.includes(family));
}

/** Who of the chosen families is asked: whole families, and single functions ("family/function") of the others. */
export function audienceOf(profile: Profile, chosen: readonly Family[]): { whole: Family[]; functions: string[] } {
  const asked = chosen.map((family) => ({ family, functions: Object.keys(profile.families[family]?.asked ?? {}) }));
  return {
    whole: asked.filter(({ functions }) => functions.includes("*")).map(({ family }) => family),
    functions: asked.flatMap(({ family, functions }) => functions.filter((each) => each !== "*").map((each) => `${family}/${each}`)),
  };
}

/** The last moment of a round that ends on this day: 23:59 in the Netherlands, summer time or not. Null when it is no day. */
export function closingMoment(day: string): Date | null {
  return isDay(day) ? inAmsterdam(day, 23, 59) : null;
}

/** What is wrong with an end date, or null. It is tomorrow at the earliest and 120 days after the opening at the latest. */
export function endDateError(day: string, { opensAt, now }: { opensAt: Date; now: Date }): "bad-date" | "too-early" | "too-late" | null {
  if (!isDay(day)) return "bad-date";
  if (day <= isoDay(now)) return "too-early";
  return daysBetween(isoDay(opensAt), day) > longestDays ? "too-late" : null;
}

/** What is wrong with a later end date for a running round, or null. An end date never moves forward. */
export function extensionError(day: string, round: RoundTimes, now: Date): "bad-date" | "too-early" | "too-late" | "not-later" | null {
  const error = endDateError(day, { opensAt: round.opensAt, now });
  if (error !== null) return error;
  return closingMoment(day)! > round.closesAt ? null : "not-later";
}

/** A round of the same framework that is still open, as far as it matters to a new one. */
export type OpenRound = { readonly schoolId: string; readonly closesAt: Date; readonly cancelledAt: Date | null };

/** The open rounds of this framework that keep these schools from another one; a school is in at most one. */
export function roundsInTheWay<T extends OpenRound>(schoolIds: readonly string[], rounds: readonly T[], now: Date): T[] {
  return rounds.filter(({ schoolId, closesAt, cancelledAt }) => cancelledAt === null && now < closesAt && schoolIds.includes(schoolId));
}

/** The half of the school year a day lies in, for a first guess at a name: autumn from August on, spring before. */
export function schoolSeason(day: string): { readonly season: "autumn" | "spring"; readonly year: string } {
  return { season: Number(day.slice(5, 7)) >= 8 ? "autumn" : "spring", year: day.slice(0, 4) };
}

const countingHour = 7;

/** The last moment at which the response of running rounds was to be counted: seven in the morning, once a day. */
export function lastCountMoment(now: Date): Date {
  const today = inAmsterdam(isoDay(now), countingHour, 0);
  return today <= now ? today : inAmsterdam(dayAfter(isoDay(now), -1), countingHour, 0);
}

/** The day so many days later (or earlier), as "2026-05-12". */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** True for a day of the calendar written as "2026-05-12". */
export function isDay(text: string): boolean {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);
}

const wallClock = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam", dateStyle: "short", timeStyle: "medium" });

/** The moment at which clocks in the Netherlands show this time. No clock changes at 7:00 or 23:59, so there is exactly one. */
function inAmsterdam(day: string, hour: number, minute: number): Date {
  const asUtc = Date.parse(`${day}T${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}:00Z`);
  const offsetAt = (moment: number) => Date.parse(`${wallClock.format(new Date(moment)).replace(" ", "T")}Z`) - moment;
  // The first guess may lie on the other side of a change of the clocks; the second does not.
  const guess = asUtc - offsetAt(asUtc);
  return new Date(asUtc - offsetAt(guess));
}
