import { Form } from "@remix-run/react";
import { DateText } from "#app/components/ui/date-text.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { deskReview } from "#app/messages/desk-review.ts";

/** What a colleague said; `who` is null for the reader's own. */
export type CommentLine = { readonly id: string; readonly item: string | null; readonly about: string | null; readonly words: string; readonly who: string | null; readonly at: Date };

/** Comments, newest first. One's own can be taken back. */
export function Comments({ comments }: { comments: readonly CommentLine[] }) {
  const t = useMessages(deskReview);
  if (comments.length === 0) return <p>{t.noComments}</p>;
  return (
    <ul className="desk-comments">
      {comments.map(({ id, item, about, words, who, at }) => (
        <li key={id}>
          <p className="desk-comments__about">
            <b>{item === null ? t.whole : about}</b>
            {who ? ` · ${who}` : null} · <DateText at={at} />
          </p>
          <p className="desk-comments__words">{words}</p>
          {who === null ? (
            <Form method="post" aria-label={`${t.takeBack}: ${words.slice(0, 60)}`}>
              <input type="hidden" name="comment" value={id} />
              <button type="submit" className="button button--quiet" name="do" value="take-back">
                {t.takeBack}
                <span className="visually-hidden">: {words.slice(0, 60)}</span>
              </button>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
