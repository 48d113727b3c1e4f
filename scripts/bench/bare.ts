import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import postgres from "postgres";
import type { Reading } from "./child.ts";

/** What everything else is held against: Node's own server that says "ok", and one that asks the database `select 1` first. */
const sql = postgres(process.env["DATABASE_URL"]!, { max: 12, onnotice: () => {} });
let statements = 0;
const server = createServer((request, response) => {
  if (request.url !== "/select") return void response.end("ok");
  statements += 1;
  sql`select 1`.then(
    () => response.end("ok"),
    () => response.writeHead(503).end(),
  );
});
server.listen(Number(process.env["PORT"]), "127.0.0.1", () => process.send!({ port: (server.address() as AddressInfo).port }));
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  const reading: Reading = { statements, cpu: (user + system) / 1_000, blocked: 0 };
  process.send!(reading);
});
process.on("disconnect", () => process.exit(0));
