import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { languageOf, sessionIdIn } from "#app/cookies.server.ts";
import { database } from "#app/database.server.ts";
import { AppError, statusOf } from "#app/domain/errors.ts";
import type { Language, Text } from "#app/domain/text.ts";
import { env } from "#app/env.server.ts";
import { log } from "#app/log.server.ts";
import { paths } from "#app/paths.ts";
import { actorOf } from "#app/services/actor.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { sessionOf } from "#app/services/session.server.ts";
import { codeOf, troubleOf, type Database, type Db, type Trouble } from "#db/client.server.ts";

/** What there is before anybody is known. */
export type OpenContext = { readonly database: Database; readonly now: Date; readonly language: Language; readonly address: string };

type Args = Pick<LoaderFunctionArgs | ActionFunctionArgs, "request" | "context">;

/** Everything HTTP-ish about trust is in this file. Each loader and action opens with `anyone` or `signedIn`. */
export async function anyone<T>({ request, context }: Args, work: (ctx: OpenContext) => Promise<T>): Promise<T> {
  refuseForeignForms(request);
  const address = typeof context["address"] === "string" ? context["address"] : "";
  return asHttp({ request, context }, () => work({ database, now: new Date(), language: languageOf(request), address }));
}

/** The front door: no actor, no context; no context, no service. A stranger is sent to sign in and comes back. */
export async function signedIn<T>(args: Args, work: (ctx: Context) => Promise<T>): Promise<T> {
  return visitor(args, async (ctx) => {
    if (!ctx) throw redirect(paths.login({ backTo: pathOf(args.request) }));
    return work(ctx);
  });
}

/**
 * Around the door of an address that has no page of its own (a file, a redirect): there a refusal would be shown as
 * `{"message":"Unexpected Server Error"}`, so it is said in plain text, in both languages.
 */
export async function inPlainWords<T>({ request, context }: Args, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const { pathname } = new URL(request.url);
    // On the way to a page of ours the data is read by that page.
    if (error instanceof Response || pathname.endsWith(".data")) throw error;
    const { data: text, init } = error as { data?: Partial<Text>; init?: ResponseInit | null };
    if (typeof text?.nl === "string") throw inWords(text.nl, text.en ?? "", init ?? {});
    const reference = String(context["reference"] ?? "");
    log.error({ reference, method: request.method, path: pathname, error });
    throw inWords(
      `Er ging iets mis bij ons. Wat al was opgeslagen, is er nog. Probeer het over een minuut opnieuw. (${reference})`,
      `Something went wrong on our side. What was saved is still there. Try again in a minute. (${reference})`,
      { status: 500 },
    );
  }
}

function inWords(nl: string, en: string, init: ResponseInit): Response {
  return new Response(`${nl}\n\n${en}\n`, { ...init, headers: { ...(init.headers as Record<string, string>), "Content-Type": "text/plain; charset=utf-8" } });
}

/** For pages that look different to somebody who is signed in: null for a stranger. */
export async function visitor<T>({ request, context }: Args, work: (ctx: Context | null) => Promise<T>): Promise<T> {
  refuseForeignForms(request);
  return asHttp({ request, context }, () => (request.method === "GET" || request.method === "HEAD" ? reading(request, context, work) : writing(request, work)));
}

/** An action has a transaction of its own: committed before the answer leaves, rolled back when it throws. */
async function writing<T>(request: Request, work: (ctx: Context | null) => Promise<T>): Promise<T> {
  const now = new Date();
  return database.transaction("app_session", null, async (db) => work(await enter(db, request, now)));
}

type Visit = { ctx: Promise<Context | null>; open: number; turn: Promise<unknown>; leave: () => void; done: Promise<void> };
const visits = new WeakMap<object, Visit>();

/** All loaders of one HTTP request share one actor and one transaction; the last one out commits it. */
async function reading<T>(request: Request, context: object, work: (ctx: Context | null) => Promise<T>): Promise<T> {
  const known = visits.get(context);
  const visit = known && known.open > 0 ? known : startVisit(request);
  visits.set(context, visit);
  visit.open += 1;
  const { done, leave } = visit;
  const left = () => {
    visit.open -= 1;
    if (visit.open === 0) leave();
  };
  let value: T;
  try {
    value = await takeTurn(visit, async () => work(await visit.ctx));
  } catch (error) {
    left();
    await done.catch(() => {});
    throw error;
  }
  left();
  // What was written while reading (who looked at what) must be kept before the page is shown.
  await done;
  return value;
}

