import type { ReactNode } from "react";
import { useFigureWords } from "#app/components/school/figure-words.ts";
import { Explain } from "#app/components/ui/explain.tsx";
import type { GroupCell } from "#app/domain/figures/figure.ts";
import type { RoundFacts, Spread } from "#app/domain/figures/report.ts";
import { decimal } from "#app/domain/format.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { school } from "#app/messages/school.ts";

type Props = { cell: GroupCell | Spread; facts: RoundFacts; rule: string; response: ReactNode };

/** What stands behind a sentence: the figure with its margin, class of n, target and weight, and the rule that chose it. */
export function Why({ cell, facts, rule, response }: Props) {
  const t = useMessages(school);
  const words = useFigureWords(facts);
  const language = useLanguage();
  const isSpread = "schools" in cell;
  const lines: [string, string][] = [
    [t.whyMean, isSpread ? words.spread(cell) : words.mean(cell)],
    ...(isSpread ? ([[t.whySchools, t.schoolCount(cell.schools)]] as [string, string][]) : ([[t.whyInterval, words.interval(cell)], [t.whyN, t.n[cell.n]]] as [string, string][])),
    [t.whyTarget, words.target(cell.target)],
    [t.whyWeight, decimal(cell.weight, language)],
    [t.whyGap, cell.gap === null || cell.gap === 0 ? t.none : t.ofScale(`${decimal(cell.gap * 100, language, 0)}%`)],
  ];
  return (
    <Explain title={t.why}>
      <dl className="school-why">
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>
        {isSpread ? `${t.spreadRule} ` : null}
        {rule}
      </p>
      <p className="school-soft">{response}</p>
    </Explain>
  );
}
