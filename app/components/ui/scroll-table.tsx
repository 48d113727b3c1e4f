import { useEffect, useRef, useState, type ReactNode } from "react";
import { useMessages } from "#app/messages/catalogue.ts";
import { ui } from "#app/messages/ui.ts";

type Props = { label: string; children: ReactNode };

/** Room for a table that may be wider than the screen: it scrolls by itself, also with the arrow keys, and says so. */
export function ScrollTable({ label, children }: Props) {
  const t = useMessages(ui);
  const room = useRef<HTMLDivElement>(null);
  const wider = useWider(room);
  return (
    <>
      {wider ? <p className="scroll-hint">{t.scrollHint}</p> : null}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without a tab stop the keyboard cannot scroll it (axe: scrollable-region-focusable) */}
      <div className="scroll-table" role="region" aria-label={label} tabIndex={0} ref={room}>
        {children}
      </div>
    </>
  );
}

/** Whether what is in the room is wider than the room; on the server and without script the shadow at its edge says so. */
function useWider(room: { readonly current: HTMLElement | null }): boolean {
  const [wider, setWider] = useState(false);
  useEffect(() => {
    const box = room.current;
    if (!box || typeof ResizeObserver === "undefined") return;
    const observer = new ResizeObserver(() => setWider(box.scrollWidth > box.clientWidth + 1));
    observer.observe(box);
    return () => observer.disconnect();
  }, [room]);
  return wider;
}
