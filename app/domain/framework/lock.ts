import type { Problem } from "#app/domain/framework/check-instruments.ts";

/** File name (from `frameworks/`) to the SHA-256 of the document as released. */
export type Lock = Readonly<Record<string, string>>;

/**
 * A released version never changes: every locked file must be there with the hash it was released with.
 * Files that are not in the lock yet are drafts and may change.
 */
export function brokenLocks(lock: Lock, hashes: Lock): (Problem & { readonly file: string })[] {
  return Object.entries(lock).flatMap(([file, hash]) => {
    if (hashes[file] === hash) return [];
    const reason = hashes[file] === undefined ? "was released and is gone" : "was released and has changed since: make a new version instead";
    return [{ file, where: "(document)", reason }];
  });
}

/** Files that are not released yet. */
export function unlocked(lock: Lock, hashes: Lock): string[] {
  return Object.keys(hashes).filter((file) => !(file in lock));
}
