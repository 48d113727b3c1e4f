import { accepted, refused, type Notes, type Read } from "#app/domain/interchange/loose.ts";
import { repaired } from "#app/domain/interchange/notes.ts";

/**
 * The text of a file in whatever encoding people save in: UTF-8 with or without a mark, UTF-16, Windows-1252, or UTF-8
 * with single bytes of Windows-1252 in between. Anything that is not text is refused.
 */
export function textFromBytes(bytes: Uint8Array, file: string, notes: Notes): Read<string> {
  const wide = utf16(bytes);
  if (wide) {
    repaired(notes, "encoding", file, "UTF-16");
    return asText(new TextDecoder(wide).decode(bytes), file);
  }
  try {
    return asText(new TextDecoder("utf-8", { fatal: true }).decode(bytes), file);
  } catch {
    const { text, single, several } = mixed(bytes);
    const read = asText(text, file);
    if (read.ok) repaired(notes, "encoding", file, several > 0 ? `UTF-8 + Windows-1252 (${single})` : "Windows-1252");
    return read;
  }
}

function asText(text: string, file: string): Read<string> {
  const clean = text.startsWith("\ufeff") ? text.slice(1) : text;
  if (clean.trim() === "") return refused(file, "Het bestand is leeg.", "The file is empty.");
  // A text has none of these; a picture or a program has many.
  const strange = clean.slice(0, 4_096).match(/[\u0000-\u0008\u000e-\u001a\ufffd]/g)?.length ?? 0;
  if (strange > 40) return refused(file, "Dit is geen tekstbestand. Geef een CSV-, XLSX-, JSON- of Turtle-bestand.", "This is no text file. Give a CSV, XLSX, JSON or Turtle file.");
  return accepted(clean);
}

/** UTF-16 by its mark, or by every other byte being zero where the text begins. */
function utf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, 64);
  const zeros = (place: 0 | 1) => head.filter((byte, nth) => nth % 2 === place && byte === 0).length;
  if (head.length < 4) return null;
  if (zeros(1) > head.length / 3 && zeros(0) === 0) return "utf-16le";
  return zeros(0) > head.length / 3 && zeros(1) === 0 ? "utf-16be" : null;
}

/** Whole characters of UTF-8 as such, every other byte as Windows-1252. */
function mixed(bytes: Uint8Array): { text: string; single: number; several: number } {
  const utf8 = new TextDecoder("utf-8");
  const windows = new TextDecoder("windows-1252");
  const parts: string[] = [];
  let [single, several, at, from] = [0, 0, 0, 0];
  while (at < bytes.length) {
    const length = lengthAt(bytes, at);
    if (length > 1) several += 1;
    if (length > 0) {
      at += length;
      continue;
    }
    if (at > from) parts.push(utf8.decode(bytes.subarray(from, at)));
    parts.push(windows.decode(bytes.subarray(at, at + 1)));
    single += 1;
    at += 1;
    from = at;
  }
  if (at > from) parts.push(utf8.decode(bytes.subarray(from, at)));
  return { text: parts.join(""), single, several };
}

/** How many bytes the UTF-8 character here has; 0 when there is none. */
function lengthAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const length = first >= 0xc2 && first < 0xe0 ? 2 : first >= 0xe0 && first < 0xf0 ? 3 : first >= 0xf0 && first < 0xf5 ? 4 : 0;
  for (let nth = 1; nth < length; nth += 1) if (((bytes[at + nth] ?? 0) & 0xc0) !== 0x80) return 0;
  return length;
}
