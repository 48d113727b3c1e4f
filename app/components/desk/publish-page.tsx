import { Form, Link } from "@remix-run/react";
import { useMemo } from "react";
import { Comments, type CommentLine } from "#app/components/desk/comments.tsx";
import { DeskFrame, type DeskHead } from "#app/components/desk/desk-frame.tsx";
import type { RefusalReply } from "#app/components/desk/refusal.tsx";
import { EffectOnTrends, type EffectLine } from "#app/components/manage/diff-effect.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { Explain } from "#app/components/ui/explain.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { RadioGroup } from "#app/components/ui/radio-group.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { desk } from "#app/messages/desk.ts";
import { deskReview } from "#app/messages/desk-review.ts";
import { paths } from "#app/paths.ts";

type Step = "none" | "patch" | "minor" | "major";
type Kind = keyof (typeof deskReview)["nl"]["kinds"];
type Publishing = { readonly from: string | null; readonly needed: Step; readonly problems: number; readonly choices: readonly { readonly version: string; readonly step: Step }[]; readonly counts: Readonly<Partial<Record<Kind, number>>>; readonly effects: readonly EffectLine[]; readonly unsaid: number };
type Props = { head: DeskHead; address: string; comments: readonly CommentLine[]; publishing: Publishing; reply: PublishReply | null };
/** What came of a button that was refused, or of publishing without having said that it is for ever. */
export type PublishReply = { readonly refusal: RefusalReply | null; readonly unsure: boolean; readonly version: string };

/** From draft to review to published: what is needed, what colleagues said, and which number it gets. */
export function PublishPage({ head, address, comments, publishing, reply }: Props) {
  const t = useMessages(deskReview);
  const whole = useMessages(desk);
  const { state } = head;
  const open = state === "draft" || state === "review";
  return (
    <DeskFrame head={head} title={t.publishTitle} refusal={reply?.refusal}>
      {open ? (
        <section aria-labelledby="review">
          <h2 id="review">{t.reviewTitle}</h2>
          <p>{t.reviewLead}</p>
          {state === "review" ? (
            <p>
              {t.address} <Link to={paths.readAlong(head.id)}>{address}</Link>
            </p>
          ) : null}
          <OneButton act={state === "review" ? "back-to-draft" : "ask-for-review"} label={state === "review" ? t.backToDraft : t.askForReview} quiet={state === "review"} />
        </section>
      ) : (
        <Notice>{whole.notDraft[state]}</Notice>
      )}
      <section aria-labelledby="comments">
        <h2 id="comments">{t.commentsTitle}</h2>
        <Comments comments={comments} />
      </section>
      {open ? <Publish head={head} publishing={publishing} reply={reply} /> : null}
      {state === "published" ? (
        <Explain title={t.withdrawTitle}>
          <p>{t.withdrawLead}</p>
          <OneButton act="withdraw" label={t.withdraw} quiet />
        </Explain>
      ) : null}
    </DeskFrame>
  );
}

function Publish({ head, publishing: { from, needed, problems, choices, counts, effects, unsaid }, reply }: { head: DeskHead; publishing: Publishing; reply: PublishReply | null }) {
  const t = useMessages(deskReview);
  const unsure = reply?.unsure ?? false;
  const errors = useMemo(() => (unsure ? [{ field: "sure", text: t.unsure }] : []), [unsure, t]);
  // Below 1.0.0 a minor step holds everything, also what is gone.
  const eased = needed === "major" && choices[0]?.step === "minor";
  const kinds = (Object.entries(counts) as [Kind, number][]).map(([kind, count]) => t.counted(count, t.kinds[kind]));
  const ready = head.state === "review" && problems === 0 && choices.length > 0;
  return (
    <section aria-labelledby="publish">
      <h2 id="publish">{t.publishPart}</h2>
      <p>{t.publishLead}</p>
      {head.state === "draft" ? <p>{t.firstReview}</p> : null}
      {problems > 0 ? (
        <Notice tone="warning">
          <p>
            {t.mendFirst(problems)} <Link to={paths.draft(head.id)}>{t.toMend}</Link>
          </p>
        </Notice>
      ) : null}
      {from === null ? <p>{t.first}</p> : choices.length === 0 ? <p>{t.nothingNew(from)}</p> : <p>{`${t.since(from)} ${kinds.length > 0 ? kinds.join(", ") : t.otherDifferences}.`}</p>}
      {from === null ? null : (
        <p>
          {unsaid > 0 ? `${t.unsaid(unsaid)} ` : null}
          <Link to={paths.draftFormer(head.id)}>{t.toFormer(from)}</Link>
        </p>
      )}
      {from !== null && choices.length > 0 ? (
        <>
          <h3>{t.effectTitle}</h3>
          <EffectOnTrends effects={effects} to={choices[0]!.version} />
        </>
      ) : null}
      {ready ? (
        <Form method="post" aria-label={t.publish} className="form" noValidate>
          <ErrorSummary errors={errors} />
          <RadioGroup name="version" legend={t.version} description={from === null ? undefined : t.needed} selected={(choices.find(({ version }) => version === reply?.version) ?? choices[0]!).version} options={choices.map(({ version, step }) => ({ value: version, label: version, description: eased && step === "minor" ? t.eased : t.steps[step] }))} />
          <Checkbox name="sure" id="sure" label={t.sure} required aria-invalid={unsure ? true : undefined} aria-describedby={unsure ? "error.sure" : undefined} />
          {unsure ? (
            <p className="field__error" id="error.sure">
              {t.unsure}
            </p>
          ) : null}
          <button type="submit" className="button" name="do" value="publish">
            {t.publish}
          </button>
        </Form>
      ) : null}
    </section>
  );
}

function OneButton({ act, label, quiet = false }: { act: string; label: string; quiet?: boolean }) {
  return (
    <Form method="post" aria-label={label}>
      <button type="submit" className={quiet ? "button button--quiet" : "button"} name="do" value={act}>
        {label}
      </button>
    </Form>
  );
}
