import fs from "node:fs";
import { expect, vi } from "vitest";
import type { Language } from "#app/domain/text.ts";
import type { Site } from "./site.ts";
import type { watchTables } from "./site-story.ts";
import { told, unclear } from "./site-words.ts";

/**
 * One line of the list of what must be survived: what is sent by whom, and what comes back: a status and a sentence in both
 * languages. Nothing in the database may change but what `changes` names.
 */
export type BadInput = {
  readonly id: string;
  readonly what: string;
  readonly who: string | null;
  readonly path: string;
  readonly form?: Readonly<Record<string, string>> | readonly (readonly [string, string])[];
  readonly json?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** GET unless something is sent. */
  readonly method?: string;
  readonly status: number;
  /** What is said, or where one is sent for a redirect. */
  readonly nl: string | RegExp;
  readonly en: string | RegExp;
  readonly changes?: readonly string[];
  /** Brings about what the line is about, and takes it away. */
  readonly before?: () => Promise<unknown>;
  readonly after?: () => Promise<unknown>;
};

export const counts = { tried: 0, wordless: 0, serverErrors: 0 };

/** What the server writes to its log while the work goes on; the log writes straight to the file of standard output. */
export async function logOf(work: () => Promise<unknown>): Promise<string> {
  const written: string[] = [];
  const keep = (text: unknown) => void written.push(typeof text === "string" ? text : Buffer.from(text as Uint8Array).toString());
  const write = fs.write as (...parts: unknown[]) => unknown;
  const spies = [
    vi.spyOn(fs, "write").mockImplementation(((...parts: unknown[]) => {
      const [file, text] = parts;
      if (file !== 1) return write(...parts);
      keep(text);
      setImmediate(() => (parts.at(-1) as (error: null, length: number) => void)(null, Buffer.byteLength(text as string)));
    }) as typeof fs.write),
    vi.spyOn(console, "error").mockImplementation((...parts) => keep(parts.map(String).join(" "))),
  ];
  try {
    await work();
    // The log is written a moment after what it is about.
    await new Promise((resolve) => setTimeout(resolve, 20));
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  return written.join("");
}

type Bench = { readonly site: Site; readonly tables: ReturnType<typeof watchTables>; readonly speak: (language: Language) => Promise<unknown>; /** Texts that belong to one person only. */ readonly secrets: readonly string[] };

/** Sends the line in both languages and says what was not as it should be: I1 to I4 of the list. */
export async function survive({ site, tables, speak, secrets }: Bench, row: BadInput): Promise<string[]> {
  const wrong: string[] = [];
  const cookie = row.who === null ? "" : await site.signIn(row.who);
  await row.before?.();
  try {
    for (const language of ["nl", "en"] as const) {
      counts.tried += 1;
      await speak(language);
      const before = await tables.look();
      let answered: Sent = { status: 0, headers: new Headers(), html: "" };
      const log = await logOf(async () => (answered = await send(site, row, cookie, language)));
      const note = (what: string) => wrong.push(`${row.id} ${row.what}, ${language}: ${what}`);
      if (answered.status !== row.status) note(`${answered.status} instead of ${row.status}`);
      if (answered.status >= 500) counts.serverErrors += 1;
      const conflict = answered.html.startsWith('{"status":"conflict"');
      const words = conflict ? answered.html : answered.status >= 300 && answered.status < 400 ? answered.headers.get("Location") : answered.status >= 400 ? told(answered.html, language) : answered.html;
      const problem = answered.status >= 400 && !conflict ? unclear(answered, language) : null;
      if (problem) note(problem);
      const expected = row[language];
      if (!(typeof expected === "string" ? words?.includes(expected) : expected.test(words ?? ""))) note(`says ${JSON.stringify(words?.slice(0, 200) ?? null)}`);
      if (problem || words === null) counts.wordless += 1;
      const after = await tables.look();
      for (const [table, state] of Object.entries(after)) if (state !== before[table] && !row.changes?.includes(table)) note(`changed ${table}`);
      for (const secret of secrets) if (log.includes(secret)) note(`the log holds ${secret.slice(0, 30)}`);
      if (/^\s+at \S|node_modules/m.test(answered.html)) note("shows a stack");
      expect(answered.headers.get("X-Powered-By")).toBeNull();
    }
  } finally {
    await row.after?.();
  }
  return wrong;
}

type Sent = { status: number; headers: Headers; html: string };

async function send(site: Site, { path, form, json, method, headers }: BadInput, cookie: string, language: Language): Promise<Sent> {
  const pairs = form && (Array.isArray(form) ? (form as [string, string][]) : Object.entries(form));
  const body = json !== undefined ? JSON.stringify(json) : pairs ? new URLSearchParams(pairs.map(([name, value]) => [name, value])).toString() : null;
  const type: Record<string, string> = body === null ? {} : { "Content-Type": json !== undefined ? "application/json" : "application/x-www-form-urlencoded" };
  const response = await fetch(site.origin + path, {
    method: method ?? (body === null ? "GET" : "POST"),
    body,
    redirect: "manual",
    headers: { Cookie: `${cookie}; taal=${language}`, "Accept-Language": language, Origin: site.origin, ...type, ...headers },
  });
  return { status: response.status, headers: response.headers, html: await response.text() };
}
