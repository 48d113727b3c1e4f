import { slotOf, type Unsent } from "#app/components/assessment/outbox.ts";
import { keepUnsentIn, outboxOf } from "#app/components/assessment/send-answer.ts";
import { keptHere } from "#app/components/shell/before-leaving.ts";
import { importKey, lock, unlock, type Key } from "#app/components/assessment/unsent-lock.ts";
import { browserStore, type Place, type Store, type Stored } from "#app/components/assessment/unsent-store.ts";
import { otherTabs, thisTab, whenClosed } from "#app/components/assessment/unsent-tabs.ts";
import { paths } from "#app/paths.ts";

/** Days that what nobody can open lies in the browser; the server keeps its keys as long. */
const keptDays = 30;
/** Milliseconds that somebody who wants to leave waits for the storage. */
const patience = 2_000;

type Keys = { readonly current: Key; readonly earlier: readonly Key[] };
type Own = Place & { readonly tab: string; readonly unsent: Unsent };

/** What this person has unsent in this browser: locked with the key of their session, each item in a place of its own. */
export type Cupboard = {
  /** Puts away what is unsent of an item, in the order it is told; null: there is nothing any more. */
  keep: (assessment: string, item: string, unsent: Unsent | null) => Promise<void>;
  /** Everything that this person's keys open. What is another's is not touched, until it is a month old. */
  own: () => Promise<readonly Own[]>;
  /** From now on this page answers for what another page put there. */
  take: (place: Place) => void;
};

/** A cupboard of this person in this store. Storage that fails is as no storage: nothing is said, nothing else stops. */
export function cupboardOf(person: string, store: Store, { current, earlier }: Keys): Cupboard {
  const places = new Map<string, Place>();
  const turns = new Map<string, Promise<void>>();
  const keep = async (assessment: string, item: string, unsent: Unsent | null) => {
    const name = `${assessment} ${item}`;
    const before = places.get(name);
    if (unsent === null) {
      if (before) await store.remove(before);
      return void places.delete(name);
    }
    const stored = { assessment, item, keyId: current.id, tab: thisTab, at: Date.now(), ...(await lock(current, { person, assessment, item }, unsent)) };
    await store.put(stored);
    places.set(name, stored);
  };
  return {
    keep(assessment, item, unsent) {
      const name = `${assessment} ${item}`;
      const turn = (turns.get(name) ?? Promise.resolve()).then(() => keep(assessment, item, unsent)).catch(() => {});
      turns.set(name, turn);
      return turn;
    },
    async own() {
      const found: Own[] = [];
      for (const stored of await unspoilt(store)) {
        const key = [current, ...earlier].find(({ id }) => id === stored.keyId);
        const unsent = key ? await unlock(key, { person, assessment: stored.assessment, item: stored.item }, stored) : null;
        if (unsent) found.push({ ...stored, unsent });
      }
      return found;
    },
    take(place) {
      places.set(`${place.assessment} ${place.item}`, place);
    },
  };
}

/** What lies there, without what is too old or has no age. */
async function unspoilt(store: Store): Promise<readonly Stored[]> {
  const since = Date.now() - keptDays * 86_400_000;
  const all = await store.all();
  const [kept, old] = [all.filter(({ at }) => at >= since), all.filter(({ at }) => !(at >= since))];
  await Promise.all(old.map((place) => store.remove(place)));
  return kept;
}

const store = typeof crypto !== "undefined" && "subtle" in crypto ? browserStore() : null;
const cupboards = new Map<string, Promise<Cupboard | null>>();

/** From now on what is unsent of this person outlives the page; what an earlier page left behind goes on its way. */
export async function keepUnsent(person: string): Promise<void> {
  await cupboardFor(person);
}

/** Sends what an earlier page left behind. Asks the server for nothing when nothing lies here. */
export async function sendEarlier(person: string): Promise<void> {
  if (store === null) return;
  const lies = await unspoilt(store).catch(() => []);
  if (lies.length > 0) await cupboardFor(person);
}

/** How many items other open pages of this person have unsent; they send them themselves. */
export async function unsentElsewhere(person: string): Promise<number> {
  const [own, others] = await Promise.all([cupboards.get(person)?.then((cupboard) => cupboard?.own()).catch(() => []), otherTabs()]);
  return (own ?? []).filter(({ tab }) => others.has(tab)).length;
}

/** Empties the cupboard of this person, as far as their keys open it; what other people have there stays. */
export async function throwAwayUnsent(person: string): Promise<void> {
  const opened = cupboards.get(person);
  const emptied = async () => {
    for (const place of (await (await opened)?.own()) ?? []) await store?.remove(place);
  };
  await Promise.race([emptied().catch(() => {}), new Promise((resolve) => setTimeout(resolve, patience))]);
}

/** One per person and page. Null when nothing may or can be kept; tried again later when the server did not answer. */
function cupboardFor(person: string): Promise<Cupboard | null> {
  const known = cupboards.get(person);
  if (known) return known;
  const opening = open(person).catch(() => {
    cupboards.delete(person);
    return null;
  });
  cupboards.set(person, opening);
  // With another person in this page the keys go too.
  keptHere({ person, finish: async () => 0, retry: () => {}, forget: () => void cupboards.delete(person) });
  return opening;
}

async function open(person: string): Promise<Cupboard | null> {
  // Blocked storage says so here: then there is no need for keys.
  if (store === null || (await store.all().catch(() => null)) === null) return null;
  const keys = await fetchKeys();
  if (keys === null) return null;
  const cupboard = cupboardOf(person, store, keys);
  await takeOver(person, cupboard);
  return cupboard;
}

/** Goes on with what pages that are gone have left; what an open page has unsent is its own, until it closes. */
async function takeOver(person: string, cupboard: Cupboard): Promise<void> {
  const [own, others] = await Promise.all([cupboard.own(), otherTabs()]);
  const left = own.filter(({ tab }) => !others.has(tab));
  for (const tab of new Set(own.map((each) => each.tab))) if (others.has(tab)) whenClosed(tab, () => void (cupboards.has(person) && takeOver(person, cupboard).catch(() => {})));
  // In one go: what was chosen here in the meantime is newer, and takes the place of the old when it is told.
  left.forEach(cupboard.take);
  const overtaken = left.filter(({ assessment, item, unsent }) => !outboxOf(person, assessment).restore(item, unsent));
  keepUnsentIn(person, (assessment, item, unsent) => void cupboard.keep(assessment, item, unsent));
  for (const { assessment, item } of overtaken) {
    const { kind } = slotOf(outboxOf(person, assessment).state(), item);
    if (kind === "saved" || kind === "refused") await cupboard.keep(assessment, item, null);
  }
}

type Sent = { readonly id: string; readonly key: string };

/** Null on a shared device. Throws when there is no answer. */
async function fetchKeys(): Promise<Keys | null> {
  const response = await fetch(paths.queueKeys(), { redirect: "manual", credentials: "same-origin" });
  const { current, earlier } = (await response.json()) as { current: Sent | null; earlier: Sent[] };
  return current && { current: await importKey(current), earlier: await Promise.all(earlier.map(importKey)) };
}
