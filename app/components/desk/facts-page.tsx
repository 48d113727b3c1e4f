import { DeskFrame, type DeskHead } from "#app/components/desk/desk-frame.tsx";
import { SectionForm, type SectionReply } from "#app/components/desk/section-form.tsx";
import type { FieldGroupView } from "#app/domain/desk/view.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { deskEdit } from "#app/messages/desk-edit.ts";
import { paths } from "#app/paths.ts";

type Props = { head: DeskHead; groups: readonly FieldGroupView[]; licence: string | null; sequence: number; languages: number; canWrite: boolean; reply: SectionReply | null };

/** What a framework says about itself: name, source, licence, attribution. */
export function FactsPage({ head, groups, licence, sequence, languages, canWrite, reply }: Props) {
  const t = useMessages(deskEdit);
  return (
    <DeskFrame head={head} title={t.factsTitle} lead={t.factsLead}>
      {licence ? (
        <p>
          {t.licenceFixed} <b>{licence}</b>
        </p>
      ) : null}
      <SectionForm groups={groups} sequence={sequence} reply={reply} back={paths.draft(head.id)} canWrite={canWrite} languages={languages} />
    </DeskFrame>
  );
}
