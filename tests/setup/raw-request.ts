import { connect } from "node:net";

/** What came back on the wire: every answer on the connection, and whether the other side closed it. */
export type RawAnswer = { readonly text: string; readonly statuses: readonly number[]; readonly closed: boolean; readonly took: number };

/** Sends bytes as they are, so also what no client would send, and reads until the other side closes or falls silent. */
export function sendRaw(origin: string, bytes: string | Uint8Array, silence = 700): Promise<RawAnswer> {
  const began = performance.now();
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(origin).port), "127.0.0.1");
    let text = "";
    let timer = setTimeout(() => done(false), 5_000);
    const done = (closed: boolean) => {
      clearTimeout(timer);
      socket.destroy();
      const statuses = [...text.matchAll(/^HTTP\/1\.[01] (\d{3})/gm)].map(([, status]) => Number(status)).filter((status) => status !== 100);
      resolve({ text, statuses, closed, took: performance.now() - began });
    };
    socket.on("data", (part) => {
      text += part.toString("utf8");
      clearTimeout(timer);
      timer = setTimeout(() => done(false), silence);
    });
    socket.on("close", () => done(true));
    // A reset is an answer too.
    socket.on("error", () => {});
    socket.write(bytes);
  });
}
