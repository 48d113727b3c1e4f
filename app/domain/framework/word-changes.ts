/** A piece of a text; `changed` where the other text has something else. */
export type Piece = { readonly text: string; readonly changed: boolean };

/** Longer than this in words, a text is marked as a whole. */
const mostWords = 400;

/**
 * Two texts word by word: what they share, and what only one of them has. The pieces of each make up that text again. Texts that share less
 * than half of the shorter one are other texts: they are marked as a whole, because marks on every second word say nothing.
 */
export function wordChanges(before: string, after: string): { readonly before: readonly Piece[]; readonly after: readonly Piece[] } {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  const whole = { before: [{ text: before, changed: true }], after: [{ text: after, changed: true }] };
  if (a.length > mostWords || b.length > mostWords) return whole;
  const shared = sharedWords(a, b);
  if (shared.before.size * 2 < Math.min(a.length, b.length)) return whole;
  return { before: pieces(a, (place) => shared.before.has(place)), after: pieces(b, (place) => shared.after.has(place)) };
}

const wordsOf = (text: string): string[] => text.match(/\s*\S+|\s+$/gu) ?? [];

/** The longest row of words that stands in both, by place in each. */
function sharedWords(a: readonly string[], b: readonly string[]): { before: Set<number>; after: Set<number> } {
  const same = (i: number, j: number) => a[i]!.trim() === b[j]!.trim();
  const longest = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) longest[i]![j] = same(i, j) ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
  }
  const found = { before: new Set<number>(), after: new Set<number>() };
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (same(i, j)) {
      found.before.add(i++);
      found.after.add(j++);
    } else if (longest[i + 1]![j]! >= longest[i]![j + 1]!) i += 1;
    else j += 1;
  }
  return found;
}

function pieces(words: readonly string[], isShared: (place: number) => boolean): Piece[] {
  const made: { text: string; changed: boolean }[] = [];
  words.forEach((text, place) => {
    const changed = !isShared(place);
    const last = made.at(-1);
    if (last?.changed === changed) last.text += text;
    else made.push({ text, changed });
  });
  return made;
}
