import { parseArgs } from "node:util";

export type Part = (typeof parts)[number];
const parts = ["load", "people", "growth", "release"] as const;

export type Options = {
  readonly parts: readonly Part[];
  readonly schools: number;
  readonly staff: number;
  readonly rounds: number;
  readonly small: number;
  readonly large: number;
  readonly largeRounds: number;
  readonly connections: readonly number[];
  readonly seconds: number;
  readonly people: number;
  readonly duration: number;
  readonly seed: number;
  readonly port: number;
};

export const usage = `npm run --silent bench -- [flags]      JSON on standard output, a table on standard error

  --quick              the same in two minutes: 24 schools, 2 rounds, 1 and 8 connections, 300 people for 15 s, no large board
  --only a,b           parts: load (closed loops), people (answering at once), growth, release
  --schools 60 --staff 40 --rounds 6     the standard board
  --small 3 --large 600 --large-rounds 2 the boards it is compared with; --large 0 leaves the large one out
  --connections 1,8,32 --seconds 3       closed loops: at once, and how long each
  --people 1000 --duration 60            open loop: people who each save every 10 s, and for how many seconds (at most 1800)
  --seed 1 --port 0                      the same seed and day give the same boards`;

/** Reads the flags. @throws one sentence for the person at the keyboard */
export function optionsFrom(args: readonly string[]): Options | null {
  const text = { type: "string" } as const;
  const { values } = parseArgs({
    args: [...args],
    options: {
      ...{ help: { type: "boolean" }, quick: { type: "boolean" }, only: text, schools: text, staff: text, rounds: text, small: text, large: text, "large-rounds": text },
      ...{ connections: text, seconds: text, people: text, duration: text, seed: text, port: text },
    },
  });
  if (values.help) return null;
  const quick = values.quick ?? false;
  const number = (flag: Exclude<keyof typeof values, "help" | "quick">, usual: number, least: number, most: number): number => {
    const value = values[flag] === undefined ? usual : Number(values[flag]);
    if (!Number.isInteger(value) || value < least || value > most) throw new Error(`--${flag} is "${values[flag]}"; it must be a whole number from ${least} to ${most}.`);
    return value;
  };
  const connections = (values.connections ?? (quick ? "1,8" : "1,8,32")).split(",").map(Number);
  if (connections.some((each) => !Number.isInteger(each) || each < 1 || each > 256)) throw new Error(`--connections is "${values.connections}"; it must be whole numbers from 1 to 256 with commas between.`);
  const chosen = values.only === undefined ? parts : parts.filter((part) => values.only!.split(",").includes(part));
  if (chosen.length === 0 || (values.only?.split(",").length ?? chosen.length) !== chosen.length) throw new Error(`--only is "${values.only}"; choose from ${parts.join(", ")}.`);
  return {
    parts: chosen,
    schools: number("schools", quick ? 24 : 60, 1, 2_000),
    staff: number("staff", 40, 4, 500),
    rounds: number("rounds", quick ? 2 : 6, 1, 12),
    small: number("small", 3, 1, 2_000),
    large: number("large", quick ? 0 : 600, 0, 2_000),
    largeRounds: number("large-rounds", 2, 1, 12),
    connections,
    seconds: number("seconds", quick ? 1 : 3, 1, 600),
    people: number("people", quick ? 300 : 1_000, 1, 5_000),
    duration: number("duration", quick ? 15 : 60, 5, 1_800),
    seed: number("seed", 1, 0, 2 ** 31 - 1),
    port: number("port", 0, 0, 65_535),
  };
}
