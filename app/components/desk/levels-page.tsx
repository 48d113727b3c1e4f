import { DeskFrame, type DeskHead } from "#app/components/desk/desk-frame.tsx";
import { Act } from "#app/components/desk/item-page.tsx";
import { SectionForm, type SectionReply } from "#app/components/desk/section-form.tsx";
import type { FieldGroupView } from "#app/domain/desk/view.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { deskEdit } from "#app/messages/desk-edit.ts";
import { paths } from "#app/paths.ts";

type ScaleLine = { readonly of: string | null; readonly title: string; readonly codes: readonly string[]; readonly canAdd: boolean; readonly canRemove: boolean };
type Props = { head: DeskHead; groups: readonly FieldGroupView[]; scales: readonly ScaleLine[]; sequence: number; languages: number; canWrite: boolean; reply: SectionReply | null };

/** The steps that somebody answers on: their words, and one more or less. */
export function LevelsPage({ head, groups, scales, sequence, languages, canWrite, reply }: Props) {
  const t = useMessages(deskEdit);
  return (
    <DeskFrame head={head} title={t.levelsTitle} lead={t.levelsLead}>
      <SectionForm groups={groups} sequence={sequence} reply={reply} back={paths.draft(head.id)} canWrite={canWrite} languages={languages} />
      {canWrite && scales.some(({ canAdd, canRemove }) => canAdd || canRemove) ? (
        <section aria-labelledby="shape">
          <h2 id="shape">{t.levelShape}</h2>
          <p>{t.levelShapeLead}</p>
          {scales.map(({ of, title, codes, canAdd, canRemove }) => (
            <div key={of ?? ""}>
              <h3>{title}</h3>
              <div className="cluster">
                {canAdd ? <Act sequence={sequence} act="add-level" label={t.addLevel} more={{ of: of ?? "" }} /> : null}
                {canRemove ? codes.map((code) => <Act key={code} sequence={sequence} act="remove-level" label={t.removeLevel(code)} more={{ of: of ?? "", code }} />) : null}
              </div>
            </div>
          ))}
        </section>
      ) : null}
    </DeskFrame>
  );
}
