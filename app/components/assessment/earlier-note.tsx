import { Link } from "@remix-run/react";
import { useEffect, useState } from "react";
import type { Slot } from "#app/components/assessment/outbox.ts";
import { outboxesOf } from "#app/components/assessment/send-answer.ts";
import { sendEarlier } from "#app/components/assessment/unsent.ts";
import { Notice } from "#app/components/ui/notice.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { earlier } from "#app/messages/earlier.ts";
import { paths } from "#app/paths.ts";

type Seen = { readonly saved: number; readonly waiting: number; readonly asks: string | null };

/** What became of the answers that waited in this browser. Says nothing when none did. */
export function EarlierNote({ person }: { person: string }) {
  const t = useMessages(earlier);
  const [{ saved, waiting, asks }, setSeen] = useState<Seen>({ saved: 0, waiting: 0, asks: null });
  useEffect(() => {
    let over = false;
    const stops: (() => void)[] = [];
    void sendEarlier(person).then(() => {
      if (over) return;
      const boxes = outboxesOf(person);
      // What waits now is what waited from before: here, nothing is answered.
      const waited = boxes.flatMap(({ assessmentId, outbox }) =>
        Object.entries(outbox.state().slots).flatMap(([item, { kind }]) => (kind === "idle" || kind === "saved" ? [] : [{ assessmentId, item, slot: (): Slot => outbox.state().slots[item]! }])),
      );
      if (waited.length === 0) return;
      const look = () => {
        const kinds = waited.map((each) => ({ ...each, kind: each.slot().kind }));
        const asking = kinds.find(({ kind }) => kind === "conflict" || kind === "refused");
        setSeen({
          saved: kinds.filter(({ kind }) => kind === "saved").length,
          waiting: kinds.filter(({ kind }) => kind === "unsaved").length,
          asks: asking ? paths.question(asking.assessmentId, asking.item) : null,
        });
      };
      stops.push(...boxes.map(({ outbox }) => outbox.subscribe(look)));
      look();
    });
    return () => {
      over = true;
      for (const stop of stops) stop();
    };
  }, [person]);
  if (saved + waiting === 0 && asks === null) return null;
  return (
    <Notice tone={waiting > 0 || asks ? "warning" : "info"}>
      {saved > 0 ? <p>{t.saved(saved)}</p> : null}
      {waiting > 0 ? <p>{t.waiting(waiting)}</p> : null}
      {asks ? (
        <p>
          {t.asks} <Link to={asks}>{t.toQuestion}</Link>
        </p>
      ) : null}
    </Notice>
  );
}
