import { prefixes, type RdfThing, type RdfValue } from "#app/domain/interchange/to-skos.ts";

/** SKOS as Turtle. `remarks` stand above it as comments. */
export function toTurtle(things: readonly RdfThing[], remarks: readonly string[]): string {
  const head = [...remarks.flatMap((remark) => remark.split(/\r\n?|\n/)).map((line) => `# ${line}`.trimEnd()), ...Object.entries(prefixes).map(([name, iri]) => `@prefix ${name}: <${iri}> .`)];
  return `${[head.join("\n"), ...things.map(written)].join("\n\n")}\n`;
}

function written({ iri, type, said }: RdfThing): string {
  const lines = said.filter(([, values]) => values.length > 0).map(([property, values]) => `  ${property} ${[...new Set(values.map(valueOf))].join(", ")}`);
  return `${[`<${iri}> a ${type}`, ...lines].join(" ;\n")} .`;
}

function valueOf(value: RdfValue): string {
  if ("iri" in value) return `<${value.iri}>`;
  if ("list" in value) return `(${value.list.map((iri) => ` <${iri}>`).join("")} )`;
  return `"${escaped(value.text)}"${value.language ? `@${value.language}` : ""}`;
}

const names: Readonly<Record<string, string>> = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escaped(text: string): string {
  // Everything that ends a line for anybody is written by its number.
  return text.replace(/[\\"\n\r\t]/g, (character) => names[character]!).replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}`);
}

/** SKOS as JSON-LD with its context inside, so that nobody has to fetch anything. */
export function toJsonLd(things: readonly RdfThing[]): string {
  const graph = things.map(({ iri, type, said }) => {
    const found: Record<string, unknown> = { "@id": iri, "@type": type };
    for (const [property, values] of said) if (values.length > 0) found[property] = [...new Map(values.map((value) => [valueOf(value), jsonOf(value)])).values()];
    return found;
  });
  return `${JSON.stringify({ "@context": prefixes, "@graph": graph }, null, 1)}\n`;
}

function jsonOf(value: RdfValue): object {
  if ("iri" in value) return { "@id": value.iri };
  if ("list" in value) return { "@list": value.list.map((iri) => ({ "@id": iri })) };
  return { "@value": value.text, ...(value.language ? { "@language": value.language } : {}) };
}
