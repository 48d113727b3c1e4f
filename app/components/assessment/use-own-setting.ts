import { useEffect, useState } from "react";

/** A yes or no that this browser tab remembers; `fallback` on the server and where nothing can be kept. */
export function useOwnSetting(name: string, fallback: boolean): readonly [boolean, (value: boolean) => void] {
  const [value, setValue] = useState(fallback);
  const key = `groeikompas.${name}`;
  useEffect(() => {
    const kept = quietly(() => sessionStorage.getItem(key));
    if (kept === "yes" || kept === "no") setValue(kept === "yes");
  }, [key]);
  return [
    value,
    (next) => {
      setValue(next);
      quietly(() => sessionStorage.setItem(key, next ? "yes" : "no"));
    },
  ];
}

/** Storage may be blocked or full; then the setting just holds for this page. */
function quietly<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
