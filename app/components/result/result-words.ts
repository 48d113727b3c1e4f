import { useMessages } from "#app/messages/catalogue.ts";
import { reflection } from "#app/messages/reflection.ts";
import { result } from "#app/messages/result.ts";

/** The texts of a result; some of them in other words where questions were thought over. */
export function useResultWords(reflects: boolean) {
  const [usual, other] = [useMessages(result), useMessages(reflection)];
  return reflects ? { ...usual, ...other } : usual;
}
