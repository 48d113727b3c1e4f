import { leavesOf, type Draw, type Json } from "./documents.ts";

/** One thing done to a document that holds. `text` is what stands in the file; what the checker owes: a refusal, or either. */
export type Twist = { readonly name: string; readonly owes: "refusal" | "either"; readonly text: (draw: Draw, document: Json) => string };

type Place = { readonly holder: Json; readonly key: string };
/** Every place in a document: no recursion, because some of them are deep. */
function placesIn(document: Json, fits: (value: unknown, key: string) => boolean = () => true): Place[] {
  const found: Place[] = [];
  const open: Json[] = [document];
  while (open.length > 0) {
    const holder = open.pop()!;
    for (const key of Object.keys(holder)) {
      const value = holder[key] as unknown;
      if (fits(value, key)) found.push({ holder, key });
      if (typeof value === "object" && value !== null) open.push(value as Json);
    }
  }
  return found;
}
const json = (document: unknown) => JSON.stringify(document);
const set = ({ holder, key }: Place, value: unknown) => void ((holder as Record<string, unknown>)[key] = value);
/** Puts a value that JSON.stringify cannot write into the text as it stands. */
const raw = (document: Json, place: Place, written: string) => (set(place, "@@raw@@"), json(document).replace('"@@raw@@"', () => written));
const texts = (document: Json) => placesIn(document, (value, key) => typeof value === "string" && (key === "nl" || key === "en"));
const codes = (document: Json) => placesIn(document, (value, key) => typeof value === "string" && (key === "code" || key === "level"));
const numbers = (document: Json) => placesIn(document, (value, key) => typeof value === "number" && key !== "schema" && key !== "from" && key !== "lowest");
const ids = (document: Json) => (document["nodes"] as Json[]).flatMap((area) => placesIn([area] as unknown as Json, (_, key) => key === "id").filter(({ holder }) => holder["titleStatus"] !== undefined && holder["description"] !== undefined && holder["code"] !== undefined && holder["level"] === undefined));
const twist = (name: string, owes: Twist["owes"], text: Twist["text"]): Twist => ({ name, owes, text });
const changed = (name: string, owes: Twist["owes"], work: (draw: Draw, document: Json) => void) => twist(name, owes, (draw, document) => (work(draw, document), json(document)));

const required = ["schema", "slug", "version", "title", "shortTitle", "description", "source", "licence", "attribution", "changes", "endorsement", "contact", "reviewed", "reviewBy", "layers", "scale", "nodes", "instruments"];
const otherTypes: readonly unknown[] = [null, true, 0, -1, 1.5, "", "x", [], {}, [[]], [null], { nl: 1, en: 2 }, "__proto__"];
/** Control and direction characters, half a character, and nothing at all. */
const refusedCharacters = ["a\u0000b", "\u0000", "a\u202eb", "\u2066a", "\u2069", "a\u200fb", "a\u061cb", "a\u001bb", "a\u007fb", "a\u0085b", "\ud800", "a\udc00", " ", "", "\t\n"];
const prototypeNames = ["constructor", "toString", "valueOf", "hasOwnProperty", "isPrototypeOf"];
const confusable: readonly ((id: string) => string)[] = [(id) => id, (id) => id.toLowerCase(), (id) => id.toUpperCase(), (id) => ` ${id}`, (id) => `${id} `, (id) => `${id}\u00a0`];

