/** What a text was read as, or the first thing that is wrong with it and where. Sentences are in English, as for all who edit files. */
export type ReadJson = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly where: string; readonly reason: string };

/**
 * Reads a JSON file or input from its bytes: UTF-8 with or without a byte order mark, each field of an object once.
 * The place is ours, because JavaScript's own message quotes the text, which may hold people's answers, and often gives none.
 */
export function jsonFromBytes(bytes: Uint8Array): ReadJson {
  // A byte order mark of UTF-16, or a zero byte where JSON has its first or second character.
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes.length > 1 && (bytes[0] === 0 || bytes[1] === 0));
  if (wide) return { ok: false, where: "line 1, column 1", reason: "is written in UTF-16: save it as UTF-8" };
  try {
    return jsonFromText(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    // What stands before the first byte that cannot be UTF-8.
    const before = new TextDecoder("utf-8").decode(bytes).split("\uFFFD", 1)[0]!;
    return { ok: false, where: placeAt(before, before.length), reason: "holds a character that is not UTF-8 (Windows-1252, perhaps): save it as UTF-8" };
  }
}

/** Reads JSON text. @see jsonFromBytes */
export function jsonFromText(text: string): ReadJson {
  if (text.trim() === "") return { ok: false, where: "line 1, column 1", reason: "is empty; JSON was expected" };
  const broken = brokenAt(text);
  if (broken === null) return { ok: true, value: JSON.parse(text) };
  const where = placeAt(text, broken.at);
  if (broken.twice !== undefined) return { ok: false, where, reason: `field "${broken.twice.slice(0, 60)}" stands twice in the same object` };
  return { ok: false, where, reason: `is not JSON: unexpected ${broken.at === text.length ? "end" : "character"}` };
}

/** "line 3, column 14" of an offset, both counted from 1. */
function placeAt(text: string, at: number): string {
  const before = text.slice(0, at);
  return `line ${before.split("\n").length}, column ${before.length - before.lastIndexOf("\n")}`;
}

const BLANKS = /[\t\n\r ]*/y;
const TOKEN = /(?:([{}[\],:])|(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)|("))/y;
// One piece of a string at a time: one pattern for all of it would need a stack as deep as the string is long.
const STRING_PIECE = /[^"\\\u0000-\u001f]{1,4096}|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

type Expected = "value" | "value or ]" | "key" | "key or }" | ":" | ", or end" | "nothing";

/** Where a text stops being JSON: the first token that cannot stand there, the end when more was expected, or a field that stood before. */
function brokenAt(text: string): { at: number; twice?: string } | null {
  // Per open bracket the fields so far; null in a list.
  const open: (Set<string> | null)[] = [];
  let expected: Expected = "value";
  let at = 0;
  const afterValue = (): Expected => (open.length > 0 ? ", or end" : "nothing");
  for (;;) {
    BLANKS.lastIndex = at;
    BLANKS.test(text);
    const start = BLANKS.lastIndex;
    if (start === text.length && expected === "nothing") return null;
    TOKEN.lastIndex = start;
    const token = TOKEN.exec(text);
    if (!token) return { at: start };
    const [, mark, scalar, quote] = token;
    at = TOKEN.lastIndex;
    const fields = open.at(-1);
    const wantsValue: boolean = expected === "value" || expected === "value or ]";
    const wantsKey: boolean = expected === "key" || expected === "key or }";
    if (quote && (wantsValue || wantsKey)) {
      at = endOfPieces(text, at);
      if (text[at] !== '"') return { at };
      at += 1;
      if (wantsKey) {
        const written = text.slice(start, at);
        const key = written.includes("\\") ? (JSON.parse(written) as string) : written.slice(1, -1);
        if (fields!.has(key)) return { at: start, twice: key };
        fields!.add(key);
      }
      expected = wantsKey ? ":" : afterValue();
    } else if (scalar && wantsValue) expected = afterValue();
    else if (mark === "{" && wantsValue) {
      open.push(new Set());
      expected = "key or }";
    } else if (mark === "[" && wantsValue) {
      open.push(null);
      expected = "value or ]";
    } else if (mark === ":" && expected === ":") expected = "value";
    else if (mark === "," && expected === ", or end") expected = fields ? "key" : "value";
    else if (fields !== undefined && mark === (fields ? "}" : "]") && (expected === ", or end" || expected === (fields ? "key or }" : "value or ]"))) {
      open.pop();
      expected = afterValue();
    } else return { at: start };
  }
}

function endOfPieces(text: string, from: number): number {
  let at = from;
  for (;;) {
    STRING_PIECE.lastIndex = at;
    if (!STRING_PIECE.test(text)) return at;
    at = STRING_PIECE.lastIndex;
  }
}
