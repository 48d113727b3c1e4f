/** As many letters may differ before a change is more than spelling; and never more than a tenth of the text, but one always may. */
const mostLetters = 3;

/** The text as it looks: the form of letters in Unicode and the amount of white space are not seen. */
export function asSeen(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

/**
 * Whether a change may be no more than spelling: at most three letters put in, left out or replaced (of a text under forty letters
 * a tenth of it, but at least one), with the same numbers and the same words of denial. A program cannot know what words mean, so this
 * says what may be so, never that it is.
 */
export function mayBeSpelling(before: string, after: string): boolean {
  const [a, b] = [asSeen(before), asSeen(after)];
  if (a === b) return true;
  if (a === "" || b === "") return false;
  if (pick(a, /\d/g) !== pick(b, /\d/g) || pick(a, denials) !== pick(b, denials)) return false;
  const [left, right] = [[...a], [...b]];
  return isWithin(left, right, Math.max(1, Math.min(mostLetters, Math.floor(Math.max(left.length, right.length) / 10))));
}

const denials = /(?<![\p{L}])(?:niet|niets|niemand|nooit|geen|zonder|not|no|never|none|nothing|nobody|without|cannot|\p{L}+n['’]t)(?![\p{L}])/giu;
const pick = (text: string, pattern: RegExp) => (text.match(pattern) ?? []).join(" ").toLowerCase();

/** Whether so many letters put in, left out or replaced make the one of the other (Levenshtein, only as far as is asked). */
function isWithin(a: readonly string[], b: readonly string[], most: number): boolean {
  if (Math.abs(a.length - b.length) > most) return false;
  let row = Array.from({ length: b.length + 1 }, (_, place) => place);
  for (let i = 1; i <= a.length; i += 1) {
    const next = Array<number>(b.length + 1).fill(most + 1);
    if (i <= most) next[0] = i;
    for (let j = Math.max(1, i - most); j <= Math.min(b.length, i + most); j += 1) {
      next[j] = Math.min(row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1), row[j]! + 1, next[j - 1]! + 1);
    }
    row = next;
  }
  return row[b.length]! <= most;
}
