import { Sample } from "#app/components/style-guide/sample.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Fieldset } from "#app/components/ui/fieldset.tsx";
import { RadioGroup } from "#app/components/ui/radio-group.tsx";
import { Select } from "#app/components/ui/select.tsx";
import { TextArea } from "#app/components/ui/text-area.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { guide } from "#app/messages/style-guide.ts";

type State = "plain" | "filled" | "wrong" | "disabled";

/** The same form four times: empty, filled in, with errors, and not available. */
export function Forms() {
  const t = useMessages(guide);
  return (
    <section>
      <h2>{t.sections.forms}</h2>
      <Controls state="plain" />
      <Controls state="filled" />
      <Controls state="wrong" />
      <Controls state="disabled" />
      <Sample name="Field" state={t.states.long}>
        <Field name="long" label={t.field.long} description={t.body} defaultValue={t.field.long} optional />
      </Sample>
    </section>
  );
}

function Controls({ state }: { state: State }) {
  const t = useMessages(guide);
  const [filled, disabled] = [state === "filled", state === "disabled"];
  const error = (text: string) => (state === "wrong" ? text : undefined);
  const options = t.framework.options.map((label) => ({ value: label, label }));
  return (
    <Sample name="Field, Select, TextArea, RadioGroup, Fieldset, Checkbox" state={t.states[state]}>
      <div className="form">
        {state === "wrong" ? (
          <ErrorSummary
            errors={[
              { field: "name-wrong", text: t.field.wrong },
              { field: "to-wrong", text: t.day.wrong },
              { field: "audience-wrong", text: t.audience.wrong },
            ]}
          />
        ) : null}
        <Field name={`name-${state}`} label={t.field.name} description={t.field.hint} error={error(t.field.wrong)} defaultValue={filled ? t.field.value : ""} disabled={disabled} />
        <div className="fields-beside">
          <Field name={`from-${state}`} label={t.day.from} type="date" defaultValue={state === "plain" ? "" : "2026-03-02"} disabled={disabled} />
          <Field name={`to-${state}`} label={t.day.to} type="date" error={error(t.day.wrong)} defaultValue={filled ? "2026-03-31" : ""} disabled={disabled} />
        </div>
        <Select name={`framework-${state}`} label={t.framework.label} options={options} error={error(t.framework.wrong)} defaultValue={filled ? t.framework.options[1] : ""} disabled={disabled} />
        <RadioGroup
          name={`privacy-${state}`}
          legend={`${t.privacy.legend} (${t.states[state]})`}
          options={t.privacy.options.map(([value = "", label, description]) => ({ value, label, description, disabled }))}
          selected={filled || disabled ? "confidential" : undefined}
          error={error(t.privacy.wrong)}
        />
        <Fieldset name={`audience-${state}`} legend={`${t.audience.legend} (${t.states[state]})`} description={t.audience.hint} error={error(t.audience.wrong)}>
          {t.audience.options.map((label, place) => (
            <Checkbox key={label} name={`audience-${state}-choice`} value={label} label={label} defaultChecked={(filled || disabled) && place === 0} disabled={disabled} />
          ))}
        </Fieldset>
        <TextArea name={`note-${state}`} label={t.note.label} description={t.note.hint} limit={500} optional error={error(t.note.wrong)} defaultValue={filled ? t.note.value : ""} disabled={disabled} />
      </div>
    </Sample>
  );
}
