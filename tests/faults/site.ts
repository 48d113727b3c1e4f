import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, inject } from "vitest";
import { isoDay } from "#app/domain/format.ts";
import { openAssessment } from "#app/services/assessments.server.ts";
import { startAssessment } from "#app/services/assessments-start.server.ts";
import { createAccount } from "#app/services/session.server.ts";
import { startEmbedded } from "#db/embedded/server.ts";
import { migrate } from "#db/migrate.ts";
import { openDatabase } from "#db/client.server.ts";
import { handIn, later, opened } from "#tests/services/round-hand-in.ts";
import { makeBoard } from "#tests/setup/board.ts";
import { answering, newLedger, send, settle, type Answering, type Ledger, type Respondent } from "./answering.ts";
import { mustBeWhole } from "./count.ts";
import { adminUrlOf, launch, postmasterOf, untilHealth, type Program } from "./program.ts";

/** What is in the data folder that every file of fault tests begins with. */
export type Story = { organisationId: string; roundId: string; schools: { linde: string; eik: string }; respondents: Respondent[]; hr: { email: string } };

const password = "a password for tests only";

/** People who answer, what they sent, and the way to sign all of them in again. */
export type Group = { people: Answering[]; ledger: Ledger; signInAgain: () => Promise<void> };

export type FaultSite = {
  readonly dataDir: string;
  readonly port: number;
  readonly origin: string;
  readonly story: Story;
  readonly program: () => Program;
  /** Starts the product again and waits until it is healthy. @returns the milliseconds it took */
  readonly start: () => Promise<number>;
  readonly signIn: (email: string) => Promise<string>;
  /** People with a ledger, answering as in the browser; signed in unless they come through another address. */
  readonly people: (count: number, options?: { origin?: () => string; fresh?: boolean; from?: number }) => Promise<Group>;
  /** Waits until everything is acknowledged, stops and starts the product as usual, and compares with the table. */
  readonly whole: (fault: string, group: Group) => Promise<void>;
  readonly asAdmin: <T>(work: (sql: postgres.Sql) => Promise<T>) => Promise<T>;
};

let sites = 0;

/** The product on a data folder of its own, with a board, a running round and people who have begun. Stopped at the end of the file. */
export async function openFaultSite({ folder, clock }: { folder?: string; clock?: string } = {}): Promise<FaultSite> {
  const dataDir = folder ?? join(inject("faultsFolder"), `site-${process.pid}-${(sites += 1)}`);
  const story = await copyTemplate(dataDir);
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const begin = () => launch({ dataDir, port, ...(clock ? { clock } : {}) });
  let program = begin();
  await untilHealth(port, 200, program);
  afterAll(async () => {
    await program.stop();
    const left = postmasterOf(dataDir);
    if (left > 0) process.kill(left, "SIGQUIT");
  });

  const site: FaultSite = {
    dataDir,
    port,
    origin,
    story,
    program: () => program,
    start() {
      program = begin();
      return untilHealth(port, 200, program);
    },
    async signIn(email) {
      const answered = await send(`${origin}/inloggen`, { body: new URLSearchParams({ email, password }).toString(), headers: { "Content-Type": "application/x-www-form-urlencoded" } });
      if (answered.status !== 302) throw new Error(`Signing in gave ${answered.status}`);
      return [answered.headers["set-cookie"]].flat().map((each) => each!.split(";")[0]!).join("; ");
    },
    async people(count, { origin: at = () => origin, fresh = false, from = 0 } = {}) {
      const ledger = newLedger();
      const people: Answering[] = [];
      const cookies = new Map<string, string>();
      const respondents = story.respondents.slice(from, from + count);
      const signInAgain = async () => {
        for (const { email } of respondents) cookies.set(email, await site.signIn(email));
      };
      await signInAgain();
      for (const respondent of respondents) {
        const answers = answering(respondent, { origin: at, cookie: () => cookies.get(respondent.email)!, ledger, fresh });
        for (const [itemId, sequence] of await newestOf(site, respondent.assessmentId)) {
          ledger.before.set(`${respondent.assessmentId} ${itemId}`, sequence);
          answers.outbox.see(itemId, sequence);
        }
        people.push(answers);
      }
      return { people, ledger, signInAgain };
    },
    async whole(fault, { people, ledger }) {
      await settle(people);
      const { code } = await program.stop();
      if (code !== 0) throw new Error(`Stopping gave ${code}\n${program.said.slice(-20).join("\n")}`);
      await site.start();
      await mustBeWhole(fault, ledger, adminUrlOf(dataDir));
    },
    async asAdmin(work) {
      const sql = postgres(adminUrlOf(dataDir), { max: 4, onnotice: () => {} });
      try {
        return await work(sql);
      } finally {
        await sql.end({ timeout: 1 });
      }
    },
  };
  return site;
}

/** The newest sequence of each item, as the page would show it. */
async function newestOf(site: FaultSite, assessmentId: string): Promise<[string, number][]> {
  const rows = await site.asAdmin((sql) => sql<{ id: string; n: number }[]>`select item_id as id, max(sequence)::int as n from answers where assessment_id = ${assessmentId} group by item_id`);
  return rows.map(({ id, n }) => [id, n]);
}

/** Made once per run, by the product's own services, and then copied: a database that was stopped properly is a folder like any other. */
export async function copyTemplate(dataDir: string): Promise<Story> {
  const template = join(inject("faultsFolder"), "template");
  const told = join(template, "story.json");
  if (!existsSync(told)) {
    rmSync(template, { recursive: true, force: true });
    writeFileSync(told, JSON.stringify(await makeTemplate(template)));
  }
  mkdirSync(dataDir, { recursive: true });
  execFileSync("cp", ["-a", `${template}/.`, dataDir]);
  chmodSync(dataDir, 0o755);
  return JSON.parse(readFileSync(told, "utf8")) as Story;
}

async function makeTemplate(dataDir: string): Promise<Story> {
  const embedded = await startEmbedded({ dataDir, log: () => {} });
  await migrate(embedded.adminUrl, decodeURIComponent(new URL(embedded.appUrl).username));
  const database = openDatabase(embedded.appUrl, { max: 4 });
  const now = new Date();
  const board = await makeBoard(null, database, 1);
  const { organisationId, schools } = board;
  const roundId = await opened(board, { closesOn: isoDay(later(30, now)) }, later(-2, now));
  const account = (key: string) => createAccount(database, { email: board.person(key).email, password, language: "nl", organisationId, organisationName: "Test", personId: board.person(key).id });
  const respondents: Respondent[] = [];
  for (const school of ["linde", "eik"] as const) {
    for (let n = 1; n <= 9; n += 1) {
      const key = `${school}-leraar-${n}`;
      // The last ones have handed in, so that there is something to release.
      if (n > 5) {
        await handIn(board, roundId, key, (_, place) => ((place + n) % 3) + 1, { at: later(-1, now) });
        continue;
      }
      await account(key);
      const { id: personId, email } = board.person(key);
      const { assessmentId, items } = await board.as(key, async (ctx) => {
        const id = await startAssessment(ctx, { roundId, framework: "", instrument: "", mode: "all" });
        const { pages } = await openAssessment(ctx, id);
        return { assessmentId: id, items: pages.map(({ competenceId, choices }) => ({ id: competenceId, levels: choices.map(({ value }) => value) })) };
      }, later(-1, now));
      respondents.push({ key, email, personId, assessmentId, items });
    }
  }
  await account("hr");
  await database.end();
  await embedded.stop();
  return { organisationId, roundId, schools, respondents, hr: { email: board.person("hr").email } };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
