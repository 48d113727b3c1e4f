/** The path to go back to, only if it is one of ours; the start otherwise. Stops "//evil", "/\evil" and "javascript:". */
export function ownPath(value: unknown): string {
  if (typeof value !== "string" || !/^\/(?![/\\])[^\s\\]*$/.test(value)) return "/";
  return new URL(value, "http://own.invalid").host === "own.invalid" ? value : "/";
}
