/** Milliseconds of processor time that a piece of work takes: how long it takes on the wall depends on what else the machine does. */
export function processorTime<T>(work: () => T): { readonly value: T; readonly took: number } {
  const before = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(before);
  return { value, took: (user + system) / 1_000 };
}
