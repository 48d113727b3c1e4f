import { afterAll } from "vitest";
import { createAccount } from "#app/services/session.server.ts";
import { openDatabase } from "#db/client.server.ts";
import { serve } from "#scripts/server/serve.ts";
import type { PersonPlan } from "#seeds/set-up.ts";
import { committedBoard } from "./board.ts";

/** What came back: status, headers, the page's text, and how many statements it took (begin, commit and set_config left out). */
export type Answered = { status: number; headers: Headers; html: string; to: string | null; statements: string[] };
export type Site = Awaited<ReturnType<typeof openSite>>;

export const password = "a password for tests only";

/**
 * The built app on a board of its own, behind the real server on a free port of this machine.
 * One per test file, because the app keeps one pool per process.
 */
export async function openSite() {
  const board = await committedBoard(1);
  const counted: string[] = [];
  const kept = globalThis as { groeikompasDatabase?: unknown };
  if (kept.groeikompasDatabase) throw new Error("A test file opens one site at most.");
  kept.groeikompasDatabase = openDatabase(board.appUrl, { max: 4, onStatement: (text) => void (text.includes("set_config(") || counted.push(text)) });
  Object.assign(process.env, { DATABASE_URL: board.appUrl, GROEIKOMPAS_DATABASE: "postgres", NODE_ENV: "production" });
  const { port, stop } = await serve({ port: 0, host: "127.0.0.1", dev: false });
  const origin = `http://127.0.0.1:${port}`;
  afterAll(stop);

  async function send(method: string, path: string, { cookie = "", form, headers = {} }: { cookie?: string; form?: Record<string, string> | FormData; headers?: Record<string, string> } = {}): Promise<Answered> {
    counted.length = 0;
    const body = form === undefined ? null : form instanceof FormData ? form : new URLSearchParams(form);
    const own: Record<string, string> = method === "GET" ? {} : { Origin: origin };
    const response = await fetch(origin + path, { method, body, redirect: "manual", headers: { Cookie: cookie, "Accept-Language": "nl", ...own, ...headers } });
    return { status: response.status, headers: response.headers, html: await response.text(), to: response.headers.get("Location"), statements: [...counted] };
  }

  const cookies = new Map<string, string>();
  /** The cookie of this person, signed in through the form. */
  async function signIn(who: string | PersonPlan, at = board): Promise<string> {
    const person = typeof who === "string" ? at.person(who) : who;
    const known = cookies.get(person.id);
    if (known) return known;
    await createAccount(board.database, { email: person.email, password, language: "nl", organisationId: at.organisationId, organisationName: "Test", personId: person.id });
    const answered = await send("POST", "/inloggen", { form: { email: person.email, password } });
    const cookie = answered.headers.getSetCookie().map((each) => each.split(";")[0]!).join("; ");
    if (answered.status !== 302 || !cookie) throw new Error(`Signing in gave ${answered.status}`);
    cookies.set(person.id, cookie);
    return cookie;
  }

  return {
    board,
    origin,
    signIn,
    get: (path: string, cookie = "", headers: Record<string, string> = {}) => send("GET", path, { cookie, headers }),
    post: (path: string, form: Record<string, string> | FormData, cookie = "", headers: Record<string, string> = {}) => send("POST", path, { cookie, form, headers }),
  };
}
