import { Form } from "@remix-run/react";
import { capital, familyName } from "#app/components/school/figure-words.ts";
import { ActionBar } from "#app/components/ui/action-bar.tsx";
import { BackLink } from "#app/components/ui/back-link.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { RadioGroup } from "#app/components/ui/radio-group.tsx";
import { Select } from "#app/components/ui/select.tsx";
import { everySchool, type PlanningChoices } from "#app/domain/planning/training.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { planning } from "#app/messages/planning.ts";
import { paths } from "#app/paths.ts";

type Failed = { errors: Readonly<Record<string, string>>; values: Readonly<Record<string, string>> };
type Props = { choices: PlanningChoices; /** What the address or an earlier try filled in. */ values: Readonly<Record<string, string>>; failed: Failed | null; back: string };

/** Plan a training under a released figure: what, about what, for whom, where, when and how many hours each. */
export function TrainingForm({ choices, values, failed, back }: Props) {
  const t = useMessages(planning);
  const language = useLanguage();
  const filled = failed?.values ?? values;
  const errors = failed?.errors ?? {};
  const sentence = (code: string | undefined) => (code === undefined ? undefined : code in t.errors ? t.errors[code as keyof typeof t.errors] : t.errors.required);
  const labels: Readonly<Record<string, string>> = { title: t.what, competenceId: t.about, family: t.forWhom, schoolId: t.where, onDate: t.when, hours: t.hours };
  const schools = [...(choices.everySchool ? [{ value: everySchool, label: capital(t.everySchool) }] : []), ...choices.schools.map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <>
      <BackLink to={back}>{t.back}</BackLink>
      <PageHead title={t.title} lead={t.lead(choices.round.name)} whoSees={t.whoSees} />
      <ErrorSummary errors={Object.entries(errors).map(([field, code]) => ({ field, text: `${labels[field] ?? ""} ${sentence(code)!}`.trim() }))} />
      <Form method="post" action={paths.planTraining(choices.round.id)} className="form" noValidate>
        <Field name="title" label={t.what} description={t.whatHint} defaultValue={filled["title"] ?? ""} error={sentence(errors["title"])} autoComplete="off" />
        <Select
          name="competenceId"
          label={t.about}
          options={choices.competences.map(({ id, title, area }) => ({ value: id, label: `${title} (${area})` }))}
          defaultValue={filled["competenceId"] ?? ""}
          error={sentence(errors["competenceId"])}
        />
        <RadioGroup
          name="family"
          legend={t.forWhom}
          options={choices.families.map((family) => ({ value: family, label: capital(familyName(family, language)) }))}
          selected={filled["family"] ?? (choices.families.length === 1 ? choices.families[0] : undefined)}
          error={sentence(errors["family"])}
        />
        <Select name="schoolId" label={t.where} options={schools} empty={schools.length > 1} defaultValue={filled["schoolId"] ?? (schools.length === 1 ? schools[0]!.value : "")} error={sentence(errors["schoolId"])} />
        <Field name="onDate" label={t.when} type="date" defaultValue={filled["onDate"] ?? ""} error={sentence(errors["onDate"])} />
        <Field name="hours" label={t.hours} description={t.hoursHint} inputMode="decimal" defaultValue={filled["hours"] ?? ""} error={sentence(errors["hours"])} autoComplete="off" />
        <ActionBar>
          <button type="submit" name="intent" value="plan" className="button">
            {t.submit}
          </button>
        </ActionBar>
      </Form>
    </>
  );
}
