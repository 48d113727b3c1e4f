import { acted, type Act } from "#app/domain/desk/act.ts";
import { areWordsFixed } from "#app/domain/desk/licences.ts";
import type { Draft } from "#app/domain/desk/draft.ts";
import { editFacts, factsFields } from "#app/domain/desk/facts.ts";
import type { DeskErrors, FieldGroup, Values } from "#app/domain/desk/field.ts";
import { editMatrix, type MatrixErrors, type MatrixGroup } from "#app/domain/desk/matrix.ts";
import { editScale, scaleFields } from "#app/domain/desk/scale.ts";
import type { TreeRefusal } from "#app/domain/desk/tree.ts";
import { editNode, nodeFields } from "#app/domain/desk/words.ts";
import { AppError, notFound } from "#app/domain/errors.ts";
import { placesOf } from "#app/domain/framework/upgrade.ts";
import { inEither, inLanguage } from "#app/domain/text.ts";
import type { Context } from "#app/services/context.server.ts";
import { boardName, deskDocument, writeDraft, type Desk } from "#app/services/desk.server.ts";
import { loggedOnce } from "#app/services/log.server.ts";

/** A part of a draft that is filled in as one form. */
export type Section = { readonly part: "node"; readonly id: string; readonly group: string | null } | { readonly part: "scale" } | { readonly part: "facts" };

/**
 * What came of a change. conflict: somebody else changed the draft since the page was opened; nothing was written, `theirs` is what stands there
 * now. wrong: what was typed cannot be kept.
 */
export type Change =
  | { readonly status: "kept" }
  | { readonly status: "conflict"; readonly theirs: readonly FieldGroup[]; readonly sequence: number }
  | { readonly status: "wrong"; readonly errors: DeskErrors };

/** The fields of one part of a draft. @throws not found */
export function sectionFields(draft: Draft, section: Section): FieldGroup[] {
  const groups = section.part === "node" ? nodeFields(draft.framework, section.id, section.group) : section.part === "scale" ? scaleFields(draft.framework) : factsFields(draft);
  if (!groups) throw notFound();
  return groups;
}

/** Keeps what was typed in one part of a draft, unless somebody else was there first. */
export async function changeSection(ctx: Context, documentId: string, section: Section, sent: Values, sequence: number): Promise<Change> {
  const desk = await deskDocument(ctx, documentId);
  const fields = sectionFields(desk.draft, section);
  if (section.part !== "facts") mayBeWorded(desk);
  if (desk.sequence !== sequence) return { status: "conflict", theirs: fields, sequence: desk.sequence };
  const edited = section.part === "node" ? editNode(desk.draft, section.id, section.group, sent) : section.part === "scale" ? editScale(desk.draft, sent) : editFacts(desk.draft, sent);
  if (!edited.ok) return { status: "wrong", errors: edited.errors };
  if (await keptDraft(ctx, desk, edited.draft, sequence)) return { status: "kept" };
  const now = await deskDocument(ctx, documentId);
  return { status: "conflict", theirs: sectionFields(now.draft, section), sequence: now.sequence };
}

/** Does one thing to the shape of a draft. @returns the id of the item it is about, "" for none @throws AppError "conflict" when somebody else changed it first, "invalid" when it cannot be done */
export async function changeShape(ctx: Context, documentId: string, act: Act, sequence: number): Promise<string> {
  const desk = await deskDocument(ctx, documentId);
  mayBeWorded(desk);
  if (desk.sequence !== sequence) throw changedMeanwhile();
  // An id of an older version is never given to something else: results would speak of the wrong thing.
  const taken = ctx.library.frameworks.filter(({ slug }) => slug === desk.slug).flatMap((each) => [...placesOf(each).keys()]);
  const outcome = acted(desk.draft, act, taken, act.do === "add-way" ? await boardName(ctx) : "");
  if (!outcome.ok) throw outcome.why === "no-such-node" ? notFound() : new AppError("invalid", refusals[outcome.why]);
  if (!(await keptDraft(ctx, desk, outcome.draft, sequence))) throw changedMeanwhile();
  return outcome.id;
}

