/** Something that must be finished before somebody signs out: resolves to true when all is kept. */
type Finish = () => Promise<boolean>;

// Browser only; pages register themselves for as long as they are on the screen.
const pending = new Set<Finish>();

/** Registers what must be finished before signing out; returns how to take it back. */
export function beforeLeaving(finish: Finish): () => void {
  pending.add(finish);
  return () => pending.delete(finish);
}

/** Finishes everything. True when nothing is left that was not kept. */
export async function finishAll(): Promise<boolean> {
  const kept = await Promise.all([...pending].map((finish) => finish()));
  return kept.every(Boolean);
}

/** Whether there is anything to wait for. */
export function isAnythingPending(): boolean {
  return pending.size > 0;
}
