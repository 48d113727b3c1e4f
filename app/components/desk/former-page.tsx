import { Form, Link } from "@remix-run/react";
import { DeskFrame, type DeskHead } from "#app/components/desk/desk-frame.tsx";
import { FormerFormPart, type FormerReply } from "#app/components/desk/former-form.tsx";
import { DiffItem } from "#app/components/manage/diff-item.tsx";
import { EffectOnTrends, type EffectLine } from "#app/components/manage/diff-effect.tsx";
import { DiffRest } from "#app/components/manage/diff-rest.tsx";
import { DiffPages, useKinds } from "#app/components/manage/framework-diff.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Explain } from "#app/components/ui/explain.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { Select } from "#app/components/ui/select.tsx";
import type { FormerForm, FormerView, Unsaid } from "#app/domain/desk/former-view.ts";
import type { ItemView } from "#app/domain/framework/diff-view.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { deskEdit } from "#app/messages/desk-edit.ts";
import { deskFormer } from "#app/messages/desk-former.ts";
import { frameworkDiff } from "#app/messages/framework-diff.ts";
import { formerNames, paths } from "#app/paths.ts";

type Props = { head: DeskHead; sequence: number; canWrite: boolean; view: FormerView | null; form: FormerForm | null; effects: readonly EffectLine[]; reply: FormerReply | null };

/** A version beside the one it follows: what nobody said yet, what it does to trends, and every item of then beside that of now. */
export function FormerPage({ head, sequence, canWrite, view, form, effects, reply }: Props) {
  const t = useMessages(deskFormer);
  const diff = useMessages(frameworkDiff);
  if (view === null) {
    return (
      <DeskFrame head={head} title={t.firstTitle}>
        <EmptyState title={t.first}>{t.firstMore}</EmptyState>
      </DeskFrame>
    );
  }
  const { from } = view;
  if (form) return <FormerFormPart key={`${form.side} ${form.id} ${form.shown}`} head={head} from={from} form={form} sequence={sequence} canWrite={canWrite} reply={reply} />;
  return (
    <DeskFrame head={head} title={t.title(from)} lead={t.lead}>
      <Notice>{t.running(from)}</Notice>
      <StillToSay head={head} view={view} sequence={sequence} canWrite={canWrite} reply={reply} />
      <h2>{diff.effectTitle}</h2>
      <EffectOnTrends effects={effects} to={head.version} />
      <Items head={head} view={view} canWrite={canWrite} />
      <DiffRest diff={view.diff} from={from} to={head.version} />
    </DeskFrame>
  );
}

/** Every item of then beside that of now, those that were asked for. */
function Items({ head, view: { from, diff }, canWrite }: { head: DeskHead; view: FormerView; canWrite: boolean }) {
  const t = useMessages(frameworkDiff);
  return (
    <>
      <h2 id="onderdelen">{t.partsTitle}</h2>
      <Form method="get" className="search-form" aria-label={t.show} key={diff.kind}>
        <Select name={formerNames.kind} label={t.show} empty={false} defaultValue={diff.kind} options={useKinds(diff)} />
        <div className="search-form__submit">
          <button type="submit" className="button button--quiet">
            {t.apply}
          </button>
        </div>
      </Form>
      {diff.items.length === 0 ? (
        <EmptyState title={t.nothing}>{t.nothingHere}</EmptyState>
      ) : (
        <ul className="diff-list">
          {diff.items.map((item) => (
            <DiffItem key={item.key} item={item} from={from} to={head.version}>
              {canWrite ? <Ways id={head.id} item={item} /> : null}
            </DiffItem>
          ))}
        </ul>
      )}
      <DiffPages diff={diff} to={(page) => `${paths.draftFormer(head.id, { kind: diff.kind, page })}#onderdelen`} />
    </>
  );
}

function StillToSay({ head, view: { from, unsaid, moreUnsaid }, sequence, canWrite, reply }: { head: DeskHead; view: FormerView; sequence: number; canWrite: boolean; reply: FormerReply | null }) {
  const t = useMessages(deskFormer);
  const edit = useMessages(deskEdit);
  const refused = reply?.sentence ?? (reply?.conflict ? `${edit.conflictTitle}. ${t.again}` : null);
  const about = ({ side, layer, area }: Unsaid) => [layer, area, side === "now" ? t.sides.now : t.sides.then(from)].filter(Boolean).join(" · ");
  return (
    <section aria-labelledby="unsaid">
      <h2 id="unsaid">{t.unsaidTitle}</h2>
      {refused ? (
        <div role="alert" className="conflict">
          <Notice tone="warning">{refused}</Notice>
        </div>
      ) : null}
      {unsaid.length === 0 ? (
        <p>{t.unsaidNone}</p>
      ) : (
        <>
          <p>{t.unsaidLead}</p>
          <ul className="desk-list">
            {unsaid.map((item) => (
              <li key={`${item.side} ${item.id}`}>
                <div>
                  <p className="desk-list__title">{`${item.code} ${item.title}`}</p>
                  <p className="cell-more">{about(item)}</p>
                </div>
                {canWrite ? <Way id={head.id} side={item.side} item={item} /> : null}
              </li>
            ))}
          </ul>
          {moreUnsaid > 0 ? <p>{t.more(moreUnsaid)}</p> : null}
          {canWrite ? (
            <Explain title={t.rest}>
              <p>{t.restLead}</p>
              <Form method="post" aria-label={t.rest}>
                <input type="hidden" name="sequence" value={sequence} />
                <button type="submit" className="button button--quiet" name="do" value="rest">
                  {t.rest}
                </button>
              </Form>
            </Explain>
          ) : null}
        </>
      )}
    </section>
  );
}

/** The ways to say otherwise of an item: of each part of this version what it was, of what is not there any more where it went. */
function Ways({ id, item: { kind, from, to } }: { id: string; item: ItemView }) {
  if (kind === "same") return null;
  return (
    <p className="cluster">
      {to.map((part) => (
        <Way key={part.id} id={id} side="now" item={part} />
      ))}
      {kind === "gone" || kind === "split" ? from.map((part) => <Way key={part.id} id={id} side="then" item={part} />) : null}
    </p>
  );
}

function Way({ id, side, item: { id: itemId, code, title } }: { id: string; side: "now" | "then"; item: { readonly id: string; readonly code: string; readonly title: string } }) {
  const t = useMessages(deskFormer);
  return (
    <Link to={paths.draftFormer(id, { [side]: itemId })}>
      {t.tell[side]}
      <span className="visually-hidden">: {`${code} ${title}`}</span>
    </Link>
  );
}
