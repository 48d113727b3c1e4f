import { itemView, deskView, groupViews, audienceName, type DeskView, type FieldGroupView, type ItemView } from "#app/domain/desk/view.ts";
import { waysToAdd, wayTitles } from "#app/domain/desk/asking.ts";
import { spokenIn } from "#app/domain/desk/draft.ts";
import type { FieldGroup } from "#app/domain/desk/field.ts";
import { areWordsFixed, isLicenceFixed } from "#app/domain/desk/licences.ts";
import { languageToAdd, lossOf, type Loss } from "#app/domain/desk/language.ts";
import { formerOf } from "#app/domain/desk/lineage.ts";
import { matrixGroup, matrixGroups, matrixOf, weights } from "#app/domain/desk/matrix.ts";
import { scalesOf } from "#app/domain/desk/scale.ts";
import { notFound } from "#app/domain/errors.ts";
import { instrumentOf, competencesOf } from "#app/domain/framework/framework.ts";
import { inEither, isLanguage, type Language, type Text } from "#app/domain/text.ts";
import type { Context } from "#app/services/context.server.ts";
import { sectionFields, type Section } from "#app/services/desk-edit.server.ts";
import { deskDocument, originIn, type Desk, type DocumentState } from "#app/services/desk.server.ts";

/** What every page of one framework of the board knows about it. */
export type Head = { readonly id: string; readonly title: string; readonly version: string; readonly state: DocumentState; /** The version that this one follows, null for the first. */ readonly former: string | null };

/** The head of a page. */
export function headOf({ actor, library }: Context, { id, version, state, draft }: Desk): Head {
  return { id, title: inEither(draft.framework.title, actor.language), version, state, former: formerOf(draft.framework, library.frameworks)?.version ?? null };
}

/** The overview of one framework of the board. @throws not found */
export async function openDesk(ctx: Context, id: string): Promise<{ head: Head; slug: string; sequence: number; origin: string; view: DeskView }> {
  const desk = await deskDocument(ctx, id);
  return { head: headOf(ctx, desk), slug: desk.slug, sequence: desk.sequence, origin: originIn(ctx, desk.origin), view: deskView(desk.draft, formerOf(desk.draft.framework, ctx.library.frameworks), ctx.actor.language) };
}

/** One part of a draft as a form, in the reader's language. */
export type SectionView = { readonly head: Head; readonly groups: readonly FieldGroupView[]; readonly sequence: number; readonly languages: number; readonly canWrite: boolean };

/** Opens one part of a draft to write. @throws not found */
export async function openSection(ctx: Context, id: string, section: Section): Promise<SectionView & { readonly desk: Desk }> {
  const desk = await deskDocument(ctx, id);
  const { framework } = desk.draft;
  return {
    desk,
    head: headOf(ctx, desk),
    groups: groupViews(sectionFields(desk.draft, section), ctx.actor.language),
    sequence: desk.sequence,
    languages: spokenIn(framework).length,
    canWrite: desk.state === "draft" && (section.part === "facts" || !areWordsFixed(framework)),
  };
}

/** One area or competence, with the words of one function when `group` names one. @throws not found */
export async function openItem(ctx: Context, id: string, itemId: string, group: string | null): Promise<SectionView & { readonly item: ItemView; readonly group: { readonly key: string; readonly who: string } | null }> {
  const { desk, ...section } = await openSection(ctx, id, { part: "node", id: itemId, group });
  const item = itemView(desk.draft, itemId, ctx.actor.language);
  if (!item) throw notFound();
  return { ...section, item, group: group === null ? null : { key: group, who: audienceName(group, ctx.actor.language) } };
}

/** The levels, where one can be added or taken away, and the ways of asking. @throws not found */
export async function openLevels(ctx: Context, id: string) {
  const { desk, ...section } = await openSection(ctx, id, { part: "scale" });
  const { framework } = desk.draft;
  const say = (text: Text) => inEither(text, ctx.actor.language);
  return {
    ...section,
    scales: scalesOf(framework).map(({ of, scale, canAdd, canRemove }) => ({ of, title: say(scale.title), codes: scale.levels.map(({ code }) => code), canAdd, canRemove })),
    ways: framework.instruments.map(({ id: value, title }) => ({ value, label: say(title) })),
    waysToAdd: waysToAdd(framework).map((value) => ({ value, label: say(wayTitles[value]) })),
  };
}

