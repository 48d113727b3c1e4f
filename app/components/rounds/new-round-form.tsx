import { Form, Link } from "@remix-run/react";
import type { RoundReply } from "#app/components/rounds/round-draft.ts";
import { capital, familyName } from "#app/components/school/figure-words.ts";
import { ActionBar } from "#app/components/ui/action-bar.tsx";
import { BackLink } from "#app/components/ui/back-link.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Fieldset } from "#app/components/ui/fieldset.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { RadioGroup } from "#app/components/ui/radio-group.tsx";
import { families } from "#app/domain/people/function-group.ts";
import type { BusySchool, InstrumentChoice, RoundChoices } from "#app/domain/round-view.ts";
import { privacyModes, thresholds } from "#app/domain/round.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { rounds } from "#app/messages/rounds.ts";
import { paths } from "#app/paths.ts";

type Props = { choices: RoundChoices; instrument: InstrumentChoice; reply: Omit<RoundReply, "invitations">; minimum: string };

/** Step one of opening a round: what, who, until when. Nothing opens yet. */
export function NewRoundForm({ choices, instrument, reply: { draft, errors, busy }, minimum }: Props) {
  const t = useMessages(rounds);
  const language = useLanguage();
  const sentence = (code: string | undefined) => (code === undefined ? undefined : code in t.errors ? t.errors[code as keyof typeof t.errors] : t.errors.required);
  const labels: Readonly<Record<string, string>> = { name: t.name, schoolIds: t.schools, families: t.families, closesOn: t.closesOn, threshold: t.threshold, privacy: t.privacy };
  return (
    <>
      <BackLink to={paths.rounds()}>{t.back}</BackLink>
      <PageHead title={t.newTitle} eyebrow={t.step(1)} lead={t.newLead} whoSees={t.whoSees} />
      <ErrorSummary errors={Object.entries(errors).map(([field, code]) => ({ field, text: `${labels[field] ?? ""} ${sentence(code)!}`.trim() }))} />
      {busy.length > 0 ? <Busy busy={busy} /> : null}
      <InstrumentList choices={choices.instruments} chosen={instrument.key} />
      <Form method="post" action={newRoundWith(instrument.key)} className="form" noValidate key={instrument.key}>
        <input type="hidden" name="instrument" value={instrument.key} />
        <Field name="name" label={t.name} description={t.nameHint} defaultValue={draft.name} error={sentence(errors["name"])} autoComplete="off" />
        <Fieldset name="schoolIds" legend={t.schools} error={sentence(errors["schoolIds"])}>
          {choices.schools.map(({ id, name }) => (
            <Checkbox key={id} name="schoolIds" value={id} label={name} defaultChecked={draft.schoolIds.includes(id)} />
          ))}
        </Fieldset>
        <Fieldset name="families" legend={t.families} description={t.familiesHint} error={sentence(errors["families"])}>
          {families.map((family) => {
            const asked = instrument.families.includes(family);
            return (
              <Checkbox
                key={family}
                name="families"
                value={family}
                label={capital(familyName(family, language))}
                description={asked ? undefined : t.noQuestionnaire}
                disabled={!asked}
                defaultChecked={asked && draft.families.includes(family)}
              />
            );
          })}
        </Fieldset>
        <Field name="closesOn" label={t.closesOn} description={t.closesOnHint} type="date" min={minimum} defaultValue={draft.closesOn} error={sentence(errors["closesOn"])} />
        <Field name="threshold" label={t.threshold} description={t.thresholdHint} type="number" min={thresholds.least} max={thresholds.most} defaultValue={draft.threshold} error={sentence(errors["threshold"])} />
        <RadioGroup
          name="privacy"
          legend={t.privacy}
          options={privacyModes.map((mode) => ({ value: mode, label: t.privacyModes[mode], description: t.privacyHints[mode] }))}
          selected={draft.privacy}
          error={sentence(errors["privacy"])}
        />
        <ActionBar>
          <button type="submit" name="intent" value="review" className="button">
            {t.preview}
          </button>
        </ActionBar>
      </Form>
    </>
  );
}

/** Which schools are in a round already, and in which. */
function Busy({ busy }: { busy: readonly BusySchool[] }) {
  const t = useMessages(rounds);
  return (
    <Notice tone="warning" title={t.busyTitle}>
      <ul>
        {busy.map(({ school, roundId, round }) => (
          <li key={`${school} ${roundId}`}>
            {school}: <Link to={paths.round(roundId)}>{round}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The address of the form for one instrument. */
export function newRoundWith(key: string): string {
  return `${paths.newRound()}?zelfscan=${encodeURIComponent(key)}`;
}

/** Which self-assessment: links, because the rest of the form depends on it. */
function InstrumentList({ choices, chosen }: { choices: readonly InstrumentChoice[]; chosen: string }) {
  const t = useMessages(rounds);
  return (
    <section aria-labelledby="instrument" className="instruments">
      <h2 id="instrument">{t.instrument}</h2>
      <ul>
        {choices.map(({ key, title, version, minutes, families: asked, superseded }) => (
          <li key={key} className={key === chosen ? "instrument instrument--chosen" : "instrument"}>
            <Link to={newRoundWith(key)} aria-current={key === chosen ? "true" : undefined} preventScrollReset>
              {t.version(title, version)}
            </Link>
            <InstrumentFacts families={asked} minutes={minutes} superseded={superseded} chosen={key === chosen} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function InstrumentFacts({ families: asked, minutes, superseded, chosen }: Pick<InstrumentChoice, "families" | "minutes" | "superseded"> & { chosen: boolean }) {
  const t = useMessages(rounds);
  const language = useLanguage();
  return (
    <span className="choice__hint">
      {chosen ? <b>{capital(t.chosen)} · </b> : null}
      {asked.map((family) => familyName(family, language)).join(", ")} · {t.instrumentMinutes(minutes)}
      {superseded ? ` · ${t.superseded}` : null}
    </span>
  );
}
