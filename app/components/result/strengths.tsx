import { Reckoning, type Basis } from "#app/components/result/calculation.tsx";
import { useResultWords } from "#app/components/result/result-words.ts";
import { Explain } from "#app/components/ui/explain.tsx";
import { strengthSentence } from "#app/domain/result/report.ts";
import { closed } from "#app/domain/format.ts";
import type { ResultLine } from "#app/domain/result/result.ts";
import { useLanguage } from "#app/messages/catalogue.ts";

type Props = { strengths: readonly ResultLine[]; basis: Basis; reflects: boolean };

const mostTold = 2;

/** The first things of a block, because "all of it" says nothing; the rest stands below. */
function listOf({ objectives }: ResultLine, partOf: (told: string, more: number) => string): string {
  return partOf(objectives.slice(0, mostTold).join(" "), Math.max(0, objectives.length - mostTold));
}

/** Strengths first: the sentences somebody chose themselves. */
export function Strengths({ strengths, basis, reflects }: Props) {
  const t = useResultWords(reflects);
  const language = useLanguage();
  return (
    <section aria-labelledby="strengths">
      <h2 id="strengths">{t.strengthsTitle}</h2>
      {strengths.length === 0 ? (
        <p>{t.noStrengths}</p>
      ) : (
        <>
          <p>{strengths.some(({ objectives }) => objectives.length > 0) ? t.strengthsIntroBlocks : t.strengthsIntro}</p>
          <ol className="findings">
            {strengths.map((line) => (
              <li key={line.competenceId}>
                <p className="findings__words">{line.objectives.length === 0 ? t.quote(line.statement ?? "") : line.level === basis.levels.length ? listOf(line, t.partOf) : t.partly(line.title)}</p>
                <p className="result-source">
                  <b>{line.title}</b> · {closed(basis.levels[line.level! - 1]!)}{basis.aimed ? ` ${strengthSentence(line.gap, language)}` : null}
                </p>
              </li>
            ))}
          </ol>
          <Explain>
            <p>{basis.aimed ? t.strengthsRule : t.strengthsRulePlain}</p>
            {strengths.map((line) => (
              <p key={line.competenceId}>
                <b>{line.title}.</b> <Reckoning line={line} basis={basis} />
              </p>
            ))}
            <p>
              {basis.rule} {basis.source}
            </p>
          </Explain>
        </>
      )}
    </section>
  );
}