/** The languages of a draft: which one can be added, and, where one is about to be removed, what goes with it. */
export type LanguagesView = { readonly spoken: readonly Language[]; readonly toAdd: Language | null; readonly losing: (Loss & { readonly language: Language }) | null; readonly canChange: boolean };

/** What a framework says about itself; `licence` is its name where it cannot be chosen, `without` the language that is about to be removed. @throws not found */
export async function openFacts(ctx: Context, id: string, without: string | null = null) {
  const { desk, ...section } = await openSection(ctx, id, { part: "facts" });
  const { framework } = desk.draft;
  const [spoken, canChange] = [spokenIn(framework), desk.state === "draft" && !areWordsFixed(framework)];
  const losing = canChange && isLanguage(without) && spoken.length > 1 ? { language: without, ...lossOf(desk.draft, without) } : null;
  const tongues: LanguagesView = { spoken, toAdd: languageToAdd(framework), losing, canChange };
  return { ...section, tongues, licence: isLicenceFixed(framework) ? framework.licence.name : null };
}

const mostRows = 150;

/** Who is asked what with one way of asking, for one group. @throws not found */
export async function openMatrix(ctx: Context, id: string, at: { instrument: string | null; group: string | null; area: string | null }) {
  const desk = await deskDocument(ctx, id);
  const { framework } = desk.draft;
  const { language } = ctx.actor;
  const say = (text: Text) => inEither(text, language);
  const instrument = instrumentOf(framework, at.instrument ?? "") ?? framework.instruments[0]!;
  const group = matrixGroup(at.group ?? "") ?? matrixGroups[0]!;
  const matrix = matrixOf(desk.draft, instrument.id, group)!;
  const rows = new Map(matrix.rows.map((row) => [row.id, row]));
  // A page of thousands of rows is no page: then one area at a time.
  const byArea = matrix.rows.length > mostRows;
  const area = byArea ? (framework.nodes.find((each) => each.id === at.area) ?? framework.nodes[0]!) : null;
  const canWrite = desk.state === "draft";
  return {
    head: headOf(ctx, desk),
    sequence: desk.sequence,
    canWrite,
    view: {
      instrument: instrument.id,
      instruments: framework.instruments.map(({ id: value, title }) => ({ value, label: say(title) })),
      group: group.key,
      groups: matrixGroups.map(({ key, who, functionId }) => ({ value: key, label: functionId === null ? say(who) : `– ${say(who)}` })),
      who: say(group.who),
      levels: (matrix.scale?.levels ?? []).map(({ code, title }) => ({ value: code, label: `${code} · ${say(title)}` })),
      weights,
      allAsked: matrix.allAsked,
      proposes: canWrite && matrix.proposed !== "",
      area: area?.id ?? null,
      areas: byArea ? framework.nodes.map(({ id: value, code, title }) => ({ value, label: `${code} ${say(title)}`.trim() })) : [],
      lines: competencesOf(framework).filter((each) => area === null || each.area === area).map(({ node: { id: nodeId, code, title }, area: above }) => {
        const { asked, short, target, weight } = rows.get(nodeId)!;
        const shown = canWrite && !asked && target === "" ? matrix.proposed : target;
        return { id: nodeId, area: above.id === nodeId ? null : `${above.code} ${say(above.title)}`.trim(), code, title: say(title), asked, short, target: shown, weight: String(weight) };
      }),
    },
  };
}

/** The value of each field by its name, to lay beside what was typed. */
export function valuesOf(groups: readonly FieldGroup[]): Record<string, string> {
  return Object.fromEntries(groups.flatMap(({ fields }) => fields.map(({ name, value }) => [name, value])));
}