/** Keeps who is asked what. Also where the words may not be touched: that choice is the board's own. */
export async function changeMatrix(ctx: Context, documentId: string, at: { instrument: string; group: MatrixGroup; area?: string | null }, sent: Values, sequence: number): Promise<{ readonly errors: MatrixErrors } | null> {
  const desk = await deskDocument(ctx, documentId);
  if (desk.sequence !== sequence) throw askedMeanwhile();
  const edited = editMatrix(desk.draft, at.instrument, at.group, sent, at.area ?? null);
  if (!edited.ok) return { errors: edited.errors };
  if (!(await keptDraft(ctx, desk, edited.draft, sequence))) throw askedMeanwhile();
  return null;
}

/** Writes a changed draft. @returns false when somebody else was there between reading and writing */
export async function keptDraft(ctx: Context, desk: Desk, draft: Draft, sequence: number): Promise<boolean> {
  if (draft === desk.draft) return true;
  if (!(await writeDraft(ctx, desk, draft, sequence))) return false;
  await loggedOnce(ctx, { action: "framework.changed", personId: null, subject: inEither(draft.framework.title, ctx.actor.language) });
  return true;
}

function mayBeWorded({ draft: { framework } }: Desk): void {
  if (!areWordsFixed(framework)) return;
  throw new AppError("forbidden", {
    nl: `De licentie van ${inLanguage(framework.title, "nl")} staat geen bewerking toe. Er is niets veranderd. Je kunt wel kiezen wie welke vragen krijgt.`,
    en: `The licence of ${inLanguage(framework.title, "en")} does not allow adaptation. Nothing has changed. You can choose who is asked which questions.`,
  });
}

function changedMeanwhile(): AppError {
  return new AppError("conflict", {
    nl: "Iemand anders heeft dit concept intussen aangepast. Jouw wijziging is niet opgeslagen. Laad de pagina opnieuw en kijk of het nog nodig is.",
    en: "Somebody else changed this draft in the meantime. Your change was not saved. Load the page again and see whether it is still needed.",
  });
}

function askedMeanwhile(): AppError {
  return new AppError("conflict", {
    nl: "Iemand anders heeft dit concept intussen aangepast. Er is niets opgeslagen. Hier staat wat jij koos. Sla je nu op, dan geldt jouw keuze; laad de pagina opnieuw als je eerst wilt zien wat er staat.",
    en: "Somebody else changed this draft in the meantime. Nothing was saved. What you chose stands here. When you save now, your choice holds; load the page again to see first what stands there.",
  });
}

const refusals: Readonly<Record<Exclude<TreeRefusal, "no-such-node">, { nl: string; en: string }>> = {
  "last-of-all": { nl: "Een raamwerk heeft minstens één onderdeel. Er is niets weggehaald. Voeg eerst iets anders toe.", en: "A framework has at least one item. Nothing was removed. Add something else first." },
  "last-of-area": { nl: "Een gebied heeft minstens één competentie. Er is niets weggehaald. Haal het hele gebied weg, of voeg eerst een andere toe.", en: "An area has at least one competence. Nothing was removed. Remove the whole area, or add another one first." },
  "last-to-move": { nl: "Dit is de enige competentie van dit gebied. Er is niets verplaatst. Voeg hier eerst een andere toe, of pas de naam van het gebied aan.", en: "This is the only competence of this area. Nothing was moved. Add another one here first, or change the name of the area." },
  "no-such-area": { nl: "Er is niets verplaatst. Kies eerst een van de gebieden van dit raamwerk.", en: "Nothing was moved. Choose one of the areas of this framework first." },
  "too-many": { nl: "Een raamwerk heeft hooguit 5.000 onderdelen. Er is niets toegevoegd.", en: "A framework has at most 5,000 items. Nothing was added." },
  "not-an-area": { nl: "Onder een competentie staan geen andere. Er is niets toegevoegd. Voeg de competentie toe aan een gebied.", en: "There are no others under a competence. Nothing was added. Add the competence to an area." },
};
