import type { ReactNode } from "react";
import { DiffWords } from "#app/components/manage/diff-words.tsx";
import { Explain } from "#app/components/ui/explain.tsx";
import type { ItemView } from "#app/domain/framework/diff-view.ts";
import { listed } from "#app/domain/format.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { frameworkDiff } from "#app/messages/framework-diff.ts";

type Props = { item: ItemView; from: string; to: string; children?: ReactNode };

/** One part, or several that belong together: what became of it, the words behind a summary, and what can be done about it. */
export function DiffItem({ item: { kind, layer, from: then, to: now, rows }, from, to, children }: Props) {
  const t = useMessages(frameworkDiff);
  const language = useLanguage();
  const name = (parts: ItemView["from"]) => listed(parts.map(({ code, title }) => `${code} ${title}`), language);
  const [old, current] = [name(then), name(now)];
  const alone = then.length === 1 && now.length === 1;
  const title = now.length === 0 ? old : then.length === 0 || old === current ? current : `${old} → ${current}`;
  const more = kind === "moved" ? t.movedFrom(then[0]!.area, now[0]!.area) : kind === "renamed" ? t.renamedFrom(then[0]!.code, now[0]!.code) : "";
  return (
    <li className="diff-item">
      <h3 className="diff-item__title">
        {now.length > 0 && then.length > 0 && old !== current ? (
          <>
            {old} <span aria-hidden="true">→</span>
            <span className="visually-hidden"> {t.arrow} </span> {current}
          </>
        ) : (
          title
        )}
      </h3>
      <p className="diff-item__kind">
        <span className={`badge diff-badge diff-badge--${kind}`}>{t.kind[kind]}</span> <span className="cell-more">{[layer, more].filter(Boolean).join(" · ")}</span>
      </p>
      {rows.length > 0 ? (
        <Explain title={(alone ? t.words : t.wordsOf)(rows.length)}>
          <DiffWords rows={rows} what={title} from={from} to={to} />
        </Explain>
      ) : null}
      {children}
    </li>
  );
}
