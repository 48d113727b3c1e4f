import { Form } from "@remix-run/react";
import { DateText } from "#app/components/ui/date-text.tsx";
import type { Response, RoundChoice } from "#app/domain/figures/page.ts";
import type { RoundFacts } from "#app/domain/figures/report.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { school } from "#app/messages/school.ts";

type FactsProps = { facts: RoundFacts; response: Response; schools?: number };

/** What every figure on the page carries: round, n of N, framework and version, threshold, date. */
export function RoundFactsLine({ facts, response, schools }: FactsProps) {
  const t = useMessages(school);
  const parts = [
    facts.name,
    ...(schools === undefined ? [] : [t.schoolCount(schools)]),
    t.response(response.handedIn, response.invited),
    t.version(facts.frameworkTitle, facts.version),
    t.profile(facts.profileVersion),
    t.threshold(facts.threshold),
  ];
  return (
    <span className="school-facts">
      {parts.join("\u00a0· ")}{"\u00a0· "}
      {t.closedOn} <DateText at={facts.closedAt} />
      {facts.ownScale ? `. ${t.ownScale}` : null}
    </span>
  );
}

type ChoiceProps = { action: string; choices: readonly RoundChoice[]; chosen: string };

/** Another round, when there is one. */
export function RoundChoiceForm({ action, choices, chosen }: ChoiceProps) {
  const t = useMessages(school);
  if (choices.length < 2) return null;
  return (
    <Form method="get" action={action} className="school-choice">
      <label htmlFor="ronde">{t.chooseRound}</label>
      <select id="ronde" name="ronde" className="input" defaultValue={chosen} key={chosen}>
        {choices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <button type="submit" className="button button--quiet">
        {t.show}
      </button>
    </Form>
  );
}
