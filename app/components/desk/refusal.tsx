import { Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { Notice } from "#app/components/ui/notice.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { desk } from "#app/messages/desk.ts";

/** Why something was not done, with where to look. */
export type RefusalReply = { readonly sentence: string; readonly links?: readonly { readonly to: string; readonly label: string }[] };

/** Said at the top of the page one was on. Takes the focus when it appears. */
export function Refusal({ reply }: { reply: RefusalReply | null }) {
  const t = useMessages(desk);
  const sentence = reply?.sentence;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (sentence !== undefined) box.current?.focus();
  }, [sentence]);
  if (!reply) return null;
  return (
    <div role="alert" className="conflict" tabIndex={-1} ref={box}>
      <Notice tone="warning" title={t.refusedTitle}>
        <p>{reply.sentence}</p>
        {reply.links && reply.links.length > 0 ? (
          <ul>
            {reply.links.map(({ to, label }) => (
              <li key={to}>
                <Link to={to}>{label}</Link>
              </li>
            ))}
          </ul>
        ) : null}
      </Notice>
    </div>
  );
}
