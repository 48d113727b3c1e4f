import { caseId, caseUri, itemName, objectiveName, objectivesOf, type CaseFrame } from "#app/domain/interchange/to-case-frame.ts";
import type { CaseAssociation, CaseGrouping, LinkGenURI } from "#app/domain/interchange/to-case-model.ts";
import { mayLeave } from "#app/domain/interchange/export-licence.ts";
import { onOneLine, outlineOf, spokenIn } from "#app/domain/interchange/export-source.ts";
import { asUri } from "#app/domain/interchange/export-uri.ts";
import { endOf, type Crosswalk, type Relation } from "#app/domain/framework/crosswalk.ts";
import type { Framework, FrameworkNode, NodeLink } from "#app/domain/framework/framework.ts";
import { linksBetween, placesOf, versionBefore } from "#app/domain/framework/upgrade.ts";

type Ends = Pick<CaseAssociation, "associationType" | "originNodeURI" | "destinationNodeURI">;

/** The tree, the translations, what replaced what, and the links to elsewhere. */
export function caseAssociations(frame: CaseFrame): CaseAssociation[] {
  return [...tree(frame), ...translations(frame), ...replacements(frame), ...frame.source.crosswalks.flatMap((crosswalk) => crosswalkLinks(frame, crosswalk)), ...ownLinks(frame)];
}

/** A grouping per crosswalk, so that its links are known for what they are. */
export function caseGroupings(frame: CaseFrame): CaseGrouping[] {
  return frame.source.crosswalks
    .filter((crosswalk) => crosswalkLinks(frame, crosswalk).length > 0)
    .map((crosswalk) => ({ ...frame.named("CFAssociationGroupings", ...groupingName(crosswalk)), title: onOneLine(`${crosswalk.title[frame.main]} ${crosswalk.version}`), description: crosswalk.reasoning[frame.main] }));
}

const groupingName = ({ slug, version }: Crosswalk) => ["crosswalk", slug, version] as const;

/** @param name tells it from another one of the same type between the same ends */
function associated(frame: CaseFrame, ends: Ends, more: Partial<CaseAssociation> = {}, ...name: readonly string[]): CaseAssociation {
  const { associationType, originNodeURI, destinationNodeURI } = ends;
  return { ...frame.named("CFAssociations", "association", associationType, originNodeURI.identifier, destinationNodeURI.identifier, ...name), ...ends, ...more };
}

const inCase = (link: Omit<LinkGenURI, "targetType">): LinkGenURI => ({ ...link, targetType: "CASE" });
const nodeEnd = (frame: CaseFrame, node: FrameworkNode, language = frame.main) => inCase(frame.link(node.title[language], "CFItems", ...itemName(node.id, language)));

function tree(frame: CaseFrame): CaseAssociation[] {
  const { framework } = frame.source;
  const document = inCase(frame.link(framework.title[frame.main], "CFDocuments"));
  return outlineOf(framework).flatMap(({ node, parent, place }) => [
    associated(frame, { associationType: "isChildOf", originNodeURI: nodeEnd(frame, node), destinationNodeURI: parent ? nodeEnd(frame, parent) : document }, { sequenceNumber: place }),
    ...objectivesOf(node).map(({ key, objective }, nth) =>
      associated(frame, { associationType: "isChildOf", originNodeURI: inCase(frame.link(objective.statement[frame.main], "CFItems", ...objectiveName(node.id, key, frame.main))), destinationNodeURI: nodeEnd(frame, node) }, { sequenceNumber: nth + 1 }),
    ),
  ]);
}

/** The destination is the translation of the origin. */
function translations(frame: CaseFrame): CaseAssociation[] {
  return frame.spoken.slice(1).flatMap((language) =>
    outlineOf(frame.source.framework).flatMap(({ node }) => [
      associated(frame, { associationType: "isTranslationOf", originNodeURI: nodeEnd(frame, node), destinationNodeURI: nodeEnd(frame, node, language) }),
      ...objectivesOf(node).map(({ key, objective }) => {
        const end = (of: typeof language) => inCase(frame.link(objective.statement[of], "CFItems", ...objectiveName(node.id, key, of)));
        return associated(frame, { associationType: "isTranslationOf", originNodeURI: end(frame.main), destinationNodeURI: end(language) });
      }),
    ]),
  );
}

