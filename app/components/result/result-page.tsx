import { Link } from "@remix-run/react";
import { AnswerTag } from "#app/components/result/answer-tag.tsx";
import { useBasis } from "#app/components/result/calculation.tsx";
import { ColophonNote } from "#app/components/result/colophon.tsx";
import { Growth } from "#app/components/result/growth.tsx";
import { LastTime } from "#app/components/result/last-time.tsx";
import { LevelChart } from "#app/components/result/level-chart.tsx";
import { LevelTable } from "#app/components/result/level-table.tsx";
import { NextStep, type Failed } from "#app/components/result/next-step.tsx";
import { useResultWords } from "#app/components/result/result-words.ts";
import { Strengths } from "#app/components/result/strengths.tsx";
import { DateText } from "#app/components/ui/date-text.tsx";
import { Explain } from "#app/components/ui/explain.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { listed } from "#app/domain/format.ts";
import type { ResultPage as Result } from "#app/domain/result/result.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { reach } from "#app/messages/reach.ts";
import { paths } from "#app/paths.ts";

type Props = { page: Result; failed: Failed | null };

/** One person's result. Page one (also the A4): strengths, one growth chance, one step, who sees it. Everything else stands below. */
export function ResultPage({ page, failed }: Props) {
  const t = useResultWords(page.reflects);
  const otherwise = useMessages(reach);
  const language = useLanguage();
  const lines = page.areas.flatMap((area) => area.lines);
  const strengths = page.strengths.flatMap((id) => lines.filter(({ competenceId }) => competenceId === id));
  const about = lines.find(({ competenceId }) => competenceId === page.focus?.competenceId) ?? null;
  const basis = useBasis(page);
  const standing = page.areas[0]?.standing?.kind;
  const wishes = lines.filter(({ wish }) => wish);
  return (
    <>
      <PageHead
        title={t.title[page.situation]}
        eyebrow={
          <>
            {t.eyebrow(page.colophon.framework)} · <DateText at={page.handedInAt} />
          </>
        }
        whoSees={t.onlyYou}
      />
      <div className="result-part">
        {page.situation === "no-level" ? null : <Strengths strengths={strengths} basis={basis} reflects={page.reflects} />}
        <Growth line={about} page={page} basis={basis} />
        {page.focus ? <NextStep focus={page.focus} page={page} failed={failed} /> : null}
        <ColophonNote page={page} />
      </div>
      <p className="no-print needs-script">
        <button type="button" className="button button--quiet" onClick={() => window.print()}>
          {t.print}
        </button>
      </p>
      <div className="result-part result-part--more no-print">
        <section aria-labelledby="all">
          <h2 id="all">{t.allTitle}</h2>
          <p>
            {t.scale(page.colophon.framework, listed(page.levels, language))} {standing ? (standing === "indicative" ? t.indicativeNote : t.derivedNote) : null}
          </p>
          {page.situation === "no-level" ? null : (
            <LevelChart page={page}>
              <Explain>
                <p>
                  {page.hasTargets ? `${t.wordsRule} ${t.targetsFrom(page.colophon.profile)}` : t.growthRulePlain}
                </p>
                <p>
                  {basis.rule} {basis.source}
                </p>
              </Explain>
              <LevelTable page={page} basis={basis} kind="levels" />
            </LevelChart>
          )}
          <LevelTable page={page} basis={basis} kind="reasons" />
        </section>
        {page.previous ? <LastTime page={page} previous={page.previous} /> : null}
        {wishes.length > 0 ? (
          <section aria-labelledby="wishes">
            <h2 id="wishes">{t.wishesTitle}</h2>
            <ul className="result-wishes">
              {wishes.map((line) => (
                <li key={line.competenceId}>
                  {line.title} <AnswerTag line={line} />
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {page.reachesOthers ? (
          <section aria-labelledby="other">
            <h2 id="other">{otherwise.link}</h2>
            <p>{otherwise.linkAbout}</p>
            <p>
              <Link to={paths.reach(page.assessmentId)}>{otherwise.title}</Link>
            </p>
          </section>
        ) : null}
      </div>
    </>
  );
}
