import { stepBetween, type StepReason } from "#app/domain/framework/bump.ts";
import { inverse, type Crosswalk, type Relation } from "#app/domain/framework/crosswalk.ts";
import { isSpellingOnly, textChanges, type PlacedText } from "#app/domain/framework/texts.ts";
import { languages, type Text } from "#app/domain/text.ts";

/** Everything that asks for a step from one version of a crosswalk to the next. A relation is the same whichever of its ends stands first. */
export function crosswalkReasons(before: Crosswalk, after: Crosswalk): StepReason[] {
  const [then, now] = [before, after].map(({ relations }) => new Map(relations.map((relation) => [pairOf(relation), oneWay(relation)]))) as [Map<string, Relation>, Map<string, Relation>];
  return [
    ...wordReasons("(document)", [...texts("title", before.title), ...texts("description", before.reasoning)], [...texts("title", after.title), ...texts("description", after.reasoning)]),
    ...frameworkReasons(before, after),
    ...[...now].flatMap(([pair, relation]) => {
      const old = then.get(pair);
      return old ? relationReasons(pair, old, relation) : [{ step: "minor" as const, where: pair, what: "is a new relation" }];
    }),
    ...[...then.keys()].filter((pair) => !now.has(pair)).map((pair): StepReason => ({ step: "major", where: pair, what: "is no relation any more" })),
  ];
}

const pairOf = ({ source, target }: Relation) => [source, target].sort().join(" ");
const oneWay = (relation: Relation): Relation => (relation.source <= relation.target ? relation : inverse(relation));

function relationReasons(where: string, before: Relation, after: Relation): StepReason[] {
  return [
    ...(before.relation === after.relation ? [] : [{ step: "major" as const, where, what: `was ${before.relation} and is ${after.relation}` }]),
    ...(before.confidence === after.confidence && before.status === after.status ? [] : [{ step: "minor" as const, where, what: "is more or less certain" }]),
    ...(before.author === after.author ? [] : [{ step: "patch" as const, where, what: "has another author" }]),
    ...wordReasons(where, texts("description", before.reason), texts("description", after.reason)),
  ];
}

function frameworkReasons(before: Crosswalk, after: Crosswalk): StepReason[] {
  const versionIn = ({ frameworks }: Crosswalk, slug: string) => frameworks.find((each) => each.slug === slug)?.version;
  const slugs = [...new Set([...before.frameworks, ...after.frameworks].map(({ slug }) => slug))];
  return slugs.flatMap((slug): StepReason[] => {
    const [then, now] = [versionIn(before, slug), versionIn(after, slug)];
    if (then === now) return [];
    if (then === undefined || now === undefined) return [{ step: now === undefined ? "major" : "minor", where: "frameworks", what: now === undefined ? `${slug} is not in it any more` : `${slug} is new in it` }];
    // Back to an older version is a change too; how large it is, the relations tell.
    return [{ step: stepBetween(then, now) === "none" ? "minor" : stepBetween(then, now), where: "frameworks", what: `is for another version of ${slug}` }];
  });
}

function texts(part: "title" | "description", text: Text): PlacedText[] {
  return languages.map((language) => ({ part, instrument: null, group: null, at: null, language, text: text[language] }));
}

function wordReasons(where: string, before: readonly PlacedText[], after: readonly PlacedText[]): StepReason[] {
  const changes = textChanges(before, after);
  return changes.length === 0 ? [] : [{ step: isSpellingOnly(changes) ? "patch" : "minor", where, what: isSpellingOnly(changes) ? "is spelled otherwise" : "is worded otherwise" }];
}
