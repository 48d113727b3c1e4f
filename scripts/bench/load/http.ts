import { Agent, request } from "node:http";

export type Reply = { readonly status: number; readonly text: string; readonly location: string; readonly cookies: readonly string[] };
/** One kept connection, as a browser has it; one request at a time. */
export type Line = { get(path: string, cookie?: string): Promise<Reply>; post(path: string, form: Record<string, string>, cookie?: string): Promise<Reply>; close(): void };

/** Patience of a browser's user. */
const patience = 30_000;

export function lineTo(port: number): Line {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const send = (method: string, path: string, headers: Record<string, string>, body = ""): Promise<Reply> =>
    new Promise((resolve, reject) => {
      const asked = request({ host: "127.0.0.1", port, agent, method, path, headers, timeout: patience }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString(), location: response.headers.location ?? "", cookies: (response.headers["set-cookie"] ?? []).map((each) => each.split(";")[0]!) }),
        );
      });
      asked.on("error", reject);
      asked.on("timeout", () => asked.destroy(new Error(`No answer within ${patience / 1_000} s: ${path}`)));
      asked.end(body);
    });
  return {
    get: (path, cookie = "") => send("GET", path, { Cookie: cookie, "Accept-Language": "nl" }),
    post(path, form, cookie = "") {
      const body = new URLSearchParams(form).toString();
      return send("POST", path, { Cookie: cookie, Origin: `http://127.0.0.1:${port}`, "Content-Type": "application/x-www-form-urlencoded", "Content-Length": String(Buffer.byteLength(body)) }, body);
    },
    close: () => agent.destroy(),
  };
}
