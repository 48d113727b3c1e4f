import { Form } from "@remix-run/react";
import { newRoundWith } from "#app/components/rounds/new-round-form.tsx";
import type { RoundDraft } from "#app/components/rounds/round-draft.ts";
import { familyName } from "#app/components/school/figure-words.ts";
import { ActionBar } from "#app/components/ui/action-bar.tsx";
import { DateText } from "#app/components/ui/date-text.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { listed } from "#app/domain/format.ts";
import { families } from "#app/domain/people/function-group.ts";
import type { InstrumentChoice, Invitation } from "#app/domain/round-view.ts";
import { privacyModes } from "#app/domain/round.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { rounds } from "#app/messages/rounds.ts";

type Props = { draft: RoundDraft; instrument: InstrumentChoice; invitations: readonly Invitation[] };

/** Step two: who would be asked, before anything opens. */
export function RoundReview({ draft, instrument, invitations }: Props) {
  const t = useMessages(rounds);
  const language = useLanguage();
  const mode = privacyModes.find((each) => each === draft.privacy) ?? "confidential";
  const total = invitations.reduce((sum, { invited }) => sum + invited, 0);
  const small = mode === "confidential" ? invitations.filter(({ invited }) => invited < Number(draft.threshold)).map(({ name }) => name) : [];
  return (
    <>
      <PageHead title={t.reviewTitle} eyebrow={t.step(2)} lead={t.reviewLead} whoSees={t.whoSees} />
      <dl className="round-facts">
        <Fact label={t.facts.instrument}>{t.version(instrument.title, instrument.version)}</Fact>
        <Fact label={t.facts.name}>{draft.name}</Fact>
        <Fact label={t.facts.families}>{listed(families.filter((family) => draft.families.includes(family)).map((family) => familyName(family, language)), language)}</Fact>
        <Fact label={t.facts.open}>
          {t.opensNow}, {t.until} <DateText at={draft.closesOn} />
        </Fact>
        <Fact label={t.facts.threshold}>{draft.threshold}</Fact>
        <Fact label={t.facts.privacy}>{t.privacyModes[mode]}</Fact>
      </dl>
      <h2>{t.reviewWho}</h2>
      <table className="round-table">
        <caption className="visually-hidden">{t.reviewWho}</caption>
        <thead>
          <tr>
            <th scope="col">{t.reviewSchool}</th>
            <th scope="col">{t.reviewCount}</th>
          </tr>
        </thead>
        <tbody>
          {invitations.map(({ schoolId, name, invited }) => (
            <tr key={schoolId}>
              <th scope="row">{name}</th>
              <td>{t.reviewPeople(invited)}</td>
            </tr>
          ))}
          {invitations.length > 1 ? (
            <tr>
              <th scope="row">{t.reviewTotal}</th>
              <td>{t.reviewPeople(total)}</td>
            </tr>
          ) : null}
        </tbody>
      </table>
      {small.length > 0 ? <p className="round-small">{t.reviewSmall(listed(small, language), Number(draft.threshold))}</p> : null}
      <Form method="post" action={newRoundWith(draft.instrument)}>
        {(["instrument", "name", "closesOn", "threshold", "privacy"] as const).map((name) => (
          <input key={name} type="hidden" name={name} value={draft[name]} />
        ))}
        {(["schoolIds", "families"] as const).flatMap((name) => draft[name].map((value) => <input key={`${name} ${value}`} type="hidden" name={name} value={value} />))}
        <ActionBar
          more={
            <button type="submit" name="intent" value="edit" className="button button--quiet">
              {t.change}
            </button>
          }
        >
          <button type="submit" name="intent" value="open" className="button">
            {t.confirmOpen}
          </button>
        </ActionBar>
      </Form>
    </>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
