import type { ReactNode } from "react";
import type { Role } from "#app/domain/access.ts";
import { decimal, listed } from "#app/domain/format.ts";
import { familyTitles, type Family } from "#app/domain/people/function-group.ts";
import { ScrollTable } from "#app/components/ui/scroll-table.tsx";
import { as } from "#app/components/ui/table-roles.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { log } from "#app/messages/log.ts";
import { manage } from "#app/messages/manage.ts";

type Job = { readonly title: string; readonly family: Family; readonly school: string; readonly fte: number; readonly asked: boolean };
/** A person as the administrator sees them: where and as what, never anything about answers. */
export type PersonLine = { readonly id: string; readonly name: string; readonly jobs: readonly Job[]; readonly grants: readonly { readonly role: Role; readonly schools: readonly string[] }[] };

/** The people of a board; one line per function where somebody has more than one. */
export function PeopleTable({ people, caption }: { people: readonly PersonLine[]; caption: string }) {
  const t = useMessages(manage);
  const language = useLanguage();
  return (
    <ScrollTable label={t.people}>
      <table {...as("table")} className="people-table cards-table">
        <caption>{caption}</caption>
        <thead {...as("rowgroup")}>
          <tr {...as("row")}>
            <th {...as("columnheader")} scope="col">{t.name}</th>
            <th {...as("columnheader")} scope="col">{t.job}</th>
            <th {...as("columnheader")} scope="col">{t.family}</th>
            <th {...as("columnheader")} scope="col">{t.school}</th>
            <th {...as("columnheader")} scope="col" className="number">
              {t.fte}
            </th>
            <th {...as("columnheader")} scope="col">{t.rights}</th>
          </tr>
        </thead>
        <tbody {...as("rowgroup")}>
          {people.map(({ id, name, jobs, grants }) => (
            <tr {...as("row")} key={id}>
              <th {...as("rowheader")} scope="row">{name}</th>
              <td {...as("cell")} data-label={t.job}>{jobs.length === 0 ? <span className="cell-more">{t.noJob}</span> : <Lines of={jobs.map((job) => <JobWords job={job} />)} />}</td>
              <td {...as("cell")} data-label={t.family}>
                <Lines of={jobs.map(({ family }) => familyTitles[family][language])} />
              </td>
              <td {...as("cell")} data-label={t.school}>
                <Lines of={jobs.map(({ school }) => school)} />
              </td>
              <td {...as("cell")} className="number" data-label={t.fte}>
                <Lines of={jobs.map(({ fte }) => decimal(fte, language))} />
              </td>
              <td {...as("cell")} data-label={t.rights}>
                <Rights grants={grants} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollTable>
  );
}

/** One line per function of somebody who has more than one. */
function Lines({ of }: { of: readonly ReactNode[] }) {
  return (
    <>
      {of.map((words, place) => (
        <span key={place} className="cell-line">
          {words}
        </span>
      ))}
    </>
  );
}

function JobWords({ job: { title, asked } }: { job: Job }) {
  const t = useMessages(manage);
  return (
    <>
      {title}
      {asked ? null : <span className="marker">{t.noQuestions}</span>}
    </>
  );
}

function Rights({ grants }: { grants: PersonLine["grants"] }) {
  const t = useMessages(manage);
  const { roles } = useMessages(log);
  const language = useLanguage();
  if (grants.length === 0) return <span className="cell-more">{t.none}</span>;
  return <Lines of={grants.map(({ role, schools }) => (role === "leader" ? t.leaderOf(listed(schools, language)) : roles[role]))} />;
}
