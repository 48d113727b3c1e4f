import { useEffect, useRef, useState } from "react";

/**
 * After going to another page inside the app a screen reader would stay at nothing: the focus goes to the content.
 * Whoever chose the page in the menu is still there, and hears what this returns: where they came.
 */
export function useArrival(main: { readonly current: HTMLElement | null }, path: string | undefined): string {
  const before = useRef(path);
  const [words, setWords] = useState("");
  useEffect(() => {
    if (before.current === path) return;
    before.current = path;
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
    setWords(main.current?.contains(document.activeElement) ? "" : document.title);
  }, [main, path]);
  return words;
}
