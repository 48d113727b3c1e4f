import { describe, expect, test } from "vitest";
import { AppError } from "#app/domain/errors.ts";
import type { Framework } from "#app/domain/framework/framework.ts";
import { exportFormats } from "#app/domain/interchange/export-format.ts";
import { caseDocuments, caseObject, type CaseAnswer } from "#app/services/case.server.ts";
import type { Context } from "#app/services/context.server.ts";
import { exportFile, exportOptions, uuidOf } from "#app/services/export.server.ts";
import { frameworkAt, library, type Library } from "#app/services/frameworks.server.ts";
import { aloneShapes, documentsShape, misfits } from "#tests/domain/interchange/case-shape.ts";
import { actorFor, today } from "#tests/setup/board.ts";

// The library is files: these services touch no database, so a context without one will do.
const ctxFor = (roles: ("admin" | "hr")[], from: Library = library(), organisationId = "board-a") =>
  ({ library: from, db: undefined as never, now: today, actor: { ...actorFor({ id: "p", name: "Beheer", email: "", schoolId: "s", family: "staf", functionId: "stafmedewerker-ict", fte: 1, roles: roles.map((role) => ({ role })) }, organisationId), language: "nl" as const } }) satisfies Context;
const choice = { format: "case", language: "nl", syntax: "turtle" } as const;
const kindOf = (work: () => unknown) => {
  try {
    return work();
  } catch (error) {
    return error instanceof AppError ? error.kind : error;
  }
};
const base = "https://kader.example.nl";

describe("a download", () => {
  test("is there for the administrator alone, of a framework that is there under its whole version", () => {
    expect(exportFile(ctxFor(["admin"]), "digcompedu", "2017.2.0", choice, base)).toMatchObject({ name: "digcompedu-2017.2.0.case.json", type: "application/json; charset=utf-8" });
    for (const [slug, version] of [["digcompedu", "2017"], ["nothing", "1.0.0"], ["__proto__", "1.0.0"]] as const) expect(kindOf(() => exportFile(ctxFor(["admin"]), slug, version, choice, base)), slug).toBe("not-found");
    expect(kindOf(() => exportFile(ctxFor(["hr"]), "digcompedu", "2017.2.0", choice, base))).toBe("not-found");
    expect(kindOf(() => exportOptions(ctxFor(["hr"]), "digcompedu", "2017.2.0"))).toBe("not-found");
  });

  test("is refused in a sentence without a licence, and then not offered", () => {
    expect(kindOf(() => exportFile(ctxFor(["admin"]), "kennisnet-ict", "2023.1.0", choice, base))).toBe("forbidden");
    expect(exportOptions(ctxFor(["admin"]), "kennisnet-ict", "2023.1.0")).toEqual({ refused: expect.stringContaining("Vraag Stichting Kennisnet"), options: [] });
  });

  test("is offered in every format, with what it cannot carry", () => {
    const { refused, options } = exportOptions(ctxFor(["admin"]), "digcompedu", "2017.2.0");
    expect(refused).toBeNull();
    expect(options.map(({ format }) => format)).toEqual([...exportFormats, "skos"]);
    expect(options.find(({ format }) => format === "matrix")!.losses.join(" ")).toContain("Mahara kent geen niveaus");
  });

  test("of a board's own document is always there for that board, with that board's identifiers", () => {
    const own: Framework = { ...frameworkAt("kennisnet-ict", "2023.1.0")!, slug: "eigen-kader" };
    const from = { ...library(), frameworks: [...library().frameworks, own] };
    const idOf = (board: string) => (JSON.parse(new TextDecoder().decode(exportFile(ctxFor(["admin"], from, board), "eigen-kader", "2023.1.0", choice, base).bytes)) as { CFDocument: { identifier: string; uri: string } }).CFDocument;
    expect(idOf("board-a").identifier).toBe(uuidOf("board-a/eigen-kader@2023.1.0"));
    expect(idOf("board-a").identifier).not.toBe(idOf("board-b").identifier);
    expect(idOf("board-a").uri).toMatch(/^urn:uuid:/);
  });
});

