import { Form } from "@remix-run/react";
import { Comments, type CommentLine } from "#app/components/desk/comments.tsx";
import { TryOut } from "#app/components/desk/try-out.tsx";
import { FrameworkTree, type AreaLine } from "#app/components/manage/framework-tree.tsx";
import { BackLink } from "#app/components/ui/back-link.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Select } from "#app/components/ui/select.tsx";
import { TextArea } from "#app/components/ui/text-area.tsx";
import type { TryOut as TryOutOf } from "#app/domain/desk/preview.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { deskReview } from "#app/messages/desk-review.ts";
import { paths } from "#app/paths.ts";

type Props = {
  id: string;
  title: string;
  tryOut: TryOutOf;
  areas: readonly AreaLine[];
  items: readonly { readonly value: string; readonly label: string }[];
  mine: readonly CommentLine[];
  reply: { readonly errors: Readonly<Record<string, string>>; readonly values: Readonly<Record<string, string>> } | null;
};

/** Stands for a comment about the whole framework. */
export const aboutTheWhole = "geheel";
export const longestComment = 2000;

/** A framework in review as a colleague meets it: try it, read it, say something. */
export function ReadAlongPage({ id, title, tryOut, areas, items, mine, reply }: Props) {
  const t = useMessages(deskReview);
  const sentence = (field: string) => (reply?.errors[field] ? t.errors[reply.errors[field] as keyof typeof t.errors] : undefined);
  const errors = [{ field: "item", label: t.about }, { field: "words", label: t.words }].flatMap(({ field, label }) => (sentence(field) ? [{ field, label, text: sentence(field)! }] : []));
  const asked = tryOut.question?.competenceId;
  return (
    <>
      <BackLink to={paths.readAlongList()}>{t.listTitle}</BackLink>
      <PageHead title={t.readTitle(title)} lead={t.readLead} whoSees={t.readWho} />
      <ErrorSummary errors={errors} />
      <h2>{t.tryPart}</h2>
      <TryOut view={tryOut} to={(at) => paths.readAlong(id, at)} level={3} />
      <h2>{t.writePart}</h2>
      <Form method="post" className="form" noValidate aria-label={t.writePart} key={`${asked} ${mine.length}`}>
        <Select name="item" label={t.about} empty={false} defaultValue={reply?.values["item"] ?? asked ?? aboutTheWhole} options={[{ value: aboutTheWhole, label: t.whole }, ...items]} error={sentence("item")} />
        <TextArea name="words" label={t.words} limit={longestComment} defaultValue={reply?.values["words"] ?? ""} error={sentence("words")} />
        <button type="submit" className="button" name="do" value="comment">
          {t.send}
        </button>
      </Form>
      {mine.length > 0 ? (
        <>
          <h2>{t.minePart}</h2>
          <Comments comments={mine} />
        </>
      ) : null}
      <h2>{t.allPart}</h2>
      <FrameworkTree areas={areas} />
    </>
  );
}
