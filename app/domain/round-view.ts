import type { Family } from "#app/domain/people/function-group.ts";
import type { PrivacyMode, RoundState } from "#app/domain/round.ts";

/** A school in a round. While it runs this is all that exists: invited, handed in as counted once a day, and per family enough or not. */
export type SchoolResponse = { readonly id: string; readonly name: string; readonly invited: number; readonly handedIn: number; readonly enough: readonly Family[] };

/** A round as its managers see it. No names, and nothing about what anybody answered. */
export type RoundView = {
  readonly id: string;
  readonly name: string;
  readonly state: RoundState;
  readonly framework: string;
  readonly version: string;
  readonly families: readonly Family[];
  readonly threshold: number;
  readonly privacy: PrivacyMode;
  /** About how long it takes to answer everything, for the family that is asked most. */
  readonly minutes: number;
  readonly opensAt: Date;
  readonly closesAt: Date;
  /** When the response was last counted. */
  readonly countedAt: Date;
  /** Only the schools that the reader may see. */
  readonly schools: readonly SchoolResponse[];
  /** Whether the reader may close, extend or cancel it: only who manages all of its schools. */
  readonly manageable: boolean;
};

/** An instrument to hold a round with, in the reader's words. */
export type InstrumentChoice = { readonly key: string; readonly title: string; readonly version: string; readonly description: string; readonly families: readonly Family[]; readonly minutes: number; readonly superseded: boolean; readonly reflects: boolean };

/** What there is to choose from when opening a round. */
export type RoundChoices = { readonly schools: readonly { readonly id: string; readonly name: string }[]; readonly instruments: readonly InstrumentChoice[] };

/** A school that is in a round of the same framework already. */
export type BusySchool = { readonly school: string; readonly roundId: string; readonly round: string };

/** Who would be asked at a school. */
export type Invitation = { readonly schoolId: string; readonly name: string; readonly invited: number };

/** What is known of an instrument when the order of a list of them is decided. */
export type Listed = { readonly framework: string; readonly instrument: string; readonly families: number; readonly superseded: boolean };

/**
 * The order in which instruments are offered for a new round: first what this board asked before, the last one first, because rounds are
 * there to be compared; then what asks most function groups; what has a successor comes last. Otherwise the order stays.
 * @param used the framework and instrument of earlier rounds, newest first
 */
export function inOfferedOrder<T>(offered: readonly T[], about: (each: T) => Listed, used: readonly { readonly framework: string; readonly instrument: string }[]): T[] {
  const place = ({ framework, instrument }: Listed) => {
    const at = used.findIndex((round) => round.framework === framework && round.instrument === instrument);
    return at < 0 ? used.length : at;
  };
  return [...offered]
    .map((each) => ({ each, listed: about(each) }))
    .sort((a, b) => place(a.listed) - place(b.listed) || Number(a.listed.superseded) - Number(b.listed.superseded) || b.listed.families - a.listed.families)
    .map(({ each }) => each);
}
