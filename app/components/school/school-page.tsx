import { TrainingList } from "#app/components/planning/training-list.tsx";
import { FindingList } from "#app/components/school/findings.tsx";
import { GapCharts } from "#app/components/school/gap-charts.tsx";
import { HeatMap } from "#app/components/school/heat-map.tsx";
import { RoundChoiceForm, RoundFactsLine } from "#app/components/school/round-facts.tsx";
import { RunningRounds } from "#app/components/school/running-rounds.tsx";
import { Trend } from "#app/components/school/trend.tsx";
import { Village } from "#app/components/school/village.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import type { SchoolFigures } from "#app/domain/figures/page.ts";
import { thresholds } from "#app/domain/round.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { planning } from "#app/messages/planning.ts";
import { school as texts } from "#app/messages/school.ts";
import { paths } from "#app/paths.ts";

type Props = { figures: SchoolFigures; mayPlan: boolean; managesRounds: boolean };

/** The two-minute screen: what stands out at this school in three sentences, with a training under each; below it all figures. */
export function SchoolPage({ figures: { school, choices, running, report, trainings }, mayPlan, managesRounds }: Props) {
  const t = useMessages(texts);
  const p = useMessages(planning);
  const silent = report !== null && report.findings.silent.length === report.grid.families.length;
  return (
    <>
      <PageHead
        title={school.name}
        lead={report ? <RoundFactsLine facts={report.facts} response={report.response} /> : undefined}
        whoSees={t.whoSees(report?.facts.threshold ?? thresholds.usual)}
      />
      {report ? <RoundChoiceForm action={paths.school(school.id)} choices={choices} chosen={report.facts.id} /> : null}
      <RunningRounds rounds={running} linked={managesRounds} />
      {report === null ? (
        running.length > 0 ? (
          <p>{t.emptyRunning}</p>
        ) : (
          <EmptyState title={t.emptyTitle} action={managesRounds ? <ButtonLink to={paths.newRound()}>{t.openRound}</ButtonLink> : undefined}>
            {t.emptyWords}
          </EmptyState>
        )
      ) : silent ? (
        <Village facts={report.facts} csv={paths.schoolCsv(school.id, report.facts.id)} />
      ) : (
        <>
          <FindingList report={report} plan={mayPlan ? (about) => paths.planTraining(report.facts.id, { ...about, schoolId: school.id }) : null} />
          <HeatMap report={report} csv={paths.schoolCsv(school.id, report.facts.id)} />
          <GapCharts report={report} />
          <Trend report={report} />
        </>
      )}
      {report ? <TrainingList trainings={trainings} scale={report.facts.scale} withSchool={false} empty={mayPlan && !silent ? p.noTrainings : p.noTrainingsBoard} /> : null}
    </>
  );
}
