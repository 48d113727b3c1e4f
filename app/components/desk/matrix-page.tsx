import { Form, Link } from "@remix-run/react";
import { DeskFrame, useFixedReason, type DeskHead } from "#app/components/desk/desk-frame.tsx";
import { ActionBar } from "#app/components/ui/action-bar.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { ScrollTable } from "#app/components/ui/scroll-table.tsx";
import { Select } from "#app/components/ui/select.tsx";
import { as } from "#app/components/ui/table-roles.ts";
import { decimal } from "#app/domain/format.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { deskEdit } from "#app/messages/desk-edit.ts";
import { paths } from "#app/paths.ts";

/** One competence for one group. */
export type MatrixLine = { readonly id: string; /** The area it stands in; null where it stands in none. */ readonly area: string | null; readonly code: string; readonly title: string; readonly asked: boolean; readonly short: boolean; readonly target: string; readonly weight: string };
type Option = { readonly value: string; readonly label: string };
export type MatrixView = {
  readonly instrument: string;
  readonly instruments: readonly Option[];
  readonly group: string;
  readonly groups: readonly Option[];
  readonly who: string;
  readonly levels: readonly Option[];
  readonly weights: readonly number[];
  /** Where there are too many for one page: the area that is shown, and all of them. */
  readonly area: string | null;
  readonly areas: readonly Option[];
  readonly lines: readonly MatrixLine[];
  readonly allAsked: boolean;
  /** A target that is not chosen yet stands on the middle level. */
  readonly proposes: boolean;
};
type Props = { head: DeskHead; view: MatrixView; sequence: number; canWrite: boolean; errors: Readonly<Record<string, string>>; refusal: string | null };

/** Who is asked what: one function at a time, competence by competence. */
export function MatrixPage({ head, view, sequence, canWrite, errors, refusal }: Props) {
  const t = useMessages(deskEdit);
  const fixed = useFixedReason(head);
  const found = view.lines.flatMap(({ id, code, title }) => (errors[id] ? [{ field: `target.${id}`, label: `${code} ${title}`, text: t.matrixErrors[errors[id] as keyof typeof t.matrixErrors] }] : []));
  return (
    <DeskFrame head={head} title={t.matrixTitle} lead={canWrite ? t.matrixLead : t.matrixLook} refusal={refusal === null ? null : { sentence: refusal }}>
      <ErrorSummary errors={found} />
      <Form method="get" className="search-form" aria-label={t.show} key={`${view.instrument} ${view.group} ${view.area}`}>
        {view.instruments.length > 1 ? <Select name="vragenlijst" label={t.instrument} empty={false} defaultValue={view.instrument} options={view.instruments} /> : null}
        <Select name="groep" label={t.group} empty={false} defaultValue={view.group} options={view.groups} />
        {view.area === null ? null : <Select name="gebied" label={t.area} empty={false} defaultValue={view.area} options={view.areas} />}
        <div className="search-form__submit">
          <button type="submit" className="button button--quiet">
            {t.show}
          </button>
        </div>
      </Form>
      <h2>{view.who}</h2>
      {canWrite ? null : <Notice>{fixed}</Notice>}
      <p>
        {canWrite ? `${t.noTick} ` : null}
        {view.allAsked ? t.allAsked : canWrite ? `${t.shortAlone} ${t.familyTargets}` : t.familyTargets}
      </p>
      {view.allAsked ? null : <p>{view.proposes ? `${t.proposes} ${t.weightMeans}` : t.weightMeans}</p>}
      {canWrite ? (
        <Form method="post" aria-label={t.save} key={`${view.instrument} ${view.group} ${view.area} ${sequence}`}>
          <input type="hidden" name="sequence" value={sequence} />
          <input type="hidden" name="instrument" value={view.instrument} />
          <input type="hidden" name="group" value={view.group} />
          {view.area === null ? null : <input type="hidden" name="area" value={view.area} />}
          <Rows view={view} errors={errors} />
          <ActionBar more={<Link to={paths.draft(head.id)}>{t.discard}</Link>}>
            <button type="submit" className="button">
              {t.save}
            </button>
          </ActionBar>
        </Form>
      ) : (
        <fieldset className="matrix" disabled>
          <legend className="visually-hidden">{`${t.matrixTitle}: ${view.who}`}</legend>
          <Rows view={view} errors={errors} />
        </fieldset>
      )}
    </DeskFrame>
  );
}

