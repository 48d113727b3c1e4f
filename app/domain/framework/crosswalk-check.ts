import type { Problem } from "#app/domain/framework/check-instruments.ts";
import { outcome, shapeOf, type Checked } from "#app/domain/framework/check.ts";
import { crosswalkSchema } from "#app/domain/framework/crosswalk-schema.ts";
import { endOf, skosOf, type Crosswalk, type Relation } from "#app/domain/framework/crosswalk.ts";
import { competencesOf, type Framework } from "#app/domain/framework/framework.ts";

/** More neighbours than this say nothing about a competence. */
const mostPerCompetence = 60;

/** Turns parsed JSON into a crosswalk that fits the frameworks it names, or says everything that is wrong with it at once. */
export function checkCrosswalk(json: unknown, frameworkOf: (slug: string, version: string) => Framework | null): Checked<Crosswalk> {
  const parsed = shapeOf<Crosswalk>(json, crosswalkSchema);
  if (!parsed.ok) return parsed;
  const crosswalk = parsed.value;
  return outcome(crosswalk, [...frameworkProblems(crosswalk, frameworkOf), ...endProblems(crosswalk, frameworkOf), ...pairProblems(crosswalk), ...circleProblems(crosswalk)]);
}

/** Where a relation stands, in a way that can be searched for. */
const at = ({ source, target }: Relation, place: number) => `relations.${place} ${source} ${target}`;

function frameworkProblems({ frameworks }: Crosswalk, frameworkOf: (slug: string, version: string) => Framework | null): Problem[] {
  const seen = new Set<string>();
  return frameworks.flatMap(({ slug, version }, place) => {
    const problems: Problem[] = [];
    if (seen.has(slug)) problems.push({ where: `frameworks.${place}`, reason: `framework "${slug}" stands twice` });
    seen.add(slug);
    if (!frameworkOf(slug, version)) problems.push({ where: `frameworks.${place}`, reason: `there is no framework ${slug}@${version}` });
    return problems;
  });
}

/** Both ends are competences of the versions that the file names, in two frameworks. */
function endProblems({ frameworks, relations }: Crosswalk, frameworkOf: (slug: string, version: string) => Framework | null): Problem[] {
  const versions = new Map(frameworks.map(({ slug, version }) => [slug, version]));
  const known = new Map<string, ReadonlySet<string>>();
  for (const { slug, version } of frameworks) {
    const framework = frameworkOf(slug, version);
    if (framework) known.set(slug, new Set(competencesOf(framework).map(({ node }) => node.id)));
  }
  const used = new Map<string, number>();
  return relations.flatMap((relation, place) => {
    const where = at(relation, place);
    const problems: Problem[] = [];
    for (const name of ["source", "target"] as const) {
      const { framework, competenceId } = endOf(relation[name]);
      if (!versions.has(framework)) problems.push({ where, reason: `"frameworks" does not name "${framework}"` });
      else if (known.get(framework)?.has(competenceId) === false) problems.push({ where, reason: `${framework}@${versions.get(framework)} has no competence "${competenceId}"` });
      const times = (used.get(relation[name]) ?? 0) + 1;
      used.set(relation[name], times);
      if (times === mostPerCompetence + 1) problems.push({ where, reason: `${relation[name]} has more than ${mostPerCompetence} relations` });
    }
    if (endOf(relation.source).framework === endOf(relation.target).framework) problems.push({ where, reason: "both ends are in the same framework; a crosswalk goes from one framework to another" });
    if (relation.skos !== skosOf[relation.relation]) problems.push({ where, reason: `"${relation.relation}" is ${skosOf[relation.relation]} in SKOS, which names what the target is; it says ${relation.skos}` });
    return problems;
  });
}

/** One relation per pair, whichever of the two stands first: the other direction is made, so it is never written. */
function pairProblems({ relations }: Crosswalk): Problem[] {
  const seen = new Map<string, number>();
  return relations.flatMap((relation, place) => {
    const pair = [relation.source, relation.target].sort().join(" ");
    const earlier = seen.get(pair);
    if (earlier === undefined) seen.set(pair, place);
    return earlier === undefined ? [] : [{ where: at(relation, place), reason: `this pair has a relation already, at relations.${earlier}; the other direction is made from it` }];
  });
}

/** A part of a part cannot be the whole: relations of parts that go round contradict each other. */
function circleProblems({ relations }: Crosswalk): Problem[] {
  const parts = relations.flatMap(({ source, target, relation }, place): Part[] => (relation === "narrower" ? [{ part: source, whole: target, place }] : relation === "broader" ? [{ part: target, whole: source, place }] : []));
  // What is part of nothing is in no circle, and neither is what has no part.
  const round = withoutEnds(withoutEnds(parts, ({ part }) => part, ({ whole }) => whole), ({ whole }) => whole, ({ part }) => part);
  return round.map(({ place }) => ({ where: at(relations[place]!, place), reason: "goes round: by these relations a competence would be a part of itself" }));
}

type Part = { readonly part: string; readonly whole: string; readonly place: number };

/** Takes away, one after another, the relations that lead (`to`) where nothing goes on from (`from`). */
function withoutEnds(parts: readonly Part[], from: (part: Part) => string, to: (part: Part) => string): Part[] {
  const onward = new Map<string, number>();
  const into = new Map<string, Part[]>();
  for (const each of parts) {
    onward.set(from(each), (onward.get(from(each)) ?? 0) + 1);
    into.set(to(each), into.get(to(each)) ?? []);
    into.get(to(each))!.push(each);
  }
  const gone = new Set<Part>();
  const ends = [...into.keys()].filter((end) => !onward.has(end));
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
    for (const each of into.get(end) ?? []) {
      gone.add(each);
      const left = onward.get(from(each))! - 1;
      onward.set(from(each), left);
      if (left === 0) ends.push(from(each));
    }
  }
  return parts.filter((each) => !gone.has(each));
}
