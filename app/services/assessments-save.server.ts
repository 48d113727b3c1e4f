import { sql } from "drizzle-orm";
import { isReason, levelOf, reasonOf, type ItemState, type Reason } from "#app/domain/assessment/answers.ts";
import type { Mode } from "#app/domain/assessment/questionnaire.ts";
import { phaseAt } from "#app/domain/assessment/round-phase.ts";
import { decideSave, longestNote, untouched, type AnswerToSave, type SavedState } from "#app/domain/assessment/saving.ts";
import { AppError, notFound } from "#app/domain/errors.ts";
import { momentInWords } from "#app/domain/format.ts";
import { isId } from "#app/domain/id.ts";
import { questionnaireOf, type Pinned } from "#app/services/assessments-questionnaire.server.ts";
import { answerFrom } from "#app/services/assessments.server.ts";
import type { Context } from "#app/services/context.server.ts";

export type Saved = { readonly status: "saved"; readonly state: ItemState; readonly at: Date } | { readonly status: "conflict"; readonly theirs: ItemState };

/**
 * Keeps one answer: adds a row, never changes one. The hottest path of the product: one read, one insert.
 * Sending the same twice is harmless; on an older state than the stored one nothing is written and both are given back.
 * @throws AppError "not-found" for an item that is not asked here, "invalid" for a level off the scale, "conflict" after hand-in or closing
 */
export async function saveAnswer(ctx: Context, id: string, sent: AnswerToSave): Promise<Saved> {
  if (!isId(id)) throw notFound();
  if (!isId(sent.clientId) || !Number.isInteger(sent.base) || sent.base < 0 || sent.note.length > longestNote) throw invalid();
  for (let attempt = 1; ; attempt += 1) {
    const row = await stateOf(ctx, id, sent);
    if (!row) throw notFound();
    const decision = decideSave(sent, row.latest, row.same);
    // What is there already was kept in time: saying so again is always right, also after hand-in or closing.
    if (decision.status === "saved") return decision;
    mustBeAsked(ctx, row, sent);
    mustBeWritable(row, ctx.now);
    if (decision.status === "conflict") return decision;
    const { sequence } = decision;
    if (await add(ctx, id, sent, sequence, decision.newId)) {
      return { status: "saved", state: { answer: sent.answer, wish: sent.wish, note: sent.note, sequence }, at: ctx.now };
    }
    // Another save took this place in the same moment, so the newest state is another one now. A second time
    // it can only be that this clientId belongs to something else: nothing of it is told, nothing is written.
    if (attempt === 2) return { status: "conflict", theirs: row.latest?.state ?? untouched };
  }
}

type Row = Pinned & { mode: Mode; handedIn: boolean; ends: Date | null; latest: SavedState | null; same: SavedState | null };
type Raw = {
  framework: string; framework_version: string; instrument: string; profile: string; profile_version: string; family: Pinned["family"]; function_id: string;
  mode: Mode; handed_in: boolean; ends: number | null;
  l_sequence: number | null; l_level: number | null; l_reason: Reason | null; l_wish: boolean; l_note: string | null; l_client: string; l_at: number;
  s_sequence: number | null; s_level: number | null; s_reason: Reason | null; s_wish: boolean; s_note: string | null; s_at: number;
};

