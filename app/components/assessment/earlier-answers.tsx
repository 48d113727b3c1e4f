import { useEffect, useState, type ComponentType } from "react";
import { usePerson } from "#app/components/shell/person.ts";

/** On the start page: sends what an earlier page in this browser could not, and says what came of it. */
export function EarlierAnswers() {
  const person = usePerson();
  const [Note, setNote] = useState<ComponentType<{ person: string }> | null>(null);
  useEffect(() => {
    if (person !== "") void import("#app/components/assessment/earlier-note.tsx").then(({ EarlierNote }) => setNote(() => EarlierNote)).catch(() => {});
  }, [person]);
  return <div role="status">{Note ? <Note key={person} person={person} /> : null}</div>;
}
