import { jsonFromText } from "#app/domain/json-text.ts";
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
    const read = jsonFromText(text);
    return { error: read.ok ? { message: "input is not JSON", where: "stdin" } : { message: `input ${read.reason}`, where: read.where } };
  }
  return releaseFromInput(value);
}

await main();