/** The assessment, the newest state of the item and what this clientId saved before. Locks out a hand-in, so that what is frozen is complete. */
async function stateOf({ actor, db }: Context, id: string, { itemId, clientId }: AnswerToSave): Promise<Row | null> {
  const [raw] = (await db.execute(sql`
    select a.framework, a.framework_version, a.instrument, a.profile, a.profile_version, a.family, a.function_id, a.mode,
      a.handed_in_at is not null as handed_in, (extract(epoch from least(r.closes_at, r.cancelled_at)) * 1000)::float8 as ends,
      l.sequence as l_sequence, l.level as l_level, l.reason as l_reason, l.wish as l_wish, l.note as l_note, l.client_id as l_client, (extract(epoch from l.answered_at) * 1000)::float8 as l_at,
      s.sequence as s_sequence, s.level as s_level, s.reason as s_reason, s.wish as s_wish, s.note as s_note, (extract(epoch from s.answered_at) * 1000)::float8 as s_at
    from assessments a
    left join rounds r on r.organisation_id = a.organisation_id and r.id = a.round_id
    left join lateral (
      select sequence, level, reason, wish, note, client_id, answered_at from answers
      where organisation_id = a.organisation_id and assessment_id = a.id and item_id = ${itemId} order by sequence desc limit 1
    ) l on true
    left join answers s on s.organisation_id = a.organisation_id and s.client_id = ${clientId} and s.assessment_id = a.id and s.item_id = ${itemId}
    where a.organisation_id = ${actor.organisationId} and a.id = ${id} and a.person_id = ${actor.personId}
    for share of a`)) as unknown as Raw[];
  if (!raw) return null;
  const state = (sequence: number, level: number | null, reason: Reason | null, wish: boolean, note: string | null): ItemState => ({ answer: answerFrom(level, reason), wish, note: note ?? "", sequence });
  return {
    framework: raw.framework,
    frameworkVersion: raw.framework_version,
    instrument: raw.instrument,
    profile: raw.profile,
    profileVersion: raw.profile_version,
    family: raw.family,
    functionId: raw.function_id,
    mode: raw.mode,
    handedIn: raw.handed_in,
    ends: raw.ends === null ? null : new Date(raw.ends),
    latest: raw.l_sequence === null ? null : { state: state(raw.l_sequence, raw.l_level, raw.l_reason, raw.l_wish, raw.l_note), clientId: raw.l_client, at: new Date(raw.l_at) },
    same: raw.s_sequence === null ? null : { state: state(raw.s_sequence, raw.s_level, raw.s_reason, raw.s_wish, raw.s_note), clientId, at: new Date(raw.s_at) },
  };
}

/** False when the place (or the clientId) was taken already; the transaction stays whole. */
async function add({ actor, db, now }: Context, id: string, { itemId, clientId, answer, wish, note }: AnswerToSave, sequence: number, newId: boolean): Promise<boolean> {
  const rows = await db.execute(sql`
    insert into answers (organisation_id, assessment_id, item_id, sequence, client_id, person_id, level, reason, wish, note, answered_at)
    values (${actor.organisationId}, ${id}, ${itemId}, ${sequence}, coalesce(${newId ? null : clientId}::uuid, gen_random_uuid()), ${actor.personId},
      ${levelOf(answer)}::smallint, ${reasonOf(answer)}::text, ${wish}, ${note === "" ? null : note}::text, ${now.toISOString()}::timestamptz)
    on conflict do nothing returning sequence`);
  return rows.length === 1;
}

function mustBeWritable({ handedIn, ends }: Row, now: Date): void {
  if (handedIn) {
    throw new AppError("conflict", {
      nl: "Je zelfscan is ingeleverd, dus je antwoorden staan vast. Trek hem eerst terug als je een antwoord wilt veranderen.",
      en: "Your self-assessment is handed in, so your answers are fixed. Withdraw it first if you want to change an answer.",
    });
  }
  if (ends === null || phaseAt(ends, now) !== "closed") return;
  throw new AppError("conflict", {
    nl: `De ronde is gesloten op ${momentInWords(ends, "nl")}. Je antwoorden tot dat moment zijn bewaard. Dit antwoord kwam daarna en is niet opgeslagen; kopieer het als je het wilt houden.`,
    en: `The round closed on ${momentInWords(ends, "en")}. Your answers up to that moment are kept. This answer came later and was not saved; copy it if you want to keep it.`,
  });
}

function mustBeAsked(ctx: Context, row: Row, { itemId, answer }: AnswerToSave): void {
  const page = questionnaireOf(ctx.library, row, row.mode).byId.get(itemId);
  if (!page) throw notFound();
  const [level, reason] = [levelOf(answer), reasonOf(answer)];
  if (level !== null && !page.choices.some(({ value }) => value === level)) throw invalid();
  if (reason !== null && !isReason(reason)) throw invalid();
}

function invalid(): AppError {
  return new AppError("invalid", {
    nl: "Dit antwoord past niet bij deze vraag. Er is niets opgeslagen. Kies een van de zinnen of een reden.",
    en: "This answer does not belong to this question. Nothing was saved. Choose one of the sentences or a reason.",
  });
}
