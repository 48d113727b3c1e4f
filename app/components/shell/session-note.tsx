import { Link } from "@remix-run/react";
import { useCallback, useEffect, useRef, useState } from "react";
import { Notice } from "#app/components/ui/notice.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { session } from "#app/messages/session.ts";
import { paths } from "#app/paths.ts";

/** What the address of the session answers; null: it has ended. */
type End = { readonly person: string; readonly endsIn: number; readonly extends: boolean };
type State = { readonly kind: "on" | "extended" | "not-extended" | "ended" | "other" } | { readonly kind: "ending"; readonly minutes: number; readonly extends: boolean };

/** Seconds before the end that it is said, seconds between two looks while something is the matter, and the longest timer of a browser. */
const warnAt = 120;
const lookEvery = 20;
const longest = 86_400;

async function ask(method: "GET" | "POST"): Promise<End | null | "away"> {
  try {
    const response = await fetch(paths.session(), { method, redirect: "manual", credentials: "same-origin" });
    if (response.type === "opaqueredirect") return null;
    return response.ok ? ((await response.json()) as End | null) : "away";
  } catch {
    return "away";
  }
}

/**
 * Warns two minutes before the session ends, and says when it has ended. Other tabs may have made it last longer, so the
 * server is asked, in a way that does not count as use; and again when somebody comes back to this tab.
 */
export function SessionNote({ person, here }: { person: string; here: string }) {
  const t = useMessages(session);
  const [state, setState] = useState<State>({ kind: "on" });
  const timer = useRef<ReturnType<typeof setTimeout>>();

  const look = useCallback(
    async (method: "GET" | "POST" = "GET") => {
      clearTimeout(timer.current);
      const end = await ask(method);
      clearTimeout(timer.current);
      const next = (seconds: number) => (timer.current = setTimeout(() => void look(), Math.min(seconds, longest) * 1000));
      if (end === "away") {
        if (method === "POST") setState({ kind: "not-extended" });
        return next(lookEvery);
      }
      if (end === null) return setState({ kind: "ended" });
      if (end.person !== person) return setState({ kind: "other" });
      if (end.endsIn > warnAt) {
        next(end.endsIn - warnAt + 1);
        return setState((now) => (method === "POST" ? { kind: "extended" } : now.kind === "extended" ? now : { kind: "on" }));
      }
      next(Math.min(lookEvery, end.endsIn + 1));
      const minutes = Math.max(1, Math.round(end.endsIn / 60));
      // Said once: a live region that counts down never stops talking.
      setState((now) => (now.kind === "ending" && now.extends === end.extends ? now : { kind: "ending", minutes, extends: end.extends }));
    },
    [person],
  );
  useEffect(() => {
    const back = () => document.visibilityState === "visible" && void look();
    void look();
    window.addEventListener("visibilitychange", back);
    return () => {
      clearTimeout(timer.current);
      window.removeEventListener("visibilitychange", back);
    };
  }, [look]);

  const extend = () => {
    // The button goes; the focus must not fall off the page.
    document.getElementById("content")?.focus({ preventScroll: true });
    void look("POST");
  };
  if (state.kind === "on") return null;
  if (state.kind === "extended") return <Notice>{t.extended}</Notice>;
  return (
    <Notice tone="warning">
      {state.kind === "ending" ? (
        <>
          <p>
            {t.ending(state.minutes)} {state.extends ? t.endingIdle : t.endingForGood}
          </p>
          {state.extends ? <Extend label={t.extend} onClick={extend} /> : null}
        </>
      ) : state.kind === "not-extended" ? (
        <>
          <p>{t.notExtended}</p>
          <Extend label={t.extend} onClick={extend} />
        </>
      ) : state.kind === "ended" ? (
        <p>
          {t.ended} <Link to={paths.login({ backTo: here })}>{t.signIn}</Link>
        </p>
      ) : (
        <p>
          {t.other} <a href={paths.home()}>{t.reload}</a>
        </p>
      )}
    </Notice>
  );
}

function Extend({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <button type="button" className="button button--quiet" onClick={onClick}>
      {label}
    </button>
  );
}
