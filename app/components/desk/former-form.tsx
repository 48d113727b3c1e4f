import { Form, Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { DeskFrame, type DeskHead } from "#app/components/desk/desk-frame.tsx";
import { ActionBar } from "#app/components/ui/action-bar.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { Explain } from "#app/components/ui/explain.tsx";
import { Fieldset } from "#app/components/ui/fieldset.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Select } from "#app/components/ui/select.tsx";
import { listed } from "#app/domain/format.ts";
import type { FormerForm, FormerOption } from "#app/domain/desk/former-view.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { deskEdit } from "#app/messages/desk-edit.ts";
import { deskFormer } from "#app/messages/desk-former.ts";
import { formerNames, paths } from "#app/paths.ts";

/** What came of saying what an item was, when it could not simply be kept. */
export type FormerReply = { readonly sentence: string | null; readonly values: Readonly<Record<string, string>>; readonly conflict: { readonly chosen: readonly string[]; readonly sequence: number } | null };
type Props = { head: DeskHead; from: string; form: FormerForm; sequence: number; canWrite: boolean; reply: FormerReply | null };

/** The question of one item: which of the former version it was, or which of this one it became. */
export function FormerFormPart({ head, from, form, sequence, canWrite, reply }: Props) {
  const t = useMessages(deskFormer);
  const edit = useMessages(deskEdit);
  const language = useLanguage();
  const { side, id, code, title, layer, area, words, areas, shown } = form;
  const conflict = reply?.conflict ?? null;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (conflict) box.current?.focus();
  }, [conflict]);
  const question = t.ask[side](from);
  return (
    <DeskFrame head={head} title={`${code} ${title}`} lead={[layer, area].filter(Boolean).join(" · ")}>
      <ErrorSummary errors={reply?.sentence ? [{ field: "with", label: t.label, text: reply.sentence }] : []} />
      {conflict ? (
        <div role="alert" className="conflict" tabIndex={-1} ref={box}>
          <Notice tone="warning" title={edit.conflictTitle}>
            {t.nowChosen(listed([...conflict.chosen], language))}
          </Notice>
        </div>
      ) : null}
      {words.length > 0 ? (
        <Explain title={t.words}>
          <ul>
            {words.map((text, nth) => (
              <li key={nth}>{text}</li>
            ))}
          </ul>
        </Explain>
      ) : null}
      {shown === null ? null : (
        <Form method="get" className="search-form" aria-label={t.area}>
          <input type="hidden" name={formerNames[side]} value={id} />
          <Select name={formerNames.area} label={t.area} empty={false} defaultValue={shown} options={areas.map((each) => ({ value: each.id, label: `${each.code} ${each.title}` }))} />
          <div className="search-form__submit">
            <button type="submit" className="button button--quiet">
              {edit.show}
            </button>
          </div>
        </Form>
      )}
      {canWrite ? (
        <Form method="post" className="form" aria-label={question} key={conflict?.sequence ?? sequence}>
          <input type="hidden" name="sequence" value={conflict?.sequence ?? sequence} />
          {shown === null ? null : <input type="hidden" name="area" value={shown} />}
          <Fieldset name="with" legend={question} description={t.hint[side]} error={reply?.sentence ?? undefined}>
            <Options form={form} from={from} typed={reply?.values ?? null} />
          </Fieldset>
          <ActionBar more={<Link to={paths.draftFormer(head.id)}>{t.back}</Link>}>
            <button type="submit" className="button" name="do" value="save">
              {t.save}
            </button>
          </ActionBar>
        </Form>
      ) : (
        <>
          <Notice>{t.fixed}</Notice>
          <p>
            {question} {t.nowChosen(listed(form.options.flatMap((each) => (each.chosen ? [`${each.code} ${each.title}`] : [])), language))}
          </p>
        </>
      )}
    </DeskFrame>
  );
}

/** What has no place yet in sight; what has one, and is only chosen for a split or a merger, folded away unless it is chosen. */
function Options({ form: { options, side }, from, typed }: { form: FormerForm; from: string; typed: FormerReply["values"] | null }) {
  const t = useMessages(deskFormer);
  const isTicked = ({ id, chosen }: FormerOption) => (typed ? `with.${id}` in typed : chosen);
  const free = options.filter((each) => each.free || each.chosen);
  const placed = options.filter((each) => !free.includes(each));
  const box = (option: FormerOption) => <Checkbox key={option.id} name={`with.${option.id}`} value="on" defaultChecked={isTicked(option)} label={`${option.code} ${option.title}`} description={option.area ?? undefined} />;
  return (
    <>
      {free.length > 0 ? free.map(box) : <p>{t.freeNone}</p>}
      {placed.length > 0 ? (
        <Explain title={side === "now" ? t.placed.now : t.placed.then(from)} open={placed.some(isTicked)}>
          {placed.map(box)}
        </Explain>
      ) : null}
    </>
  );
}
