import { closeSync, fstatSync, openSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { importFramework, mostImportBytes, type ImportFile } from "#app/domain/interchange/import.ts";
import { importMapSchema, type ImportMap } from "#app/domain/interchange/import-map-schema.ts";
import { jsonFromBytes } from "#app/domain/json-text.ts";
import { refuse } from "./json.ts";

/** `npm run --silent frameworks:import -- FILE... [--map FILE]`: shows what an import would bring; stores nothing. */
const { values, positionals } = (() => {
  try {
    return parseArgs({ options: { map: { type: "string" } }, allowPositionals: true });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error), "arguments");
  }
})();
if (positionals.length === 0) refuse("give one file, or several that are the languages of one framework", "arguments");

function bytesOf(path: string): Uint8Array {
  try {
    const file = openSync(path, "r");
    try {
      const about = fstatSync(file);
      if (!about.isFile()) refuse("is no file", path);
      if (about.size > mostImportBytes) refuse(`is larger than ${Math.round(mostImportBytes / 1_048_576)} MB`, path);
      return readFileSync(file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
    return refuse(code === "ENOENT" ? "there is no such file" : "cannot be read", path);
  }
}

function mapFrom(path: string): ImportMap {
  const read = jsonFromBytes(bytesOf(path));
  if (!read.ok) return refuse(read.reason, `${path}, ${read.where}`);
  const map = importMapSchema.safeParse(read.value);
  if (map.success) return map.data;
  const issue = map.error.issues[0]!;
  return refuse(issue.message, `${path} · ${issue.path.map(String).join(".") || "(document)"}`);
}

const map = values.map === undefined ? null : mapFrom(values.map);
const files: ImportFile[] = positionals.map((path) => ({ name: basename(path), bytes: bytesOf(path) }));
const imported = importFramework(files, { today: new Date().toISOString().slice(0, 10), map });
if (!imported.ok) refuse(imported.refusal.message.en, imported.refusal.where);
const english = ({ code, where, message }: (typeof imported.value.repairs)[number]) => ({ code, where, message: message.en });
const { format, framework, repairs, losses, document } = imported.value;
process.stdout.write(`${JSON.stringify({ format, framework, repairs: repairs.map(english), losses: losses.map(english), document })}\n`);
