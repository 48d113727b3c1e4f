/** Wrong input to a command: one sentence and the place, as JSON on standard output, exit code 2. */
export function refuse(message: string, where: string): never {
  process.stdout.write(`${JSON.stringify({ error: { message, where } })}\n`);
  process.exit(2);
}

/** Everything on standard input. */
export async function standardInput(maxBytes: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of process.stdin) {
    size += (part as Buffer).length;
    if (size > maxBytes) refuse(`is larger than ${Math.round(maxBytes / 1_048_576)} MB`, "standard input");
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString("utf8").replace(/^\uFEFF/, "");
}

/** JSON from standard input; anything else is refused with the parser's own place. */
export async function jsonInput(maxBytes = 5 * 1_048_576): Promise<unknown> {
  const text = await standardInput(maxBytes);
  if (text.trim() === "") refuse("is empty; expected JSON", "standard input");
  try {
    return JSON.parse(text);
  } catch (error) {
    return refuse(`is no JSON: ${error instanceof Error ? error.message : String(error)}`, "standard input");
  }
}
