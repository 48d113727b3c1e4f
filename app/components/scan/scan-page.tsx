import { Form, Link } from "@remix-run/react";
import { ScanCellWords } from "#app/components/scan/scan-cell.tsx";
import { ActionBar } from "#app/components/ui/action-bar.tsx";
import { BackLink } from "#app/components/ui/back-link.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { DateText } from "#app/components/ui/date-text.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { ScrollTable } from "#app/components/ui/scroll-table.tsx";
import { as } from "#app/components/ui/table-roles.ts";
import { TextArea } from "#app/components/ui/text-area.tsx";
import type { ScanColumn, ScanOverview } from "#app/domain/activity/scan-view.ts";
import { scanRules } from "#app/domain/activity/scan.ts";
import { dayInWords } from "#app/domain/format.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { schoolScan } from "#app/messages/school-scan.ts";
import { paths } from "#app/paths.ts";

type Failed = { readonly errors: Readonly<Record<string, string>>; readonly values: Readonly<Record<string, string>> };
type Props = { school: { readonly id: string; readonly name: string }; title: string; slug: string; mayFill: boolean; open: boolean; overview: ScanOverview; failed: Failed | null };

/** The scans of one school: the one on the table, or the start of a new one, and beside it all that was finished. */
export function ScanPage({ school, title, slug, mayFill, open, overview, failed }: Props) {
  const t = useMessages(schoolScan);
  const [first] = overview.columns;
  const left = first ? first.of - first.answered : 0;
  const labels: Readonly<Record<string, string>> = { participants: t.participants, roles: t.roles, sure: t.sureLabel(left) };
  return (
    <div className="scan">
      <BackLink to={paths.school(school.id)}>{t.back(school.name)}</BackLink>
      <PageHead title={title} eyebrow={t.eyebrow(school.name)} lead={t.lead} whoSees={t.whoSees} />
      <ErrorSummary errors={Object.entries(failed?.errors ?? {}).map(([field, code]) => ({ field, label: labels[field] ?? title, text: sentenceFor(t.errors, code) }))} />
      <p>{t.apart}</p>
      <p>
        <Link to={paths.activity(slug, { fromSchool: school.id })}>{t.read}</Link>
      </p>
      {open && first && mayFill ? <OnTable schoolId={school.id} column={first} overview={overview} failed={failed} /> : null}
      {!open && mayFill ? <BeginForm schoolId={school.id} failed={failed} /> : null}
      {first ? <Answers schoolId={school.id} overview={overview} change={open && mayFill} /> : mayFill ? null : <EmptyState title={t.nothingTitle}>{t.nothing}</EmptyState>}
    </div>
  );
}

/** The sentence for what has to be mended in a field. */
function sentenceFor(errors: (typeof schoolScan)["nl"]["errors"], code: string): string {
  return code in errors ? errors[code as keyof typeof errors] : errors.required;
}

function BeginForm({ schoolId, failed }: { schoolId: string; failed: Failed | null }) {
  const t = useMessages(schoolScan);
  const errors = failed?.errors ?? {};
  const sentence = (code: string | undefined) => (code === undefined ? undefined : sentenceFor(t.errors, code));
  return (
    <section aria-labelledby="begin">
      <h2 id="begin">{t.beginTitle}</h2>
      <Form method="post" action={paths.schoolScan(schoolId)} className="form" noValidate>
        <Field name="participants" label={t.participants} description={t.participantsHint} inputMode="numeric" autoComplete="off" defaultValue={failed?.values["participants"] ?? ""} error={sentence(errors["participants"])} />
        <TextArea name="roles" label={t.roles} description={t.rolesHint} limit={scanRules.roles} rows={2} defaultValue={failed?.values["roles"] ?? ""} error={sentence(errors["roles"])} />
        <ActionBar>
          <button type="submit" name="intent" value="begin" className="button">
            {t.begin}
          </button>
        </ActionBar>
      </Form>
    </section>
  );
}

function OnTable({ schoolId, column, overview: { next, elements }, failed }: { schoolId: string; column: ScanColumn; overview: ScanOverview; failed: Failed | null }) {
  const t = useMessages(schoolScan);
  const left = column.of - column.answered;
  const goTo = next ?? elements[0]!.statements[0]!.id;
  return (
    <section aria-labelledby="on-table">
      <h2 id="on-table">{t.onTable}</h2>
      <p>
        {t.answered(column.answered, column.of)} · {t.around(column.participants, column.roles)} · {t.startedOn} <DateText at={column.startedAt} />
      </p>
      {left === 0 ? null : (
        <p>
          <ButtonLink to={paths.scanStatement(schoolId, goTo)}>{column.answered === 0 ? t.start : t.goOn}</ButtonLink>
        </p>
      )}
      {column.answered === 0 ? null : (
        <Form method="post" action={paths.schoolScan(schoolId)} className="scan-finish" noValidate>
          <p id="finish-note">{t.finishNote}</p>
          {left === 0 ? null : <Checkbox id="sure" name="sure" value="on" label={t.sureLabel(left)} {...(failed?.errors["sure"] ? { "aria-invalid": true, "aria-describedby": "sure-error" } : {})} />}
          {left > 0 && failed?.errors["sure"] ? (
            <p className="field__error" id="sure-error">
              {sentenceFor(t.errors, failed.errors["sure"])}
            </p>
          ) : null}
          <button type="submit" name="intent" value="finish" className={left === 0 ? "button" : "button button--quiet"} aria-describedby="finish-note">
            {t.finish(left)}
          </button>
        </Form>
      )}
    </section>
  );
}

function Answers({ schoolId, overview: { columns, elements }, change }: { schoolId: string; overview: ScanOverview; change: boolean }) {
  const t = useMessages(schoolScan);
  const language = useLanguage();
  const heads = columns.map(({ finishedAt }) => (finishedAt === null ? t.columns.now : `${t.columns.then} ${dayInWords(finishedAt, language)}`));
  return (
    <section aria-labelledby="answers">
      <h2 id="answers">{t.overview}</h2>
      {elements.map(({ id, title, description, statements }) => (
        <div key={id} className="scan-element">
          <h3>{title}</h3>
          <p>{description}</p>
          <ScrollTable label={title}>
            <table {...as("table")} className="scan-table cards-table">
              <thead {...as("rowgroup")}>
                <tr {...as("row")}>
                  <th {...as("columnheader")} scope="col">
                    {t.columns.statement}
                  </th>
                  {columns.map((column, at) => (
                    <th {...as("columnheader")} scope="col" key={column.id}>
                      {heads[at]}
                      <span className="cell-more">{t.around(column.participants, column.roles)}</span>
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody {...as("rowgroup")}>
                {statements.map(({ id: statementId, statement, cells }) => (
                  <tr {...as("row")} key={statementId}>
                    <th {...as("rowheader")} scope="row">
                      {statement}
                      {change ? (
                        <span className="cell-more">
                          <Link to={paths.scanStatement(schoolId, statementId)} aria-label={`${cells[0] === null ? t.answer : t.change} ${t.about(statement)}`}>
                            {cells[0] === null ? t.answer : t.change}
                          </Link>
                        </span>
                      ) : null}
                    </th>
                    {cells.map((cell, at) => (
                      <td {...as("cell")} key={columns[at]!.id} data-label={heads[at]}>
                        <ScanCellWords cell={cell} open={columns[at]!.finishedAt === null} />
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollTable>
        </div>
      ))}
    </section>
  );
}
