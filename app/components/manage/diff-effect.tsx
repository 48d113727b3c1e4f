import { Explain } from "#app/components/ui/explain.tsx";
import { as } from "#app/components/ui/table-roles.ts";
import { listed } from "#app/domain/format.ts";
import type { TrendEffect, VersionUse } from "#app/domain/framework/effect.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { frameworkDiff } from "#app/messages/framework-diff.ts";

export type EffectLine = Pick<TrendEffect, "effect" | "why" | "rounds"> & { readonly instrument: string; readonly title: string; readonly into: readonly string[] };
type Props = { effects: readonly EffectLine[]; use: VersionUse; from: string; to: string };

/** What a version does to trends of rounds that were held, and what holds the version before it in place. */
export function DiffEffect({ effects, use, from, to }: Props) {
  const t = useMessages(frameworkDiff);
  const language = useLanguage();
  const users = [...use.rounds.map((name) => `‘${name}’`), ...(use.own ? [t.ownUse] : [])];
  return (
    <>
      <h2>{t.effectTitle}</h2>
      <EffectOnTrends effects={effects} to={to} />
      <h2>{t.useTitle(from)}</h2>
      <p>{users.length === 0 ? t.unused : t.used(listed(users, language))}</p>
    </>
  );
}

/** How many trends go on over a seam and how many stop, with each of them for whoever asks. */
export function EffectOnTrends({ effects, to }: Pick<Props, "effects" | "to">) {
  const t = useMessages(frameworkDiff);
  const seams = effects.filter(({ effect }) => effect === "seam").length;
  if (effects.length === 0) return <p>{t.effectNone(to)}</p>;
  return (
    <>
      <p>
        <b>{t.effectCount(seams, effects.length - seams)}</b>
      </p>
      <p>{t.effectNote}</p>
      <Explain title={t.effectList}>
        <Effects effects={effects} />
      </Explain>
    </>
  );
}

function Effects({ effects }: { effects: readonly EffectLine[] }) {
  const t = useMessages(frameworkDiff);
  const language = useLanguage();
  const several = new Set(effects.map(({ instrument }) => instrument)).size > 1;
  return (
    <table {...as("table")} className="diff-table cards-table">
      <caption className="visually-hidden">{t.effectTitle}</caption>
      <thead {...as("rowgroup")}>
        <tr {...as("row")}>
          <th {...as("columnheader")} scope="col">{t.question}</th>
          <th {...as("columnheader")} scope="col">{t.becomes}</th>
          <th {...as("columnheader")} scope="col">{t.rounds}</th>
        </tr>
      </thead>
      <tbody {...as("rowgroup")}>
        {effects.map(({ instrument, title, effect, why, into, rounds }, at) => (
          <tr key={at} {...as("row")}>
            <th {...as("rowheader")} scope="row">
              {title}
              {several ? <span className="cell-more">{instrument}</span> : null}
            </th>
            <td {...as("cell")} data-label={t.becomes}>
              {t.effects[effect]}
              <span className="cell-more">{t.whys[why](listed(into.map((each) => `‘${each}’`), language))}</span>
            </td>
            <td {...as("cell")} data-label={t.rounds}>{listed([...new Set(rounds)], language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