describe("the public CASE service", () => {
  const at = (path: string) => new URL(`/ims/case/v1p1/${path}`, base);
  const body = (answer: CaseAnswer): Record<string, never> => {
    if (!answer.ok) throw new Error(answer.reason);
    return JSON.parse(answer.body) as Record<string, never>;
  };
  type Named = { identifier: string; uri: string };
  type Package = Record<"CFItems" | "CFAssociations" | "CFRubrics", Named[]> & { CFDocument: Named; CFDefinitions: Record<string, Named[]> };
  const documents = (body(caseDocuments(at("CFDocuments"))) as unknown as { CFDocuments: (Named & { CFPackageURI: Named })[] }).CFDocuments;

  test("lists what may be given, and every object of it answers at its own address in the shape of the standard", () => {
    expect(misfits(documentsShape, { CFDocuments: documents })).toEqual([]);
    expect(documents).toHaveLength(library().frameworks.filter(({ licence }) => licence.adaptationAllowed === true).length);
    let asked = 0;
    for (const { CFPackageURI } of documents) {
      const whole = body(caseObject("CFPackages", CFPackageURI.identifier, at("x"))) as unknown as Package;
      expect(misfits(aloneShapes.CFPackages, whole)).toEqual([]);
      const parts: [keyof typeof aloneShapes, readonly Named[]][] = [["CFDocuments", [whole.CFDocument]], ["CFItems", whole.CFItems], ["CFItemAssociations", whole.CFItems], ["CFAssociations", whole.CFAssociations], ["CFRubrics", whole.CFRubrics], ...(Object.entries(whole.CFDefinitions) as [keyof typeof aloneShapes, Named[]][])];
      for (const [collection, all] of parts) {
        for (const { identifier, uri } of all.filter((_, nth) => nth % 7 === 0)) {
          asked += 1;
          expect(misfits(aloneShapes[collection], body(caseObject(collection, identifier, at("x")))), `${collection}/${identifier}`).toEqual([]);
          if (collection !== "CFItemAssociations") expect(uri).toBe(`${base}/ims/case/v1p1/${collection}/${identifier}`);
        }
      }
    }
    expect(asked).toBeGreaterThan(200);
  });

  test("keeps to itself what has no licence, and says so; nothing of it is in what it gives", () => {
    const closed = uuidOf("kennisnet-ict@2023.1.0");
    for (const [collection, id] of [["CFDocuments", closed], ["CFPackages", closed], ["CFItems", uuidOf("kennisnet-ict@2023.1.0/item/KN-V/nl")]] as const) expect(caseObject(collection, id, at("x"))).toMatchObject({ ok: false, fault: "unauthorised_request" });
    expect(documents.map(({ identifier }) => identifier)).not.toContain(closed);
    const sentence = frameworkAt("kennisnet-ict", "2023.1.0")!.nodes[0]!.children![0]!.levels![0]!.statement!.nl;
    for (const { identifier } of documents) expect(JSON.stringify(body(caseObject("CFPackages", identifier, at("x"))))).not.toContain(sentence);
  });

  test.each([["CFItems", "x", "invalid_uuid"], ["CFItems", uuidOf("nothing"), "unknownobject"], ["CFSubjects", uuidOf("nothing"), "unknownobject"], ["CFNothing", uuidOf("nothing"), "unknownobject"], ["__proto__", uuidOf("nothing"), "unknownobject"], ["CFItems", uuidOf("digcompedu@2017.2.0"), "unknownobject"]])("%s/%s: %s", (collection, id, fault) => {
    expect(caseObject(collection, id, at("x"))).toMatchObject({ ok: false, fault });
  });

  test("addresses are those under which it was asked, also where a text looks like one", () => {
    const other = caseObject("CFDocuments", documents[0]!.identifier, new URL("http://127.0.0.1:4375/ims/case/v1p1/CFDocuments/x"));
    expect(other.ok && (JSON.parse(other.body) as Named).uri).toBe(`http://127.0.0.1:4375/ims/case/v1p1/CFDocuments/${documents[0]!.identifier}`);
    const [one, two] = [base, base].map((origin) => caseObject("CFPackages", documents[0]!.identifier, new URL(origin)));
    expect(one!.ok && two!.ok && one!.etag === two!.etag).toBe(true);
    expect(other.ok && one!.ok && other.etag !== one!.etag).toBe(true);
  });
});
