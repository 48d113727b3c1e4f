import { brotliCompressSync } from "node:zlib";
import { existsSync, readFileSync, statSync } from "node:fs";

/** Somebody with a cookie jar and no browser. */
export type Visitor = { get(path: string): Promise<Response>; post(path: string, form: Record<string, string>): Promise<Response>; cookie(): string };

export function visitorOf(origin: string): Visitor {
  const jar = new Map<string, string>();
  async function send(path: string, init: RequestInit): Promise<Response> {
    const response = await fetch(origin + path, { ...init, redirect: "manual", headers: { ...init.headers, Cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") } });
    for (const each of response.headers.getSetCookie()) {
      const [pair = ""] = each.split(";");
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    return response;
  }
  return {
    get: (path) => send(path, { method: "GET" }),
    post: (path, form) => send(path, { method: "POST", body: new URLSearchParams(form), headers: { Origin: origin } }),
    cookie: () => [...jar].map(([name, value]) => `${name}=${value}`).join("; "),
  };
}

export async function signedInAs(origin: string, login: string): Promise<Visitor> {
  const visitor = visitorOf(origin);
  const answered = await visitor.post("/inloggen", { email: `${login}@groeikompas.example`, password: "groeikompas-demo" });
  if (answered.status !== 302) throw new Error(`Signing in as ${login} gave ${answered.status}.`);
  return visitor;
}

/** What a page makes a browser load, in kB of 1000 bytes as sent (brotli): its scripts, its styles, and the page itself. */
export function weightOf(html: string, client: string): { scripts: number; styles: number; page: number } {
  // Modules that are preloaded or imported at once; the manifest also names those of other pages.
  const named = /(?:rel="(?:modulepreload|stylesheet)"[^>]*? href="|href="|import "|from ")(\/assets\/[\w.-]+\.(?:js|css))"/g;
  const files = new Set([...html.matchAll(named)].map(([, file]) => file!));
  const size = (kind: string) => [...files].filter((file) => file.endsWith(kind)).reduce((sum, file) => sum + sent(client + file), 0) / 1_000;
  const round = (kb: number) => Math.round(kb * 10) / 10;
  return { scripts: round(size(".js")), styles: round(size(".css")), page: round(brotliCompressSync(html).length / 1_000) };
}

const sent = (file: string) => (existsSync(`${file}.br`) ? statSync(`${file}.br`).size : readFileSync(file).length);
