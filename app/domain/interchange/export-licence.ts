import type { Framework } from "#app/domain/framework/framework.ts";
import type { Text } from "#app/domain/text.ts";

/** Whether a framework may leave the house, and if not, why in a sentence. */
export type Leave = { readonly ok: true } | { readonly ok: false; readonly reason: Text };

/**
 * Whether a framework may be exported (docs/adr/0014). What ships with the product is our adaptation of somebody's framework, so its
 * licence has to allow adaptations; a board may always take its own documents with it.
 */
export function mayLeave({ licence, source }: Pick<Framework, "licence" | "source">, isOwn: boolean): Leave {
  if (isOwn || licence.adaptationAllowed === true) return { ok: true };
  if (licence.adaptationAllowed === false) {
    return { ok: false, reason: { nl: `De licentie (${licence.name}) staat geen bewerkingen toe, en dit is een bewerking. Daarom kan dit raamwerk niet als bestand weg. Vraag ${source.publisher} om toestemming.`, en: `The licence (${licence.name}) allows no adaptations, and this is one. That is why this framework cannot leave as a file. Ask ${source.publisher} for permission.` } };
  }
  return { ok: false, reason: { nl: `De licentie is niet nagegaan. Zonder licentie mag dit raamwerk niet als bestand weg. Vraag ${source.publisher} wat mag.`, en: `The licence was not verified. Without a licence this framework may not leave as a file. Ask ${source.publisher} what is allowed.` } };
}