/** Everything that can be wrong with a document. */
export const twists: readonly Twist[] = [
  changed("a required field is gone", "refusal", ({ pick }, document) => void delete (document as Record<string, unknown>)[pick(required)]),
  changed("a field is gone", "either", ({ pick }, document) => {
    const { holder, key } = pick(placesIn(document));
    if (Array.isArray(holder)) (holder as unknown[]).splice(Number(key), 1);
    else delete (holder as Record<string, unknown>)[key];
  }),
  changed("a required field is of another type", "refusal", ({ pick }, document) => set({ holder: document, key: pick(required.filter((name) => name !== "scale")) }, pick([null, true, 0.5, "", [], {}]))),
  changed("a field is of another type", "either", ({ pick }, document) => set(pick(placesIn(document)), pick(otherTypes))),
  changed("a field too many", "refusal", ({ pick }, document) => set({ holder: pick([document, ...placesIn(document, (value) => typeof value === "object" && value !== null && !Array.isArray(value)).map(({ holder, key }) => holder[key]!)]), key: pick(["extra", "Title", "nl ", "ID", "constructor", "parent"]) }, "x")),
  changed("a field renamed", "either", ({ pick }, document) => {
    const { holder, key } = pick(placesIn(document, () => true).filter(({ holder: each }) => !Array.isArray(each)));
    const value = holder[key];
    delete (holder as Record<string, unknown>)[key];
    set({ holder, key: pick([key.toUpperCase(), `${key} `, `_${key}`, "constructor", "é", "e\u0301"]) }, value);
  }),
  changed("the same node twice", "refusal", ({ pick }, document) => {
    const nodes = document["nodes"] as unknown as Json[];
    nodes.push(structuredClone(pick(nodes)));
  }),
  changed("ids that differ in case or space only", "refusal", ({ pick }, document) => {
    const [one, ...others] = ids(document);
    const id = one!.holder["id"] as string;
    if (others.length === 0) (document["nodes"] as unknown as Json[]).push({ ...(structuredClone(one!.holder) as object), id: id.toUpperCase() } as unknown as Json);
    else set(pick(others), pick(confusable)(id));
  }),
  changed("an id that is no id", "refusal", ({ pick }, document) => set(pick(ids(document)), pick(["é", "e\u0301", "a b", "", ".a", "a/b", "a\u0000", "x".repeat(61), ...prototypeNames, "__proto__", "<b>"]))),
  changed("a code twice, or in another case", "refusal", ({ pick }, document) => {
    const [one, ...others] = ids(document);
    if (others.length === 0) set(one!, "");
    else set({ holder: pick(others).holder, key: "code" }, pick([(code: string) => code, (code: string) => code.toUpperCase(), (code: string) => code.normalize("NFD")])(one!.holder["code"] as string));
  }),
  changed("a character that no text may hold", "refusal", ({ pick }, document) => set(pick([...texts(document), ...codes(document)]), pick(refusedCharacters))),
  changed("a text that is too long", "refusal", ({ pick, chance }, document) => set(pick([...texts(document), ...codes(document)]), "x".repeat(chance(2) ? 1_000_000 : 2_000))),
  changed("one level too few, too many, or in another order", "refusal", ({ pick }, document) => {
    const all = placesIn(document, (value, key) => key === "levels" && Array.isArray(value) && (value as Json[])[0]?.["level"] !== undefined);
    if (all.length === 0) return void delete (document as Record<string, unknown>)["nodes"];
    const levels = pick(all).holder["levels"] as unknown as Json[];
    pick([() => void levels.pop(), () => void levels.push(structuredClone(levels[0]!)), () => void levels.reverse(), () => void levels.splice(0)])();
  }),
  changed("a scale of one step, or a step twice", "refusal", ({ pick }, document) => {
    const all = placesIn(document, (value) => typeof value === "object" && value !== null && Array.isArray((value as Json)["levels"]) && (value as Json)["status"] !== undefined);
    if (all.length === 0) return void delete (document as Record<string, unknown>)["scale"];
    const { holder, key } = pick(all);
    const levels = holder[key]!["levels"] as unknown as Json[];
    pick([() => void levels.splice(1), () => void levels.splice(0), () => void set({ holder: levels[1]!, key: "code" }, levels[0]!["code"]), () => void set({ holder: levels[1]!, key: "code" }, ` ${levels[0]!["code"]} `)])();
  }),
  changed("a day that does not exist", "refusal", ({ pick }, document) => set({ holder: document, key: pick(["reviewed", "reviewBy"]) }, pick(["2027-02-29", "2027-13-01", "2027-00-10", "0000-00-00", "9999-99-99", "31-03-2027", "vandaag", "2027-1-1"]))),
  changed("an address that is none", "refusal", ({ pick }, document) => set({ holder: pick([document["source"]!, document["licence"]!]), key: "url" }, pick(["javascript:alert(1)", "http://example.org", "//evil.example", "https://", "data:text/html,x", "HTTPS", " https://a b"]))),
  changed("a link to a node that is not there, or to an address that does something", "refusal", ({ pick }, document) => set({ holder: leavesOf(document["nodes"] as unknown as Json[])[0]!, key: "links" }, [{ relation: "related", target: pick(["#nowhere", "#", "javascript:alert(1)", "data:text/html,x", "a#b"]) }])),
  changed("an empty area, layer list or instrument list", "refusal", ({ pick }, document) => set({ holder: document, key: pick(["nodes", "layers", "instruments"]) }, [])),
  changed("an instrument twice", "refusal", ({ pick }, document) => {
    const instruments = document["instruments"] as unknown as Json[];
    instruments.push({ ...(structuredClone(instruments[0]!) as object), id: pick([(id: string) => id, (id: string) => id.toUpperCase()])(instruments[0]!["id"] as string) } as unknown as Json);
  }),
  changed("a group that nobody is in", "refusal", ({ pick }, document) => set({ holder: leavesOf(document["nodes"] as unknown as Json[])[0]!, key: "variants" }, { [pick(["kok", "Leraar", "leraar ", "constructor", "*"])]: { levels: [{ level: "1" }] } })),
  changed("parts that changed places", "either", ({ pick }, document) => {
    const [one, other] = [pick(placesIn(document)), pick(placesIn(document))];
    // Not one inside the other: that is no tree any more.
    const [a, b] = [one.holder[one.key], other.holder[other.key]];
    if (typeof a === "object" || typeof b === "object") return;
    set(one, b);
    set(other, a);
  }),
  twist("a number beyond numbers", "refusal", ({ pick }, document) => raw(document, pick(numbers(document)), pick(["1e309", "-1e309", "-0", "0.1", "1e20", '"12"', "null", "[7]"]))),
  twist("a number in words", "refusal", ({ pick }, document) => raw(document, pick(numbers(document)), pick(["NaN", "Infinity", "0x10", "010", "+1", ".5", "1.", "1_000"]))),
  twist("a prototype for a field", "either", ({ pick }, document) => raw(document, { holder: pick(placesIn(document, (value) => typeof value === "object" && value !== null && !Array.isArray(value)).map(({ holder, key }) => holder[key]!)), key: "extra" }, "0").replace('"extra":', () => `"${pick(["__proto__", "constructor", "prototype"])}":{"polluted":true},"__proto__":`)),
  twist("ten thousand levels deep", "refusal", ({ pick }, document) => {
    const [open, close] = pick([['{"id":"a","children":[', "]}"], ["[", "]"], ['{"a":', "}"], ['{"nl":', "}"]]);
    return raw(document, { holder: document, key: pick(["nodes", "title", "scale", "extra"]) }, `${open.repeat(10_000)}0${close.repeat(10_000)}`);
  }),
  twist("a text that ends too early", "refusal", ({ int }, document) => {
    const text = json(document);
    return text.slice(0, int(0, text.length - 1));
  }),
  twist("a comma, quote or brace too many", "refusal", ({ pick }, document) => {
    const text = json(document);
    return pick([`${text.slice(0, -1)},}`, `${text}}`, `,${text}`, `${text}${text}`, text.replaceAll('"', "'"), text.replace(":", ""), `${text}\u0000`, `// kop\n${text}`]);
  }),
  twist("a field that stands twice", "refusal", ({ pick }, document) => {
    const name = pick(["slug", "nodes", "title", "instruments"]);
    return json(document).replace("{", () => `{"${name}":${json(document[name])},`);
  }),
];
