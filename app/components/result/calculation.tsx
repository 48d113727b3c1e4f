import { dayInWords } from "#app/domain/format.ts";
import { distanceSentence } from "#app/domain/result/report.ts";
import type { ResultLine, ResultPage } from "#app/domain/result/result.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { result } from "#app/messages/result.ts";

/** What all figures of one result have in common: the rule, and which framework and version on which day. */
export type Basis = { readonly levels: readonly string[]; /** The number the lowest level stands for: 0 where it is nothing (no points, not yet). */ readonly lowest: 0 | 1; readonly aimed: boolean; readonly profile: string; readonly rule: string; readonly source: string };

/** The basis of a result in words; made once per page, because every figure shows it. */
export function useBasis({ levels, lowest, hasTargets, colophon, handedInAt }: Pick<ResultPage, "levels" | "lowest" | "hasTargets" | "colophon" | "handedInAt">): Basis {
  const t = useMessages(result);
  const { framework, version, profile, rule } = colophon;
  return { levels, lowest, aimed: hasTargets, profile, rule, source: t.calculation.from(framework, version, dayInWords(handedInAt, useLanguage())) };
}

/** How one figure came about: the answer, the target, the distance, the rule, and which version on which day. */
export function Calculation({ line, basis }: { line: ResultLine; basis: Basis }) {
  return (
    <>
      <p>
        <Reckoning line={line} basis={basis} />
      </p>
      <p>
        {basis.rule} {basis.source}
      </p>
    </>
  );
}

/** The answer, the target and the distance of one competence, in a sentence or three. */
export function Reckoning({ line, basis }: { line: ResultLine; basis: Basis }) {
  const t = useMessages(result).calculation;
  const { level, target, reason, statement } = line;
  const answer = level !== null ? t.chose(statement ?? "", basis.levels[level - 1]!) : reason ? t.reason : t.unanswered;
  const aim = target === null ? "" : `${t.target(basis.levels[target - 1]!, basis.profile)} `;
  const distance = distanceSentence(line, useLanguage());
  return <>{basis.aimed ? `${answer} ${aim}${distance}` : answer}</>;
}
