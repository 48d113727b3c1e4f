import type { LogEntry } from "#app/domain/log.ts";
import { DateText } from "#app/components/ui/date-text.tsx";
import { ScrollTable } from "#app/components/ui/scroll-table.tsx";
import { as } from "#app/components/ui/table-roles.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { log } from "#app/messages/log.ts";
import { Link } from "@remix-run/react";

type Props = { label: string; entries: readonly LogEntry[]; me: string; newest: string | null; older: string | null };

/** Lines of the log, newest first: when, who and in which quality, what. `newest` and `older` are addresses. */
export function LogTable({ label, entries, me, newest, older }: Props) {
  const t = useMessages(log);
  return (
    <>
      <ScrollTable label={label}>
        <table {...as("table")} className="log-table cards-table">
          <caption>{t.caption}</caption>
          <thead {...as("rowgroup")}>
            <tr {...as("row")}>
              <th {...as("columnheader")} scope="col">{t.when}</th>
              <th {...as("columnheader")} scope="col">{t.who}</th>
              <th {...as("columnheader")} scope="col">{t.what}</th>
            </tr>
          </thead>
          <tbody {...as("rowgroup")}>
            {entries.map(({ id, at, actorId, actorName, actorRole, action, subject }) => (
              <tr {...as("row")} key={id}>
                <th {...as("rowheader")} scope="row" data-label={t.when}>
                  <DateText at={at} clock />
                </th>
                <td {...as("cell")} data-label={t.who}>
                  {actorId === me ? (
                    t.me
                  ) : (
                    <>
                      {actorName}
                      <span className="cell-more">{t.roles[actorRole]}</span>
                    </>
                  )}
                </td>
                <td {...as("cell")} data-label={t.what}>
                  {t.actions[action]}
                  {subject ? <span className="cell-more">{subject}</span> : null}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollTable>
      {newest || older ? (
        <nav className="pages" aria-label={t.pages}>
          {newest ? <Link to={newest}>{t.newest}</Link> : null}
          {older ? <Link to={older}>{t.older}</Link> : null}
        </nav>
      ) : null}
    </>
  );
}
