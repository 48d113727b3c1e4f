import { jsonFromBytes } from "#app/domain/json-text.ts";

/** Wrong input to a command: one sentence and the place, as JSON on standard output, exit code 2. */
export function refuse(message: string, where: string): never {
  process.stdout.write(`${JSON.stringify({ error: { message, where } })}\n`);
  process.exit(2);
}

/** JSON from standard input; anything else is refused with the line and column where it stops being JSON. */
export async function jsonInput(maxBytes = 5 * 1_048_576): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of process.stdin) {
    size += (part as Buffer).length;
    if (size > maxBytes) refuse(`is larger than ${Math.round(maxBytes / 1_048_576)} MB`, "standard input");
    parts.push(part as Buffer);
  }
  const read = jsonFromBytes(Buffer.concat(parts));
  return read.ok ? read.value : refuse(read.reason, `standard input, ${read.where}`);
}
