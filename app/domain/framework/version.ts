/** A number per part; 2017.1.10 comes after 2017.1.9. Negative when `a` is older. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number));
  for (let part = 0; part < 3; part += 1) {
    const difference = (left![part] ?? 0) - (right![part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** True when `version` is what was asked for: "2017" and "2017.1" stand for any version that starts so. */
export function isVersionAsked(version: string, asked: string): boolean {
  return version === asked || version.startsWith(`${asked}.`);
}
