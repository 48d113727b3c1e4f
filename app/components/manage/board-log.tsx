import { Form } from "@remix-run/react";
import { boardActions, cursorText, type LogAction, type LogCursor, type LogEntry } from "#app/domain/log.ts";
import { LogTable } from "#app/components/manage/log-table.tsx";
import { ManageNav } from "#app/components/manage/manage-nav.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { Select } from "#app/components/ui/select.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { log } from "#app/messages/log.ts";
import { paths } from "#app/paths.ts";

type Props = { entries: readonly LogEntry[]; older: LogCursor | null; me: string; action: LogAction | null; further: boolean };

/** Names of the log's fields, in the address. */
export const logNames = { action: "soort", before: "voor" } as const;

/** The board's log, with one kind of action when asked. */
export function BoardLog({ entries, older, me, action, further }: Props) {
  const t = useMessages(log);
  const at = (before: string | null) => {
    const asked = new URLSearchParams({ ...(action ? { [logNames.action]: action } : {}), ...(before ? { [logNames.before]: before } : {}) }).toString();
    return `${paths.manageLog()}${asked && `?${asked}`}`;
  };
  return (
    <>
      <ManageNav />
      <PageHead title={t.boardTitle} lead={t.boardIntro} whoSees={t.boardNotHere} />
      <Form method="get" action={paths.manageLog()} className="search-form" key={action}>
        <Select name={logNames.action} label={t.filter} empty={false} defaultValue={action ?? ""} options={[{ value: "", label: t.all }, ...boardActions.map((each) => ({ value: each, label: t.actions[each] }))]} />
        <div className="search-form__submit">
          <button type="submit" className="button button--quiet">
            {t.apply}
          </button>
        </div>
      </Form>
      {entries.length === 0 ? (
        <EmptyState title={further ? t.ownOlderEmpty : action ? t.boardEmptyAction : t.boardEmpty}>{null}</EmptyState>
      ) : (
        <LogTable label={t.boardTitle} entries={entries} me={me} newest={further ? at(null) : null} older={older ? at(cursorText(older)) : null} />
      )}
    </>
  );
}
