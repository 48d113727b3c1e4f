import { createContext, useContext } from "react";

/** Who is signed in, by id; "" for nobody. What waits to be saved belongs to a person, also in one browser. */
export const PersonContext = createContext("");

/** The id of who is signed in, "" for nobody. */
export function usePerson(): string {
  return useContext(PersonContext);
}
