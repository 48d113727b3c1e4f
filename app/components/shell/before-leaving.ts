/** Something in this tab that keeps what somebody has not saved yet. */
export type Keeper = {
  readonly person: string;
  /** Tries now. Resolves, as soon as it is known, to how many answers are still not saved. */
  readonly finish: () => Promise<number>;
  readonly retry: () => void;
  /** Lets go of everything. */
  readonly forget: () => void;
};

// Browser only.
const keepers = new Set<Keeper>();
const hands = new Set<() => void>();

/** Registers a keeper, for as long as the page lives. */
export function keptHere(keeper: Keeper): void {
  keepers.add(keeper);
}

/** Registers what hands over what was typed in the last second; returns how to take it back. */
export function beforeLeaving(handOver: () => void): () => void {
  hands.add(handOver);
  return () => hands.delete(handOver);
}

/** Finishes everything of this person. Resolves to how many answers are still not saved. */
export async function finishAll(person: string): Promise<number> {
  for (const handOver of hands) handOver();
  const left = await Promise.all(ofPerson(person).map(({ finish }) => finish()));
  return left.reduce((sum, count) => sum + count, 0);
}

/** Lets go of everything of everybody: what is not saved is lost. */
export function forgetAll(): void {
  for (const keeper of keepers) drop(keeper);
}

/** This person is signed in now: what waits for them goes on its way, and nothing of another person stays in memory. */
export function welcome(person: string): void {
  for (const keeper of keepers) {
    if (keeper.person === person) keeper.retry();
    else drop(keeper);
  }
}

const ofPerson = (person: string) => [...keepers].filter((keeper) => keeper.person === person);

function drop(keeper: Keeper): void {
  keepers.delete(keeper);
  keeper.forget();
}
