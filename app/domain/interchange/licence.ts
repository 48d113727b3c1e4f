import { plainText, oneLine } from "#app/domain/interchange/plain-text.ts";
import { cutTo } from "#app/domain/interchange/voice.ts";

/** A licence as a framework document says it; `adaptationAllowed` is null when we do not know. */
export type ReadLicence = { readonly id: string; readonly name: string; readonly url?: string; readonly adaptationAllowed: boolean | null };

/** Reads what a file says about its licence: a name, an address or a whole sentence. Only Creative Commons and the EUPL are known by name. */
export function licenceFrom(said: string | null): ReadLicence {
  const text = oneLine(plainText(said ?? "").text);
  const address = /https?:\/\/[^\s"'<>)]+/i.exec(text)?.[0] ?? null;
  const url = address !== null && URL.canParse(address) && address.length <= 300 ? address.replace(/^http:/i, "https:") : null;
  const name = cutTo(text === "" ? "Licentie onbekend (licence unknown)" : text, 200);
  const known = creativeCommons(text) ?? (/\bEUPL\b/i.test(text) ? { id: "EUPL-1.2", adaptationAllowed: true } : null);
  return { id: known?.id ?? "not-verified", name, ...(url ? { url } : {}), adaptationAllowed: known?.adaptationAllowed ?? null };
}

function creativeCommons(text: string): { id: string; adaptationAllowed: boolean } | null {
  if (/\bcc[ -]?0\b|publicdomain\/zero/i.test(text)) return { id: "CC0-1.0", adaptationAllowed: true };
  const words = text.toLowerCase().replace(/creative\s*commons/g, "cc").replace(/attribution|naamsvermelding/g, "by").replace(/non-?commercial|niet-?commercieel/g, "nc").replace(/share-?alike|gelijk-?delen/g, "sa").replace(/no-?deriv(ative)?s?|geen-?afgeleide[ -]?werken/g, "nd");
  const parts = /(?:\bcc[\s-]*|licenses\/)(by(?:[\s-]+(?:nc|sa|nd))*)(?![a-z])[\s/-]*(\d\.\d)?[\s/-]*(igo)?/.exec(words);
  if (!parts) return null;
  const terms = parts[1]!.split(/[\s-]+/).map((term) => term.toUpperCase());
  return { id: ["CC", ...terms, ...(parts[2] ? [parts[2]] : []), ...(parts[3] ? ["IGO"] : [])].join("-"), adaptationAllowed: !terms.includes("ND") };
}
