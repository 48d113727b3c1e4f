import { Form, Link } from "@remix-run/react";
import { DeskFrame, useFixedReason, type DeskHead } from "#app/components/desk/desk-frame.tsx";
import { SectionForm, type SectionReply } from "#app/components/desk/section-form.tsx";
import { Explain } from "#app/components/ui/explain.tsx";
import { Select } from "#app/components/ui/select.tsx";
import type { FieldGroupView, ItemView } from "#app/domain/desk/view.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { desk } from "#app/messages/desk.ts";
import { deskEdit } from "#app/messages/desk-edit.ts";
import { paths } from "#app/paths.ts";

type Props = {
  head: DeskHead;
  itemId: string;
  item: ItemView;
  group: { readonly key: string; readonly who: string } | null;
  groups: readonly FieldGroupView[];
  sequence: number;
  languages: number;
  canWrite: boolean;
  reply: SectionReply | null;
};

/** One area or competence: its words (general, or those of one function), and its place in the tree. */
export function ItemPage({ head, itemId, item, group, groups, sequence, languages, canWrite, reply }: Props) {
  const t = useMessages(deskEdit);
  const whole = useMessages(desk);
  const fixed = useFixedReason(head);
  const back = group ? paths.draftItem(head.id, itemId) : paths.draft(head.id);
  return (
    <DeskFrame head={head} title={`${item.code} ${item.title}`.trim()} lead={group ? t.forGroup(group.who) : undefined} refusal={reply?.refusal ? { sentence: reply.refusal } : null}>
      {item.extra ? <p className="marker desk-tree__extra">{whole.extra}</p> : null}
      {canWrite ? <p>{group ? t.groupMeans : t.emptyMeans}</p> : null}
      <SectionForm groups={groups} sequence={sequence} reply={reply} back={back} canWrite={canWrite} languages={languages} fixed={fixed} />
      {group ? (
        <p className="cluster">
          <Link to={paths.draftItem(head.id, itemId)}>{t.general}</Link>
          {canWrite ? <Act sequence={sequence} act="remove-words" label={t.removeWords} more={{ group: group.key }} /> : null}
        </p>
      ) : (
        <>
          {item.isCompetence ? <Words headId={head.id} itemId={itemId} item={item} sequence={sequence} canWrite={canWrite} /> : null}
          {canWrite ? <Place item={item} sequence={sequence} /> : null}
        </>
      )}
    </DeskFrame>
  );
}

function Words({ headId, itemId, item, sequence, canWrite }: { headId: string; itemId: string; item: ItemView; sequence: number; canWrite: boolean }) {
  const t = useMessages(deskEdit);
  return (
    <section aria-labelledby="words">
      <h2 id="words">{t.wordsTitle}</h2>
      <p>{t.wordsLead}</p>
      {item.worded.length > 0 ? (
        <ul>
          {item.worded.map(({ key, who }) => (
            <li key={key}>
              <Link to={paths.draftItem(headId, itemId, { group: key })}>{t.forGroup(who)}</Link>
            </li>
          ))}
        </ul>
      ) : null}
      {canWrite && item.wordable.length > 0 ? (
        <Form method="post" className="search-form" aria-label={t.addWordsDo}>
          <input type="hidden" name="sequence" value={sequence} />
          <Select name="group" label={t.addWords} empty={false} options={item.wordable} />
          <div className="search-form__submit">
            <button type="submit" className="button button--quiet" name="do" value="add-words">
              {t.addWordsDo}
            </button>
          </div>
        </Form>
      ) : null}
    </section>
  );
}

function Place({ item, sequence }: { item: ItemView; sequence: number }) {
  const t = useMessages(deskEdit);
  return (
    <section aria-labelledby="place">
      <h2 id="place">{t.placeTitle}</h2>
      <div className="cluster">
        <Act sequence={sequence} act="up" label={t.up} />
        <Act sequence={sequence} act="down" label={t.down} />
        {item.layerBelow ? <Act sequence={sequence} act="add-competence" label={t.addCompetence(item.layerBelow)} /> : null}
      </div>
      {item.areas.length > 0 ? (
        <Form method="post" className="search-form" aria-label={t.moveDo}>
          <input type="hidden" name="sequence" value={sequence} />
          <Select name="area" label={t.move} description={t.moveHint} options={item.areas} required />
          <div className="search-form__submit">
            <button type="submit" className="button button--quiet" name="do" value="move">
              {t.moveDo}
            </button>
          </div>
        </Form>
      ) : null}
      <Explain title={t.removeTitle}>
        <p>{t.removeLead}</p>
        <Act sequence={sequence} act="remove" label={t.remove} />
      </Explain>
    </section>
  );
}

/** One thing that is done with one button. */
export function Act({ sequence, act, label, more = {} }: { sequence: number; act: string; label: string; more?: Readonly<Record<string, string>> }) {
  return (
    <Form method="post" aria-label={label}>
      <input type="hidden" name="sequence" value={sequence} />
      {Object.entries(more).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="button button--quiet" name="do" value={act}>
        {label}
      </button>
    </Form>
  );
}
