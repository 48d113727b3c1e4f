import { useEffect, useRef, useState } from "react";
import { sendEarlier, throwAwayUnsent, unsentElsewhere } from "#app/components/assessment/unsent.ts";
import { finishAll, forgetAll } from "#app/components/shell/before-leaving.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { leaving } from "#app/messages/leaving.ts";

export type Leaving = { person: string; left: number; onStay: () => void; onLeave: () => void };

const again = 1_000;
const patience = 2_000;

/** Sends what is unsent, of earlier pages too. Resolves to how many answers could not be saved now, here and in other tabs. */
export async function finish(person: string): Promise<number> {
  const within = <T,>(work: Promise<T>, otherwise: T) => Promise.race([work, new Promise<T>((resolve) => setTimeout(resolve, patience, otherwise))]);
  await within(sendEarlier(person), undefined);
  const [here, elsewhere] = await Promise.all([finishAll(person), within(unsentElsewhere(person), 0)]);
  return here + elsewhere;
}

/** Nothing of this person stays behind, in memory or in the browser's storage. */
export async function letGo(person: string): Promise<void> {
  const emptied = throwAwayUnsent(person);
  forgetAll();
  await emptied;
}

/** Before signing out with answers that are not saved: wait for them, or lose them. Closing it is staying. */
export function SignOutDialog({ person, left, onStay, onLeave }: Leaving) {
  const t = useMessages(leaving);
  const dialog = useRef<HTMLDialogElement>(null);
  const [count, setCount] = useState(left);
  const [waits, setWaits] = useState(false);
  const leave = useRef(onLeave);
  leave.current = onLeave;

  useEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    if (!waits) return;
    let over = false;
    const look = async () => {
      while (!over) {
        const now = await finish(person);
        if (over) return;
        setCount(now);
        if (now === 0) return void letGo(person).then(() => leave.current());
        await new Promise((resolve) => setTimeout(resolve, again));
      }
    };
    void look();
    return () => void (over = true);
  }, [waits, person]);

  return (
    <dialog ref={dialog} className="dialog" aria-labelledby="leaving-title" onClose={onStay}>
      <h2 id="leaving-title">{t.title}</h2>
      <p role="status">{waits ? t.waiting(Math.max(count, 1)) : t.unsent(count)}</p>
      <div className="cluster">
        <button type="button" className="button" onClick={() => (waits ? dialog.current?.close() : setWaits(true))}>
          {waits ? t.stay : t.wait}
        </button>
        <button type="button" className="button button--quiet" onClick={() => void letGo(person).then(onLeave)}>
          {t.lose}
        </button>
      </div>
    </dialog>
  );
}
