import { Form, Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { ActionBar } from "#app/components/ui/action-bar.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Select } from "#app/components/ui/select.tsx";
import { TextArea } from "#app/components/ui/text-area.tsx";
import type { FieldGroupView } from "#app/domain/desk/view.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { deskEdit } from "#app/messages/desk-edit.ts";

type One = FieldGroupView["fields"][number];
/** What came of a form that could not simply be kept. */
export type SectionReply = { readonly errors: Readonly<Record<string, string>>; readonly values: Readonly<Record<string, string>>; readonly conflict: { readonly theirs: Readonly<Record<string, string>>; readonly sequence: number } | null; /** Why what was asked with one button was not done. */ readonly refusal?: string };
type Props = { groups: readonly FieldGroupView[]; sequence: number; reply: SectionReply | null; back: string; canWrite: boolean; languages: number; /** Why nothing can be written here now. */ fixed?: string | undefined };

/** All texts of one part of a draft as one plain form. With a conflict both versions are there, and mine is in the fields. */
export function SectionForm({ groups, sequence, reply, back, canWrite, languages, fixed }: Props) {
  const t = useMessages(deskEdit);
  const fields = groups.flatMap((group) => group.fields.map((field) => ({ group, field })));
  const label = ({ part, language }: One) => `${t.parts[part]}${language && languages > 1 ? ` (${t.languages[language]})` : ""}`;
  const sentence = (code: string | undefined) => (code === undefined ? undefined : t.errors[code as keyof typeof t.errors]);
  const errors = fields.flatMap(({ group, field }) => {
    const text = sentence(reply?.errors[field.name]);
    return text ? [{ field: field.name, label: `${group.legend ? `${group.legend}, ` : ""}${label(field)}`, text }] : [];
  });
  const conflict = reply?.conflict ?? null;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (conflict) box.current?.focus();
  }, [conflict]);
  const sheets = groups.map((group) => (
    <fieldset key={group.key} className="desk-group" disabled={!canWrite}>
      <legend className={group.legend ? undefined : "visually-hidden"}>{group.legend ?? t.item}</legend>
      <div className={languages > 1 ? "desk-group__fields desk-group__fields--both" : "desk-group__fields"}>
        {group.fields.map((field) => {
          const theirs = conflict?.theirs[field.name];
          return (
            <div key={field.name} className={field.language && languages > 1 ? undefined : "desk-group__wide"}>
              <Control field={field} label={label(field)} typed={reply?.values[field.name]} error={sentence(reply?.errors[field.name])} />
              {theirs !== undefined && theirs !== (reply?.values[field.name] ?? field.value) ? (
                <p className="desk-theirs">
                  <b>{t.theirs}</b> <span>{theirs || t.theirsEmpty}</span>
                </p>
              ) : null}
            </div>
          );
        })}
      </div>
    </fieldset>
  ));
  return (
    <>
      <ErrorSummary errors={errors} />
      {conflict ? (
        <div role="alert" className="conflict" tabIndex={-1} ref={box}>
          <Notice tone="warning" title={t.conflictTitle}>
            {t.conflict}
          </Notice>
        </div>
      ) : null}
      {canWrite ? null : <Notice>{fixed ?? t.fixed}</Notice>}
      {canWrite ? (
        <Form method="post" className="form desk-form" noValidate aria-label={t.save} key={conflict?.sequence ?? sequence}>
          <input type="hidden" name="sequence" value={conflict?.sequence ?? sequence} />
          <input type="hidden" name="do" value="save" />
          {sheets}
          <ActionBar more={<Link to={back}>{t.discard}</Link>}>
            <button type="submit" className="button">
              {t.save}
            </button>
          </ActionBar>
        </Form>
      ) : (
        <div className="form desk-form">{sheets}</div>
      )}
    </>
  );
}

function Control({ field, label, typed, error }: { field: One; label: string; typed: string | undefined; error: string | undefined }) {
  const { name, language, optional, room, value, max } = field;
  const around = { name, label, optional, error, defaultValue: typed ?? value, ...(language ? { lang: language } : {}) };
  if (room === "line") return <Field {...around} autoComplete="off" />;
  if (room === "date") return <Field {...around} type="date" />;
  if (room === "lines") return <TextArea {...around} rows={max > 500 ? 4 : 3} />;
  return <Select {...around} options={room} empty={false} />;
}
