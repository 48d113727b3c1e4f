import { Link } from "@remix-run/react";
import { cursorText, type LogCursor, type LogEntry } from "#app/domain/log.ts";
import { LogTable } from "#app/components/manage/log-table.tsx";
import { BackLink } from "#app/components/ui/back-link.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { log } from "#app/messages/log.ts";
import { paths } from "#app/paths.ts";

type Props = { entries: readonly LogEntry[]; older: LogCursor | null; me: string; byOthers: boolean; further: boolean };

/** Names of the log's fields, in the address. */
export const ownLogNames = { who: "wie", before: "voor" } as const;
export const others = "anderen";

/** Who looked at or changed something about the reader. */
export function OwnLog({ entries, older, me, byOthers, further }: Props) {
  const t = useMessages(log);
  const at = (onlyOthers: boolean, before: string | null) => {
    const asked = new URLSearchParams({ ...(onlyOthers ? { [ownLogNames.who]: others } : {}), ...(before ? { [ownLogNames.before]: before } : {}) }).toString();
    return `${paths.log()}${asked && `?${asked}`}`;
  };
  return (
    <>
      <BackLink to={paths.account()}>{t.back}</BackLink>
      <PageHead title={t.ownTitle} whoSees={t.ownIntro} />
      <nav className="section-nav" aria-label={t.filter}>
        <ul>
          {[false, true].map((each) => (
            <li key={String(each)}>
              <Link to={at(each, null)} aria-current={each === byOthers ? "page" : undefined}>
                {each ? t.byOthers : t.all}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {entries.length === 0 ? (
        <EmptyState title={further ? t.ownOlderEmpty : byOthers ? t.othersEmpty : t.ownEmpty}>{t.ownEmptyMore}</EmptyState>
      ) : (
        <LogTable label={t.ownTitle} entries={entries} me={me} newest={further ? at(byOthers, null) : null} older={older ? at(byOthers, cursorText(older)) : null} />
      )}
      <Notice>{t.ownNotHere}</Notice>
    </>
  );
}
