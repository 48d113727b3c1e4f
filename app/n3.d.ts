/** What we use of n3, which comes without types. */
declare module "n3" {
  type Term = { readonly value: string; readonly termType: "NamedNode" | "BlankNode" | "DefaultGraph" } | { readonly value: string; readonly termType: "Literal"; readonly language: string };
  type Quad = { readonly subject: Term; readonly predicate: Term; readonly object: Term };
  export const Parser: new (options?: { readonly baseIRI?: string; readonly format?: string }) => { parse(text: string): Quad[] };
}
