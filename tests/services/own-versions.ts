import { readFileSync } from "node:fs";
import { answerScale, instrumentOf, type Framework, type FrameworkNode } from "#app/domain/framework/framework.ts";
import type { Profile } from "#app/domain/framework/profile.ts";
import type { Mapping } from "#app/domain/framework/upgrade.ts";
import { libraryDocuments } from "#db/schema/index.ts";
import type { TestBoard } from "#tests/setup/board.ts";

const file = <T>(name: string) => JSON.parse(readFileSync(new URL(`../../frameworks/${name}.json`, import.meta.url), "utf8")) as T;

/** A board's own copy of the Kennisnet framework, asked of teachers. */
export const slug = "eigen-vaardigheden";
export const instrument = (version: string) => `${slug}@${version}/growth`;

function copied(version: string): Framework {
  return { ...file<Framework>("kennisnet-ict/2023.1.0"), slug, version, derivedFrom: { slug: "kennisnet-ict", version: "2023.1.0" } };
}

type Change = (node: FrameworkNode) => readonly FrameworkNode[];

/** The second version: V1 in other words, V2 under another id, V3 split, V4 and V5 merged, V6 gone, one new; the rest as it was. */
export function secondVersion(): Framework {
  const first = copied("2.0.0");
  const more = (node: FrameworkNode, id: string, title = node.title): FrameworkNode => ({ ...node, id, code: id, title });
  const changes: Readonly<Record<string, Change>> = {
    "KN-V1": (node) => [{ ...node, title: { nl: "Zelf kiezen wat werkt", en: "Choosing what works" } }],
    "KN-V2": (node) => [more(node, "KN-V2n")],
    "KN-V3": (node) => [more(node, "KN-V3a", { nl: "Eerste helft", en: "First half" }), more(node, "KN-V3b", { nl: "Tweede helft", en: "Second half" })],
    "KN-V5": () => [],
    "KN-V6": (node) => [more(node, "KN-NEW", { nl: "Een nieuwe vraag", en: "A new question" })],
  };
  const items: Mapping[] = [{ from: ["KN-V2"], to: ["KN-V2n"] }, { from: ["KN-V3"], to: ["KN-V3a", "KN-V3b"] }, { from: ["KN-V4", "KN-V5"], to: ["KN-V4"] }, { from: ["KN-V6"], to: [] }];
  return { ...first, nodes: first.nodes.map((area) => ({ ...area, children: area.children!.flatMap((node) => changes[node.id]?.(node) ?? [node]) })), upgrade: { from: "1.0.0", items } };
}

export const firstVersion = (): Framework => copied("1.0.0");

/** Teachers are asked everything, with the same target everywhere. */
function profileOf(framework: Framework): Profile {
  const ids = framework.nodes.flatMap(({ children }) => children!.map(({ id }) => id));
  const level = answerScale(framework, instrumentOf(framework, "growth")!)!.levels[2]!.code;
  const text = { nl: "Eigen profiel", en: "Own profile" };
  return { schema: 1, slug: `${slug}-po`, version: framework.version, title: text, status: "ours", reasoning: text, framework: slug, frameworkVersion: framework.version, instrument: "growth", families: { leraar: { targets: Object.fromEntries(ids.map((id) => [id, { level, weight: 1 }])), asked: { "*": { items: ids, short: ids.slice(0, 5) } } } } };
}

/** The board publishes a version of its own, with the profile that asks it. */
export async function publish(board: TestBoard, framework: Framework, at: Date): Promise<void> {
  const { organisationId } = board;
  const createdBy = board.person("beheerder").id;
  const both = [["framework", framework], ["profile", profileOf(framework)]] as const;
  await board.as("beheerder", ({ db }) =>
    db.insert(libraryDocuments).values(both.map(([kind, document]) => ({ organisationId, kind, slug: document.slug, version: document.version, state: "published" as const, document, hash: "0".repeat(64), origin: "test", createdBy, changedAt: at, publishedAt: at }))),
  );
}
