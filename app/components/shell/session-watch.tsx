import { useEffect, useState, type ComponentType } from "react";

/** Milliseconds before the watching starts, and before it is tried again: opening a page makes an idle session last longer anyway. */
const quiet = 60_000;

/** Says it when the session is about to end. What does the watching is loaded later: nobody waits for it. The live region is there from the start. */
export function SessionWatch({ person, here }: { person: string; here: string }) {
  const [Note, setNote] = useState<ComponentType<{ person: string; here: string }> | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const later = () => {
      timer = setTimeout(() => void import("#app/components/shell/session-note.tsx").then(({ SessionNote }) => setNote(() => SessionNote)).catch(later), quiet);
    };
    later();
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="session-note" role="status">
      {Note ? <Note key={person} person={person} here={here} /> : null}
    </div>
  );
}
