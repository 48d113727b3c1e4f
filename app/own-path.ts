/**
 * The path to go back to, only if it is one of ours; the start otherwise. Stops "//evil", "/\evil", "/..//evil" and "javascript:",
 * and turns the address of a page's data into that of the page.
 */
export function ownPath(value: unknown): string {
  if (typeof value !== "string" || !/^\/(?![/\\])[^\s\\]*$/.test(value) || !URL.canParse(value, "http://own.invalid")) return "/";
  const { host, pathname, search, hash } = new URL(value, "http://own.invalid");
  if (host !== "own.invalid" || pathname.startsWith("//")) return "/";
  return pathname.endsWith(".data") ? pathname.replace(/^\/_root\.data$|\.data$/, "") || "/" : pathname + search + hash;
}
