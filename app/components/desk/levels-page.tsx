import { Form, Link } from "@remix-run/react";
import { DeskFrame, useFixedReason, type DeskHead } from "#app/components/desk/desk-frame.tsx";
import { Act } from "#app/components/desk/item-page.tsx";
import { SectionForm, type SectionReply } from "#app/components/desk/section-form.tsx";
import { Explain } from "#app/components/ui/explain.tsx";
import { Select } from "#app/components/ui/select.tsx";
import type { FieldGroupView } from "#app/domain/desk/view.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { deskEdit } from "#app/messages/desk-edit.ts";
import { deskShape } from "#app/messages/desk-shape.ts";
import { paths } from "#app/paths.ts";

type ScaleLine = { readonly of: string | null; readonly title: string; readonly codes: readonly string[]; readonly canAdd: boolean; readonly canRemove: boolean };
type Option = { readonly value: string; readonly label: string };
type Props = { head: DeskHead; groups: readonly FieldGroupView[]; scales: readonly ScaleLine[]; ways: readonly Option[]; waysToAdd: readonly Option[]; sequence: number; languages: number; canWrite: boolean; reply: SectionReply | null };

/** The steps that somebody answers on: their words, and one more or less. */
export function LevelsPage({ head, groups, scales, ways, waysToAdd, sequence, languages, canWrite, reply }: Props) {
  const t = useMessages(deskEdit);
  const fixed = useFixedReason(head);
  return (
    <DeskFrame head={head} title={t.levelsTitle} lead={canWrite ? `${t.levelsLead} ${t.levelsWrite}` : t.levelsLead} refusal={reply?.refusal ? { sentence: reply.refusal } : null}>
      <SectionForm groups={groups} sequence={sequence} reply={reply} back={paths.draft(head.id)} canWrite={canWrite} languages={languages} fixed={fixed} />
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
      <Ways head={head} ways={ways} toAdd={waysToAdd} sequence={sequence} canWrite={canWrite} />
    </DeskFrame>
  );
}

/** How the framework is asked: in one way or in several, each a questionnaire of its own. */
function Ways({ head, ways, toAdd, sequence, canWrite }: { head: DeskHead; ways: readonly Option[]; toAdd: readonly Option[]; sequence: number; canWrite: boolean }) {
  const t = useMessages(deskShape);
  return (
    <section aria-labelledby="ways">
      <h2 id="ways">{t.waysTitle}</h2>
      <p>{head.state === "draft" ? `${t.waysLead} ${t.waysChoose}` : t.waysLead}</p>
      <ul>
        {ways.map(({ value, label }) => (
          <li key={value}>
            <Link to={paths.draftMatrix(head.id, { instrument: value })}>{label}</Link>
          </li>
        ))}
      </ul>
      {canWrite && toAdd.length > 0 ? (
        <Form method="post" className="search-form" aria-label={t.addWayDo} key={toAdd.length}>
          <input type="hidden" name="sequence" value={sequence} />
          <Select name="way" label={t.addWay} description={t.addWayHint} empty={false} options={toAdd} />
          <div className="search-form__submit">
            <button type="submit" className="button button--quiet" name="do" value="add-way">
              {t.addWayDo}
            </button>
          </div>
        </Form>
      ) : null}
      {canWrite && ways.length > 1 ? (
        <Explain title={t.removeWayTitle}>
          <p>{t.removeWayLead}</p>
          <div className="cluster">
            {ways.map(({ value, label }) => (
              <Act key={value} sequence={sequence} act="remove-way" label={t.removeWay(label)} more={{ way: value }} />
            ))}
          </div>
        </Explain>
      ) : null}
    </section>
  );
}
