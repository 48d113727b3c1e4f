import { Form, Link } from "@remix-run/react";
import { DeskFrame, type DeskHead } from "#app/components/desk/desk-frame.tsx";
import { OriginWords } from "#app/components/desk/own-frameworks.tsx";
import type { RefusalReply } from "#app/components/desk/refusal.tsx";
import { ProblemList } from "#app/components/desk/problem-list.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { Explain } from "#app/components/ui/explain.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import type { DeskView, TreeLine } from "#app/domain/desk/view.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { desk } from "#app/messages/desk.ts";
import { paths } from "#app/paths.ts";

type Props = { head: DeskHead; slug: string; sequence: number; origin: string; view: DeskView; refusal: RefusalReply | null };

/** The overview of one framework of the board: what is left to do, and the tree. */
export function DeskPage({ head, slug, sequence, origin, view, refusal }: Props) {
  const t = useMessages(desk);
  const isOpen = head.state === "draft" || head.state === "review";
  const canWrite = head.state === "draft" && !view.wordsFixed;
  return (
    <DeskFrame head={head} refusal={refusal}>
      {head.state === "draft" ? null : <Notice>{t.notDraft[head.state]}</Notice>}
      {view.wordsFixed ? <Notice tone="warning">{t.wordsFixed}</Notice> : null}
      <p className="cell-more">
        <OriginWords origin={origin} />
      </p>
      {isOpen ? <ProblemList id={head.id} sequence={sequence} problems={view.problems} more={view.moreProblems} canWrite={canWrite} /> : null}
      <h2>{t.asksTitle}</h2>
      {view.asked.length === 0 ? <p>{head.state === "draft" ? t.asksNobody : t.asksNobodyHere}</p> : <ul>{view.asked.map(({ who, items }) => <li key={who}>{t.asks(who, items)}</li>)}</ul>}
      <p>
        <Link to={paths.draftMatrix(head.id)}>{t.matrix}</Link>
      </p>
      <h2>{t.treeTitle}</h2>
      <p>{canWrite ? t.treeLead : t.treeLook}</p>
      <Tree id={head.id} lines={view.tree} />
      {canWrite ? (
        <Form method="post" aria-label={t.addArea(view.topLayer)}>
          <input type="hidden" name="sequence" value={sequence} />
          <button type="submit" className="button button--quiet" name="do" value="add-area">
            {t.addArea(view.topLayer)}
          </button>
        </Form>
      ) : null}
      {isOpen ? null : (
        <div className="desk-foot">
          <Form method="post" aria-label={t.nextVersion}>
            <button type="submit" className="button" name="do" value="new-version">
              {t.nextVersion}
            </button>
          </Form>
          <ButtonLink to={paths.framework(slug, head.version)} quiet>
            {t.toPublished}
          </ButtonLink>
        </div>
      )}
      {isOpen ? (
        <Explain title={t.throwAwayTitle}>
          <p>{t.throwAwayLead}</p>
          <Form method="post" aria-label={t.throwAway}>
            <button type="submit" className="button button--quiet" name="do" value="throw-away">
              {t.throwAway}
            </button>
          </Form>
        </Explain>
      ) : null}
    </DeskFrame>
  );
}

function Tree({ id, lines }: { id: string; lines: readonly TreeLine[] }) {
  const t = useMessages(desk);
  return (
    <ol className="desk-tree">
      {lines.map((line) => (
        <li key={line.id}>
          <Link to={paths.draftItem(id, line.id)}>
            <span className="tree__code">{line.code}</span> {line.title || t.unnamed}
          </Link>
          {line.extra ? <span className="marker desk-tree__extra">{t.extra}</span> : null}
          {line.children.length > 0 ? <Tree id={id} lines={line.children} /> : null}
        </li>
      ))}
    </ol>
  );
}
