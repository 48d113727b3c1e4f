import type { Locked } from "#app/components/assessment/unsent-lock.ts";

/** What is unsent of one item, as it lies in the browser: where it belongs is to be read, what it is is not. */
export type Stored = Locked & { readonly assessment: string; readonly item: string; readonly keyId: string; /** The page that put it there. */ readonly tab: string; readonly at: number };
export type Place = Pick<Stored, "assessment" | "item" | "iv">;

/** A cupboard in the browser. Each method may fail: storage is blocked, full or thrown away by the browser at any moment. */
export type Store = {
  all: () => Promise<readonly Stored[]>;
  /** One per item: the newest takes the place of what was there. */
  put: (stored: Stored) => Promise<void>;
  /** Takes exactly this one away; what another tab has put in its place stays. */
  remove: (place: Place) => Promise<void>;
};

const table = "unsent";

/** The IndexedDB of this browser, null where there is none. */
export function browserStore(): Store | null {
  if (typeof indexedDB === "undefined") return null;
  let opened: Promise<IDBDatabase> | null = null;

  const within = async <T>(mode: IDBTransactionMode, work: (rows: IDBObjectStore) => IDBRequest<T>): Promise<T> => {
    try {
      const rows = (await (opened ??= open())).transaction(table, mode).objectStore(table);
      const request = work(rows);
      return await new Promise((resolve, reject) => {
        const { transaction } = rows;
        transaction.oncomplete = () => resolve(request.result);
        transaction.onabort = transaction.onerror = () => reject(transaction.error ?? new Error("aborted"));
      });
    } catch (error) {
      // Perhaps the browser has closed it: the next time it is opened again.
      opened = null;
      throw error;
    }
  };
  return {
    all: () => within("readonly", (rows) => rows.getAll() as IDBRequest<Stored[]>),
    put: async (stored) => void (await within("readwrite", (rows) => rows.put(stored))),
    remove: async ({ assessment, item, iv }) =>
      void (await within("readwrite", (rows) => {
        const found = rows.get([assessment, item]) as IDBRequest<Stored | undefined>;
        found.onsuccess = () => found.result && String(found.result.iv) === String(iv) && rows.delete([assessment, item]);
        return found;
      })),
  };
}

function open(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open("groeikompas", 1);
    request.onupgradeneeded = () => void request.result.createObjectStore(table, { keyPath: ["assessment", "item"] });
    request.onerror = request.onblocked = () => reject(request.error ?? new Error("blocked"));
    request.onsuccess = () => {
      // A later release in another tab may want another shape.
      request.result.onversionchange = () => request.result.close();
      resolve(request.result);
    };
  });
}
