import { listed } from "#app/domain/format.ts";
import type { RoundState } from "#app/domain/round.ts";
import { DateText } from "#app/components/ui/date-text.tsx";
import { ScrollTable } from "#app/components/ui/scroll-table.tsx";
import { as } from "#app/components/ui/table-roles.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { manage } from "#app/messages/manage.ts";
import { paths } from "#app/paths.ts";
import { Link } from "@remix-run/react";

/** A round as the administrator sees it. */
export type RoundLine = {
  readonly id: string;
  readonly name: string;
  readonly state: RoundState;
  readonly framework: { readonly title: string; readonly slug: string; readonly version: string };
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly audience: readonly string[];
  readonly schools: readonly string[];
  readonly threshold: number;
  readonly released: boolean;
  readonly invited: number;
  readonly handedIn: number;
  readonly countedAt: Date | null;
};

const namedSchools = 4;

/** All rounds, one row each. Counts are over all schools of a round. */
export function RoundsTable({ rounds }: { rounds: readonly RoundLine[] }) {
  const t = useMessages(manage);
  return (
    <ScrollTable label={t.rounds}>
      <table {...as("table")} className="rounds-table cards-table">
        <caption className="visually-hidden">{t.roundsLead}</caption>
        <thead {...as("rowgroup")}>
          <tr {...as("row")}>
            {[t.round, t.state, t.framework, t.audience, t.privacy].map((head) => (
              <th {...as("columnheader")} key={head} scope="col">
                {head}
              </th>
            ))}
            <th {...as("columnheader")} scope="col" className="number">
              {t.response}
            </th>
          </tr>
        </thead>
        <tbody {...as("rowgroup")}>
          {rounds.map((round) => (
            <Row key={round.id} round={round} />
          ))}
        </tbody>
      </table>
    </ScrollTable>
  );
}

function Row({ round }: { round: RoundLine }) {
  const t = useMessages(manage);
  const language = useLanguage();
  const { name, state, framework, audience, schools, opensAt, closesAt, threshold, released, invited, handedIn, countedAt } = round;
  return (
    <tr {...as("row")}>
      <th {...as("rowheader")} scope="row">
        {name}
        <span className="cell-more">
          <DateText at={opensAt} /> – <DateText at={closesAt} />
        </span>
      </th>
      <td {...as("cell")} data-label={t.state}>{state === "released" && !released ? t.done : t.states[state]}</td>
      <td {...as("cell")} data-label={t.framework}>
        <Link to={paths.framework(framework.slug, framework.version)}>{framework.title}</Link>
        <span className="cell-more">{t.versionOf(framework.version)}</span>
      </td>
      <td {...as("cell")} data-label={t.audience}>
        {listed(audience, language)}
        <span className="cell-more">{schools.length <= namedSchools ? listed(schools, language) : t.schoolCount(schools.length)}</span>
      </td>
      <td {...as("cell")} data-label={t.privacy}>{released ? t.threshold(threshold) : t.ownUse}</td>
      <td {...as("cell")} className="number" data-label={t.response}>
        {countedAt ? t.of(handedIn, invited) : t.notCounted}
        {countedAt && state === "open" ? (
          <span className="cell-more">
            {t.countedAt} <DateText at={countedAt} />
          </span>
        ) : null}
      </td>
    </tr>
  );
}
