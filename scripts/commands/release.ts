import { releaseFromInput, type InputError } from "#app/domain/release/input.ts";

const MOST_BYTES = 20 * 1024 * 1024;

type Outcome = ReturnType<typeof releaseFromInput>;

/** `npm run --silent release`: one competence of one round as JSON on standard input, its release as JSON on standard output. */
async function main(): Promise<void> {
  const text = await readInput();
  const outcome = typeof text === "string" ? outcomeOf(text) : { error: text };
  process.exitCode = "error" in outcome ? 2 : 0;
  process.stdout.write(`${JSON.stringify(outcome)}\n`);
}

async function readInput(): Promise<string | InputError> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    // Reading on without keeping: a writer that meets a closed pipe would report that, and not our message.
    if (bytes <= MOST_BYTES) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (bytes > MOST_BYTES) return { message: `input is larger than ${MOST_BYTES} bytes`, where: "stdin" };
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    return { message: "input is not UTF-8", where: "stdin" };
  }
}

function outcomeOf(text: string): Outcome {
  if (text.trim() === "") return { error: { message: "input is empty; JSON was expected", where: "stdin" } };
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Node's own message quotes the input, which holds people's answers, and often gives no place.
    const before = text.slice(0, endOfValidJson(text));
    const line = before.split("\n").length;
    const column = before.length - before.lastIndexOf("\n");
    return { error: { message: `input is not JSON: unexpected ${before.length === text.length ? "end" : "character"}`, where: `line ${line}, column ${column}` } };
  }
  return releaseFromInput(value);
}

const BLANKS = /[\t\n\r ]*/y;
const TOKEN = /(?:([{}[\],:])|(-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)|("))/y;
// One piece of a string at a time: one pattern for all of it would need a stack as deep as the string is long.
const STRING_PIECE = /[^"\\\u0000-\u001f]{1,4096}|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

type Expected = "value" | "value or ]" | "key" | "key or }" | ":" | ", or end" | "nothing";

/** How far a text is JSON: the offset where the first token begins that cannot stand there, or the end when more was expected. */
function endOfValidJson(text: string): number {
  const open: string[] = [];
  let expected: Expected = "value";
  let at = 0;
  const afterValue = (): Expected => (open.length > 0 ? ", or end" : "nothing");
  for (;;) {
    BLANKS.lastIndex = at;
    BLANKS.test(text);
    const start = BLANKS.lastIndex;
    TOKEN.lastIndex = start;
    const token = TOKEN.exec(text);
    if (!token) return start;
    const [, mark, scalar, quote] = token;
    at = TOKEN.lastIndex;
    const wantsValue: boolean = expected === "value" || expected === "value or ]";
    const wantsKey: boolean = expected === "key" || expected === "key or }";
    if (quote && (wantsValue || wantsKey)) {
      at = endOfPieces(text, at);
      if (text[at] !== '"') return at;
      at += 1;
      expected = wantsKey ? ":" : afterValue();
    } else if (scalar && wantsValue) expected = afterValue();
    else if (mark === "{" && wantsValue) expected = open.push("}") ? "key or }" : expected;
    else if (mark === "[" && wantsValue) expected = open.push("]") ? "value or ]" : expected;
    else if (mark === ":" && expected === ":") expected = "value";
    else if (mark === "," && expected === ", or end") expected = open.at(-1) === "}" ? "key" : "value";
    else if (mark === open.at(-1) && (expected === ", or end" || expected === `${mark === "}" ? "key" : "value"} or ${mark}`)) {
      open.pop();
      expected = afterValue();
    } else return start;
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

await main();