function Rows({ view, errors }: { view: MatrixView; errors: Props["errors"] }) {
  const t = useMessages(deskEdit);
  const columns = view.allAsked ? [t.competence, t.asked] : [t.competence, t.asked, t.short, t.target, t.weight];
  return (
    <ScrollTable label={t.matrixTitle}>
      <table {...as("table")} className="matrix-table cards-table">
        <caption className="visually-hidden">{`${t.matrixTitle}: ${view.who}`}</caption>
        <thead {...as("rowgroup")}>
          <tr {...as("row")}>
            {columns.map((column) => (
              <th {...as("columnheader")} key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        {byArea(view.lines).map(({ area, lines }, nth) => (
          <tbody {...as("rowgroup")} key={`${nth} ${area}`}>
            {area === null ? null : (
              <tr {...as("row")} className="table__group">
                <th {...as("rowheader")} colSpan={columns.length} scope="rowgroup">
                  {area}
                </th>
              </tr>
            )}
            {lines.map((line) => (
              <Row key={line.id} line={line} view={view} error={errors[line.id]} />
            ))}
          </tbody>
        ))}
      </table>
    </ScrollTable>
  );
}

/** Rows that follow one another in the same area, under its name. */
function byArea(lines: readonly MatrixLine[]): { area: string | null; lines: MatrixLine[] }[] {
  const found: { area: string | null; lines: MatrixLine[] }[] = [];
  for (const line of lines) {
    const last = found.at(-1);
    if (last && last.area === line.area) last.lines.push(line);
    else found.push({ area: line.area, lines: [line] });
  }
  return found;
}

function Row({ line: { id, code, title, asked, short, target, weight }, view, error }: { line: MatrixLine; view: MatrixView; error: string | undefined }) {
  const t = useMessages(deskEdit);
  const language = useLanguage();
  const named = (what: string) => `${what}: ${code} ${title}`;
  const known = view.weights.some((each) => String(each) === weight) ? view.weights : [...view.weights, Number(weight)];
  return (
    <tr {...as("row")}>
      <th {...as("rowheader")} scope="row">
        <span className="tree__code">{code}</span> {title}
      </th>
      <td {...as("cell")} data-label={t.asked}>
        <input type="checkbox" name={`in.${id}`} defaultChecked={asked} aria-label={named(t.asked)} />
      </td>
      {view.allAsked ? null : (
        <>
          <td {...as("cell")} data-label={t.short}>
            <input type="checkbox" name={`short.${id}`} defaultChecked={short} aria-label={named(t.shortHint)} />
          </td>
          <td {...as("cell")} data-label={t.target}>
            <select className="input" id={`target.${id}`} name={`target.${id}`} defaultValue={target} aria-label={named(t.target)} aria-invalid={error ? true : undefined} aria-describedby={error ? `error.${id}` : undefined}>
              <option value="">{t.noTarget}</option>
              {view.levels.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </select>
            {error ? (
              <span className="field__error" id={`error.${id}`}>
                {t.matrixErrors[error as keyof typeof t.matrixErrors]}
              </span>
            ) : null}
          </td>
          <td {...as("cell")} data-label={t.weight}>
            <select className="input" name={`weight.${id}`} defaultValue={weight} aria-label={named(t.weight)}>
              {known.map((each) => (
                <option key={each} value={String(each)}>
                  {decimal(each, language)}
                </option>
              ))}
            </select>
          </td>
        </>
      )}
    </tr>
  );
}
