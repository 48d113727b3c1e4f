import { Form } from "@remix-run/react";
import { ScanCellWords } from "#app/components/scan/scan-cell.tsx";
import { ActionBar } from "#app/components/ui/action-bar.tsx";
import { BackLink } from "#app/components/ui/back-link.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { DateText } from "#app/components/ui/date-text.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { RadioGroup } from "#app/components/ui/radio-group.tsx";
import { TextArea } from "#app/components/ui/text-area.tsx";
import type { StatementView } from "#app/domain/activity/scan-view.ts";
import { scanRules, type StoredAnswer } from "#app/domain/activity/scan.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { schoolScan } from "#app/messages/school-scan.ts";
import { paths } from "#app/paths.ts";

/** A form that came back: what was typed, what has to be mended, and the answer that was saved elsewhere meanwhile. */
export type StatementFailed = { readonly errors: Readonly<Record<string, string>>; readonly values: Readonly<Record<string, string>>; readonly theirs?: StoredAnswer };
type Props = { school: { readonly id: string; readonly name: string }; title: string; view: StatementView; failed: StatementFailed | null };

/** One statement on the table: one agreed answer, whether the table differs, a note, and what was said in earlier scans. */
export function StatementPage({ school, title, view, failed }: Props) {
  const t = useMessages(schoolScan);
  const { id, stored, steps } = view;
  const values = failed?.values;
  const chosen = values ? (values["step"] ?? "") : (stored?.step ?? "");
  const differ = values ? values["differ"] === "on" : (stored?.differ ?? false);
  const note = values ? (values["note"] ?? "") : (stored?.note ?? "");
  const theirs = failed?.theirs;
  const base = theirs?.sequence ?? (values ? (values["base"] ?? "0") : String(stored?.sequence ?? 0));
  const sentence = (code: string | undefined) => (code === undefined ? undefined : code in t.errors ? t.errors[code as keyof typeof t.errors] : t.errors.required);
  const labels: Readonly<Record<string, string>> = { step: t.stepLegend, note: t.noteLabel, differ: t.differLabel };
  const stepTitle = (step: string | null) => steps.find((each) => each.id === step)?.title ?? null;
  return (
    <div className="scan">
      <BackLink to={paths.schoolScan(school.id)}>{t.toOverview}</BackLink>
      <PageHead title={view.statement} eyebrow={`${title} · ${school.name} · ${view.element} · ${t.place(view.place, view.of)}`} whoSees={t.whoSees} />
      <p>
        <b>{t.look}</b> {view.look}
      </p>
      <ErrorSummary errors={Object.entries(failed?.errors ?? {}).map(([field, code]) => ({ field, label: labels[field] ?? title, text: sentence(code)! }))} />
      {theirs ? (
        <div role="alert" className="scan-conflict">
          <Notice tone="warning" title={t.conflictTitle}>
            <p>
              {t.conflict} <ScanCellWords cell={{ step: stepTitle(theirs.step), differ: theirs.differ, note: theirs.note }} open />
            </p>
            <p>{t.conflictKeep}</p>
          </Notice>
        </div>
      ) : null}
      <Form method="post" action={paths.scanStatement(school.id, id)} className="form" noValidate key={`${id} ${stored?.sequence ?? 0} ${base}`}>
        <input type="hidden" name="base" value={base} />
        <RadioGroup name="step" legend={t.stepLegend} description={t.stepHint} options={steps.map((step) => ({ value: step.id, label: step.title }))} selected={chosen} error={sentence(failed?.errors["step"])} />
        <div className="scan-differ" id="differ" tabIndex={-1}>
          <Checkbox name="differ" value="on" label={t.differLabel} description={t.differHint} defaultChecked={differ} />
        </div>
        <TextArea name="note" label={t.noteLabel} description={t.noteHint} optional limit={scanRules.note} rows={3} defaultValue={note} error={sentence(failed?.errors["note"])} />
        <ActionBar more={view.previous ? <ButtonLink to={paths.scanStatement(school.id, view.previous)} quiet>{t.previous}</ButtonLink> : null}>
          <button type="submit" className="button">
            {t.save}
          </button>
        </ActionBar>
      </Form>
      {view.earlier.length === 0 ? null : (
        <section aria-labelledby="earlier">
          <h2 id="earlier">{t.earlier}</h2>
          <ul>
            {view.earlier.map(({ finishedAt, cell }) => (
              <li key={finishedAt.toISOString()}>
                <DateText at={finishedAt} />: <ScanCellWords cell={cell} open={false} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
