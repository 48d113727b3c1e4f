/** Length in characters as people count them. Fifteen, because the password is the only factor (NIST SP 800-63B-4); no rules about kinds of characters. */
export const passwordRules = { min: 15, max: 200 };

/** Why a new password cannot be used; the page has the sentence for each. */
export type PasswordProblem = "too-short" | "too-long" | "same" | "too-simple" | "too-near";

type About = { readonly old: string; readonly email: string; readonly name: string };

// What remains after taking out the words anybody could guess must still be worth something.
const leastOwn = 6;
const knownWords = ["groeikompas", "wachtwoord", "password", "welkom", "welcome", "school", "demo"];
const rows = ["12345678901234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm"];

/**
 * The first reason why this cannot be somebody's new password, or null when it can.
 * Refuses what a stranger tries first: the own name, address or the product, one character or a short piece repeated, a row of keys, the old one.
 */
export function passwordProblem(next: string, { old, email, name }: About): PasswordProblem | null {
  const characters = [...next.normalize("NFKC")];
  if (characters.length < passwordRules.min) return "too-short";
  if (characters.length > passwordRules.max) return "too-long";
  if (next === old) return "same";
  const plain = plainOf(next);
  if (new Set(characters).size < 5 || /^(.{1,8}?)\1+$/.test(plain) || rows.some((row) => isRow(plain, row))) return "too-simple";
  const known = [...knownWords, plainOf(email), ...email.split(/[@.]/), ...name.split(/\s+/)].map(plainOf).filter((word) => word.length >= 3);
  const own = known.sort((a, b) => b.length - a.length).reduce((left, word) => left.replaceAll(word, ""), plain);
  return own !== plain && own.length < leastOwn ? "too-near" : null;
}

/** Lower case letters and digits alone, without accents: "Élise-01" is "elise01". Other scripts keep their letters. */
function plainOf(text: string): string {
  return text.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

function isRow(plain: string, row: string): boolean {
  const there = row + row + row;
  return plain !== "" && (there.includes(plain) || [...there].reverse().join("").includes(plain));
}
