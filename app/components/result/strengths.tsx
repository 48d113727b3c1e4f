import { Reckoning, type Basis } from "#app/components/result/calculation.tsx";
import { Explain } from "#app/components/ui/explain.tsx";
import { strengthSentence } from "#app/domain/result/report.ts";
import type { ResultLine } from "#app/domain/result/result.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { result } from "#app/messages/result.ts";

type Props = { strengths: readonly ResultLine[]; basis: Basis };

/** Strengths first: the sentences somebody chose themselves. */
export function Strengths({ strengths, basis }: Props) {
  const t = useMessages(result);
  const language = useLanguage();
  return (
    <section aria-labelledby="strengths">
      <h2 id="strengths">{t.strengthsTitle}</h2>
      {strengths.length === 0 ? (
        <p>{t.noStrengths}</p>
      ) : (
        <>
          <p>{t.strengthsIntro}</p>
          <ol className="findings">
            {strengths.map((line) => (
              <li key={line.competenceId}>
                <p className="findings__words">{t.quote(line.statement ?? "")}</p>
                <p className="result-source">
                  <b>{line.title}</b> · {basis.levels[line.level! - 1]}. {strengthSentence(line.gap, language)}
                </p>
              </li>
            ))}
          </ol>
          <Explain>
            <p>{t.strengthsRule}</p>
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