/** Which items of the version before became which of this one. The older package never changes, so the newer one says it. */
function replacements(frame: CaseFrame): CaseAssociation[] {
  const { source } = frame;
  const versions = source.library.filter(({ slug }) => slug === source.framework.slug);
  const before = versionBefore(source.framework, versions);
  if (!before) return [];
  const [then, now] = [placesOf(before), placesOf(source.framework)];
  return linksBetween(before, source.framework, versions).flatMap(({ from, to }) => {
    const kind = from.length > 1 ? "merged" : to.length > 1 ? "split" : null;
    return from.flatMap((id) => to.map((each) => associated(frame, { associationType: "replacedBy", originNodeURI: elsewhere(frame, before, then.get(id)!.node), destinationNodeURI: nodeEnd(frame, now.get(each)!.node) }, kind ? { notes: kind } : {})));
  });
}

/** An item of another document of the library. What we may not give away has no address of ours, but its title and code are facts. */
function elsewhere(frame: CaseFrame, of: Framework, node: FrameworkNode): LinkGenURI {
  const language = spokenIn(of)[0]!;
  const identifier = caseId(frame.source, of, ...itemName(node.id, language));
  const isOurs = mayLeave(of, false).ok || of.slug === frame.source.framework.slug;
  return { title: onOneLine(node.title[language]), identifier, uri: caseUri(frame.source, of, "CFItems", identifier), targetType: isOurs ? "CASE" : "ext:not-public" };
}

/** Part and whole have one direction in CASE, so "broader" is said from the other end. */
const types = { exact: "exactMatchOf", close: "isPeerOf", related: "isRelatedTo", narrower: "isPartOf", broader: "isPartOf" } as const satisfies Record<Relation["relation"], string>;

function crosswalkLinks(frame: CaseFrame, crosswalk: Crosswalk): CaseAssociation[] {
  const { framework, library } = frame.source;
  const versionOf = new Map(crosswalk.frameworks.map(({ slug, version }) => [slug, version]));
  const own = placesOf(framework);
  const endFor = (text: string): LinkGenURI | null => {
    const { framework: slug, competenceId } = endOf(text);
    const of = slug === framework.slug ? framework : library.find((each) => each.slug === slug && each.version === versionOf.get(slug));
    const node = (of === framework ? own : of ? placesOf(of) : null)?.get(competenceId)?.node;
    return of && node ? (of === framework ? nodeEnd(frame, node) : elsewhere(frame, of, node)) : null;
  };
  const grouping = frame.link(`${crosswalk.title[frame.main]} ${crosswalk.version}`, "CFAssociationGroupings", ...groupingName(crosswalk));
  return crosswalk.relations
    .filter(({ source, target }) => [source, target].some((end) => endOf(end).framework === framework.slug))
    .flatMap(({ source, target, relation, skos, reason, confidence, author, status }, nth) => {
      const [from, to] = [endFor(source), endFor(target)];
      if (!from || !to) return [];
      const [originNodeURI, destinationNodeURI] = relation === "broader" ? [to, from] : [from, to];
      return [associated(frame, { associationType: types[relation], originNodeURI, destinationNodeURI }, { CFAssociationGroupingURI: grouping, notes: reason[frame.main], extensions: { groeikompas: { source, target, relation, skos, reason, confidence, author, status } } }, ...groupingName(crosswalk), String(nth))];
    });
}

const linkTypes = { exact: "exactMatchOf", close: "isPeerOf", related: "isRelatedTo", broader: "isPartOf", narrower: "isPartOf", "part-of": "isPartOf", precedes: "precedes", "replaced-by": "replacedBy", exemplar: "exemplar", "skill-level": "hasSkillLevel", other: "ext:other" } as const satisfies Record<NodeLink["relation"], string>;

/** Pointers that the source of the framework gave. */
function ownLinks(frame: CaseFrame): CaseAssociation[] {
  const own = placesOf(frame.source.framework);
  return outlineOf(frame.source.framework).flatMap(({ node }) =>
    (node.links ?? []).map((link, nth) => {
      const inside = link.target.startsWith("#") ? own.get(link.target.slice(1)) : undefined;
      const there: LinkGenURI = inside ? nodeEnd(frame, inside.node) : { title: onOneLine(link.title ?? link.target), identifier: onOneLine(link.target), uri: asUri(link.target), targetType: "ext:external" };
      const [originNodeURI, destinationNodeURI] = link.relation === "narrower" ? [there, nodeEnd(frame, node)] : [nodeEnd(frame, node), there];
      return associated(frame, { associationType: linkTypes[link.relation], originNodeURI, destinationNodeURI }, { extensions: { groeikompas: { relation: link.relation } } }, "link", String(nth));
    }),
  );
}
