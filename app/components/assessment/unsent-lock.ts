import type { Chosen, Job, Next, Unsent } from "#app/components/assessment/outbox.ts";

/** A key of the server's, as it may be used here: it cannot be read back from the browser. */
export type Key = { readonly id: string; readonly key: CryptoKey };
/** Whose, and of which item, something is. Locked along, so that a record that was moved or renamed does not open. */
export type About = { readonly person: string; readonly assessment: string; readonly item: string };
export type Locked = { readonly iv: Uint8Array<ArrayBuffer>; readonly sealed: ArrayBuffer };

const means = "AES-GCM";
const version = 1;

/** The key of these 32 bytes in base64. */
export async function importKey({ id, key }: { id: string; key: string }): Promise<Key> {
  const bytes = Uint8Array.from(atob(key), (letter) => letter.charCodeAt(0));
  return { id, key: await crypto.subtle.importKey("raw", bytes, means, false, ["encrypt", "decrypt"]) };
}

/** Locks what is unsent; each time with another start, so that equal answers look different. */
export async function lock(key: Key, about: About, unsent: Unsent): Promise<Locked> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(unsent));
  return { iv, sealed: await crypto.subtle.encrypt({ name: means, iv, additionalData: label(key, about) }, key.key, plain) };
}

/** What was locked; null with another key, for another person or item, after any change, and for what a later release wrote. */
export async function unlock(key: Key, about: About, { iv, sealed }: Locked): Promise<Unsent | null> {
  try {
    const plain = await crypto.subtle.decrypt({ name: means, iv, additionalData: label(key, about) }, key.key, sealed);
    const unsent = JSON.parse(new TextDecoder().decode(plain)) as Unsent;
    return isJob(unsent.current) && unsent.current.itemId === about.item && (unsent.next === null || isNext(unsent.next)) ? unsent : null;
  } catch {
    return null;
  }
}

const label = ({ id }: Key, { person, assessment, item }: About) => new TextEncoder().encode(JSON.stringify([version, id, person, assessment, item]));

const isChosen = ({ answer, wish, note }: Chosen) => typeof answer === "string" && typeof wish === "boolean" && typeof note === "string";
const isNext = (next: Next) => isChosen(next) && typeof next.clientId === "string";
const isJob = (job: Job) => isNext(job) && typeof job.itemId === "string" && Number.isInteger(job.base);
