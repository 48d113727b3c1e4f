import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** What the line does to one connection. Numbers are bytes after which it breaks, or milliseconds. */
export type Line =
  | { readonly kind: "clear" }
  /** The request goes through; the answer never comes back. */
  | { readonly kind: "no-answer" }
  | { readonly kind: "reset-up"; readonly after: number }
  | { readonly kind: "reset-down"; readonly after: number }
  /** Half of it on the way there, half on the way back. */
  | { readonly kind: "slow"; readonly ms: number };

export type Proxy = { readonly origin: string; readonly connections: () => number; readonly broken: () => number; readonly close: () => Promise<void> };

/** A TCP proxy that does to each connection what `lineOf` says of it; the how-manieth connection it is comes along. */
export async function openProxy(target: () => number, lineOf: (nth: number) => Line): Promise<Proxy> {
  let [connections, broken] = [0, 0];
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const line = lineOf(connections);
    connections += 1;
    const far = connect(target(), "127.0.0.1");
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
      socket.on("error", () => cut());
    }
    const cut = () => {
      near.resetAndDestroy();
      far.resetAndDestroy();
    };
    const fall = () => {
      broken += 1;
      cut();
    };
    const passed = { up: 0, down: 0 };
    const wait = line.kind === "slow" ? line.ms / 2 : 0;
    const pass = (to: Socket, part: Buffer) => (wait > 0 ? setTimeout(() => to.destroyed || to.write(part), wait) : to.write(part));
    near.on("data", (part: Buffer) => {
      if (line.kind === "reset-up" && passed.up + part.length >= line.after) {
        // What came before the break does arrive.
        far.write(part.subarray(0, Math.max(0, line.after - passed.up)), fall);
        return;
      }
      passed.up += part.length;
      pass(far, part);
    });
    far.on("data", (part: Buffer) => {
      if (line.kind === "no-answer") return fall();
      if (line.kind === "reset-down" && passed.down + part.length >= line.after) {
        near.write(part.subarray(0, Math.max(0, line.after - passed.down)), fall);
        return;
      }
      passed.down += part.length;
      pass(near, part);
    });
    near.on("end", () => setTimeout(() => far.end(), wait));
    far.on("end", () => setTimeout(() => near.end(), wait));
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => connections,
    broken: () => broken,
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}
