/** The tabs of one browser, told apart by a lock that each page holds as long as it lives. Where there are no locks, no other tab is known. */
const locks = (): LockManager | undefined => (typeof navigator === "undefined" ? undefined : navigator.locks);
const prefix = "groeikompas ";

/** This page, by a name that no other has. */
export const thisTab = prefix + Math.random().toString(36).slice(2);
void locks()?.request(thisTab, () => new Promise(() => {})).catch(() => {});

/** The other pages of ours that are open in this browser. */
export async function otherTabs(): Promise<ReadonlySet<string>> {
  const { held = [] } = (await locks()?.query().catch(() => null)) ?? {};
  return new Set(held.flatMap(({ name }) => (name?.startsWith(prefix) && name !== thisTab ? [name] : [])));
}

/** Runs this once that tab is closed. */
export function whenClosed(tab: string, work: () => void): void {
  // The lock is let go of first: held here, that tab would still seem to be there.
  void locks()?.request(tab, { mode: "shared" }, () => {}).then(work).catch(() => {});
}
