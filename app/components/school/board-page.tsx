import { TrainingList } from "#app/components/planning/training-list.tsx";
import { FindingList } from "#app/components/school/findings.tsx";
import { GapCharts } from "#app/components/school/gap-charts.tsx";
import { HeatMap } from "#app/components/school/heat-map.tsx";
import { MorePages } from "#app/components/school/more-pages.tsx";
import { RoundChoiceForm, RoundFactsLine } from "#app/components/school/round-facts.tsx";
import { SchoolMatrix } from "#app/components/school/school-matrix.tsx";
import { Trend } from "#app/components/school/trend.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import type { Area } from "#app/domain/figures/areas.ts";
import type { BoardFigures } from "#app/domain/figures/page.ts";
import { thresholds } from "#app/domain/round.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { planning } from "#app/messages/planning.ts";
import { school as texts } from "#app/messages/school.ts";
import { paths } from "#app/paths.ts";

type Props = { figures: BoardFigures; areas: readonly string[]; area: Area | null; mayPlan: boolean };

/** All schools together: the same three sentences and figures as for a school, the table school by school, and all trainings. */
export function BoardPage({ figures: { choices, report, schools, trainings }, areas, area, mayPlan }: Props) {
  const t = useMessages(texts);
  const p = useMessages(planning);
  const silent = report !== null && report.findings.silent.length === report.grid.families.length;
  return (
    <>
      <PageHead
        title={t.boardTitle}
        lead={report ? <RoundFactsLine facts={report.facts} response={report.response} schools={schools.length} /> : t.boardLead}
        whoSees={t.whoSees(report?.facts.threshold ?? thresholds.usual)}
      />
      {report ? <RoundChoiceForm action={paths.board()} choices={choices} chosen={report.facts.id} /> : null}
      {report === null ? (
        <EmptyState title={t.emptyTitle} action={mayPlan ? <ButtonLink to={paths.newRound()}>{t.openRound}</ButtonLink> : undefined}>
          {t.emptyBoard}
        </EmptyState>
      ) : (
        <>
          <FindingList report={report} plan={mayPlan ? (about) => paths.planTraining(report.facts.id, about) : null} />
          {silent ? null : <HeatMap report={report} />}
          {area ? <SchoolMatrix report={report} schools={schools} areas={areas} area={area} keyed={!silent} /> : null}
          <p>
            <a href={paths.boardCsv(report.facts.id)} download>
              {t.download}
            </a>
          </p>
          <GapCharts report={report} />
          <Trend report={report} />
        </>
      )}
      {report || trainings.length > 0 ? <TrainingList trainings={trainings} measure={report?.facts ?? { scale: [], lowest: 1, inPoints: false }} withSchool empty={mayPlan ? p.noTrainings : p.noTrainingsBoard} /> : null}
      <MorePages schoolId={null} scans={schools} />
    </>
  );
}