/**
 * One loader at a time: they share one connection, which takes one statement at a time anyway,
 * and one of them may be working as another database role for a moment.
 */
function takeTurn<T>(visit: Visit, work: () => Promise<T>): Promise<T> {
  const mine = visit.turn.then(work);
  visit.turn = mine.catch(() => {});
  return mine;
}

function startVisit(request: Request): Visit {
  const now = new Date();
  let leave: Visit["leave"] = () => {};
  const left = new Promise<void>((resolve) => (leave = resolve));
  let entered: (ctx: Context | null) => void = () => {};
  let refused: (error: unknown) => void = () => {};
  const ctx = new Promise<Context | null>((resolve, reject) => ([entered, refused] = [resolve, reject]));
  const done = database
    .transaction("app_session", null, async (db) => {
      entered(await enter(db, request, now));
      await left;
    })
    .catch((error: unknown) => {
      refused(error);
      throw error;
    });
  done.catch(() => {});
  return { ctx, open: 0, turn: Promise.resolve(), leave, done };
}

async function enter(db: Db, request: Request, now: Date): Promise<Context | null> {
  const id = sessionIdIn(request);
  const session = id === "" ? null : await sessionOf(db, id, now);
  const known = session ? await actorOf(db, session) : null;
  return known ? { db, now, ...known } : null;
}

/** Path and query of a GET, to come back to after signing in; the start for anything else. */
function pathOf(request: Request): string {
  const url = new URL(request.url);
  return request.method === "GET" && !url.pathname.endsWith(".data") ? url.pathname + url.search : url.pathname.replace(/\.data$/, "");
}

/** A form of another site must not act here. Remix checks pages, not resource routes, so every POST is checked. */
function refuseForeignForms(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  const origin = request.headers.get("Origin");
  const site = request.headers.get("Sec-Fetch-Site");
  const own = env.PUBLIC_URL ? new URL(env.PUBLIC_URL).host : request.headers.get("Host");
  const sameOrigin = origin !== null && origin !== "null" && URL.canParse(origin) && new URL(origin).host === own;
  if (sameOrigin && (site === null || site === "same-origin")) return;
  throw data(
    {
      nl: "Dit formulier kwam niet van Groeikompas zelf. Er is niets opgeslagen. Open de pagina opnieuw en probeer het nog eens.",
      en: "This form did not come from Groeikompas itself. Nothing was saved. Open the page again and try once more.",
    },
    { status: 403 },
  );
}

const inTrouble: Readonly<Record<Trouble, Text & { readonly wait: number }>> = {
  away: {
    nl: "De database is even niet bereikbaar. Wat al was opgeslagen, is er nog. Probeer het over een halve minuut opnieuw.",
    en: "The database cannot be reached for a moment. What was saved is still there. Try again in half a minute.",
    wait: 30,
  },
  full: {
    nl: "Er kan nu niets worden opgeslagen: de schijf van de server is vol. Wat al was opgeslagen, is er nog. Laat je beheerder dit weten en probeer het later opnieuw.",
    en: "Nothing can be saved now: the disk of the server is full. What was saved is still there. Tell your administrator and try again later.",
    wait: 60,
  },
  busy: {
    nl: "Het is nu heel druk, en dit is niet gelukt. Wat al was opgeslagen, is er nog. Probeer het over een paar seconden opnieuw.",
    en: "It is very busy now, and this did not work. What was saved is still there. Try again in a few seconds.",
    wait: 5,
  },
};

/**
 * For an answer that no other site, and no address bar, may ask for. Every browser that can use it (it takes a secure
 * address) says itself where a request comes from, so no word about it is a refusal too.
 */
export function onlyFromOwnPages(request: Request): void {
  if (request.headers.get("Sec-Fetch-Site") === "same-origin") return;
  throw data({ nl: "Dit is er alleen voor de pagina's van Groeikompas zelf.", en: "This is only there for the pages of Groeikompas itself." }, { status: 403 });
}

async function asHttp<T>({ request, context }: Args, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError) throw data(error.text, { status: statusOf[error.kind] });
    const trouble = troubleOf(error);
    if (trouble === null) throw error;
    const reference = String(context["reference"] ?? "");
    log.error({ reference, method: request.method, path: new URL(request.url).pathname, database: trouble, code: codeOf(error) });
    const { nl, en, wait } = inTrouble[trouble];
    throw data({ nl: `${nl} (${reference})`, en: `${en} (${reference})` }, { status: 503, headers: { "Retry-After": String(wait) } });
  }
}
