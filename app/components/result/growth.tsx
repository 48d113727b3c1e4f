import { Calculation, type Basis } from "#app/components/result/calculation.tsx";
import { useResultWords } from "#app/components/result/result-words.ts";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { Explain } from "#app/components/ui/explain.tsx";
import { growthSentence } from "#app/domain/result/report.ts";
import type { ResultLine, ResultPage } from "#app/domain/result/result.ts";
import { useLanguage } from "#app/messages/catalogue.ts";
import { paths } from "#app/paths.ts";

type Props = { line: ResultLine | null; page: ResultPage; basis: Basis };

/** The one thing to grow in with why and what it looks like; or something to share; or, honestly, that there is nothing to go on. */
export function Growth({ line, page, basis }: Props) {
  const t = useResultWords(page.reflects);
  const language = useLanguage();
  const { situation, focus, why, levels, colophon } = page;
  const title = { grow: t.growthTitle, share: t.shareTitle, "no-target": t.noTargetTitle, "no-level": t.noLevelTitle }[situation];
  return (
    <section aria-labelledby="growth">
      <h2 id="growth">{title}</h2>
      {situation === "no-target" ? <p>{t.noTarget}</p> : null}
      {situation === "no-level" ? (
        <>
          <p>{t.noLevel}</p>
          <p className="no-print">
            <ButtonLink to={paths.assessments()}>{t.toAssessments}</ButtonLink>
          </p>
        </>
      ) : null}
      {situation === "share" && focus ? <p>{t.share(focus.title)}</p> : null}
      {situation === "grow" && focus && why && line ? (
        <>
          <p className="result-focus">{focus.title}</p>
          {focus.objectives.length > 0 ? (
            <>
              <p>{t.objectives}</p>
              <ul>
                {focus.objectives.map((objective) => (
                  <li key={objective}>{objective}</li>
                ))}
              </ul>
            </>
          ) : null}
          <p>{growthSentence(why, colophon.noun, language)}</p>
          <dl className="result-ladder">
            <div>
              <dt>
                {t.youChose} · {levels[line.level! - 1]}
              </dt>
              <dd>{t.quote(line.statement ?? "")}</dd>
            </div>
            {focus.ahead ? (
              <div className="result-ladder__ahead">
                <dt>
                  {t.looksLike} · {levels[line.level!]}
                </dt>
                <dd>{t.quote(focus.ahead)}</dd>
              </div>
            ) : null}
          </dl>
          <Explain>
            <p>{page.hasTargets ? t.growthRule : t.growthRulePlain}</p>
            <Calculation line={line} basis={basis} />
          </Explain>
        </>
      ) : null}
    </section>
  );
}
