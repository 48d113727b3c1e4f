import { useEffect } from "react";

/** Keys 1–9 choose the card in that place, unless somebody is typing. Can be switched off (WCAG 2.1.4). */
export function useDigitKeys(active: boolean, values: readonly string[], name: string): void {
  useEffect(() => {
    if (!active) return;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || isTyping(event.target)) return;
      const value = /^[1-9]$/.test(event.key) ? values[Number(event.key) - 1] : undefined;
      const card = value === undefined ? null : document.getElementById(`${name}-${value}`);
      if (!card) return;
      event.preventDefault();
      card.focus();
      card.click();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [active, values, name]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches("textarea, select, input:not([type=radio]):not([type=checkbox])"));
}
