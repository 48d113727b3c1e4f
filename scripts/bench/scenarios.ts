import { randomUUID } from "node:crypto";
import { brotliCompressSync } from "node:zlib";
import { existsSync, readFileSync, statSync } from "node:fs";
import type { Ready } from "./database.ts";
import { lineTo, type Reply } from "./load/http.ts";
import type { Ask, Scenario } from "./load/measure.ts";
import { answerers, password, signedIn, withPassword, type Answerer, type Visitor } from "./visitors.ts";

export type Place = { readonly name: string; readonly visitor: Visitor; readonly path: string };
export type Scenes = { readonly pages: readonly Place[]; readonly answering: readonly Answerer[]; readonly emails: readonly string[] };

/** Who looks at what on a filled board: a teacher, a leader of one school, HR, and people who answer. */
export async function scenesOf(ready: Ready, most: number): Promise<Scenes> {
  const { board } = ready.filled;
  const answering = await answerers(ready, most);
  const [done] = await ready.admin<{ id: string; person_id: string }[]>`
    select a.id, a.person_id from assessments a join people p on p.organisation_id = a.organisation_id and p.id = a.person_id
    where a.handed_in_at is not null and a.framework = 'digcompedu' and p.left_at is null order by a.handed_in_at desc, a.id limit 1`;
  const leader = board.leaders.find(({ schoolId }) => schoolId !== board.leaders[9]?.schoolId)!;
  const [teacher, leading, hr] = (await signedIn(ready, [done!.person_id, leader.id, board.hr.id])) as [Visitor, Visitor, Visitor];
  const [first] = answering;
  if (!first) throw new Error("Nobody has begun in the running round: the board is too small.");
  const pages: Place[] = [
    { name: "start page", visitor: teacher, path: "/" },
    { name: "question page", visitor: first, path: `/zelfscans/${first.assessmentId}/vraag/${[...first.items.keys()][5]!}` },
    { name: "result", visitor: teacher, path: `/zelfscans/${done!.id}/resultaat` },
    { name: "leader's page", visitor: leading, path: `/school/${leader.schoolId}` },
    { name: "board page", visitor: hr, path: "/bestuur" },
  ];
  return { pages, answering, emails: await withPassword(ready, 32) };
}

/** A page, looked at again and again. */
export function pageScenario(port: number, { name, visitor, path }: Place): Scenario {
  return {
    name,
    open() {
      const line = lineTo(port);
      return { once: async () => void expectPage(await line.get(path, visitor.cookie), path), close: line.close };
    },
  };
}

/** Saving an answer; each connection is somebody else. */
export function saveScenario(port: number, answering: readonly Answerer[]): Scenario {
  return { name: "saving an answer", open: (nth) => saver(port, answering[nth % answering.length]!) };
}

/** Saves an answer to the next item each time, with the sequence that the server gave last. */
export function saver(port: number, { assessmentId, items, cookie }: Answerer): Ask {
  const line = lineTo(port);
  const ids = [...items.keys()];
  return {
    async once(turn) {
      const itemId = ids[turn % ids.length]!;
      const { status, text } = await line.post(`/zelfscans/${assessmentId}/antwoord`, { itemId, clientId: randomUUID(), base: String(items.get(itemId)), answer: String(1 + (turn % 4)), note: "" }, cookie);
      if (status !== 200) throw new Error(`saving gave ${status}: ${text.slice(0, 120)}`);
      items.set(itemId, (JSON.parse(text) as { state: { sequence: number } }).state.sequence);
    },
    close: line.close,
  };
}

/** Signing in with address and password, as somebody else each time. */
export function signInScenario(port: number, emails: readonly string[]): Scenario {
  return {
    name: "sign-in",
    open(nth) {
      const line = lineTo(port);
      return {
        async once(turn) {
          const { status, cookies } = await line.post("/inloggen", { email: emails[(nth + turn) % emails.length]!, password });
          if (status !== 302 || cookies.length === 0) throw new Error(`signing in gave ${status}`);
        },
        close: line.close,
      };
    },
  };
}

/** Anything that answers "ok", or JSON: the bare servers. */
export function plainScenario(name: string, port: number, path: string): Scenario {
  return {
    name,
    open() {
      const line = lineTo(port);
      return {
        async once() {
          const { status } = await line.get(path);
          if (status !== 200) throw new Error(`${path} gave ${status}`);
        },
        close: line.close,
      };
    },
  };
}

function expectPage({ status, text }: Reply, path: string): string {
  if (status !== 200 || !text.includes("<h1") || !text.includes("</main>")) throw new Error(`${path} gave ${status}, ${text.length} characters`);
  return text;
}

export type Weight = { readonly name: string; readonly html: number; readonly htmlSent: number; readonly scripts: number; readonly styles: number };

/** What a page makes a browser load, in kB of 1000 bytes: the HTML plain and with brotli, and the scripts and styles it names, with brotli as they are sent. */
export async function weightOf(port: number, { name, visitor, path }: Place, client: string): Promise<Weight> {
  const line = lineTo(port);
  const html = expectPage(await line.get(path, visitor.cookie), path);
  line.close();
  // Modules that are preloaded or imported at once; the manifest also names those of other pages.
  const named = /(?:rel="(?:modulepreload|stylesheet)"[^>]*? href="|href="|import "|from ")(\/assets\/[\w.-]+\.(?:js|css))"/g;
  const files = [...new Set([...html.matchAll(named)].map(([, file]) => file!))];
  const sent = (file: string) => (existsSync(`${file}.br`) ? statSync(`${file}.br`).size : readFileSync(file).length);
  const sum = (kind: string) => files.filter((file) => file.endsWith(kind)).reduce((total, file) => total + sent(client + file), 0);
  const kb = (bytes: number) => Math.round(bytes / 100) / 10;
  return { name, html: kb(Buffer.byteLength(html)), htmlSent: kb(brotliCompressSync(html).length), scripts: kb(sum(".js")), styles: kb(sum(".css")) };
}
