import { TrainingList } from "#app/components/planning/training-list.tsx";
import { FindingList } from "#app/components/school/findings.tsx";
import { GapCharts } from "#app/components/school/gap-charts.tsx";
import { HeatMap } from "#app/components/school/heat-map.tsx";
import { MorePages } from "#app/components/school/more-pages.tsx";
import { RoundChoiceForm, RoundFactsLine } from "#app/components/school/round-facts.tsx";
import { RunningRounds } from "#app/components/school/running-rounds.tsx";
import { Trend } from "#app/components/school/trend.tsx";
import { Village } from "#app/components/school/village.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import type { Report, SchoolFigures } from "#app/domain/figures/page.ts";
import { thresholds } from "#app/domain/round.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { planning } from "#app/messages/planning.ts";
import { school as texts } from "#app/messages/school.ts";
import { paths } from "#app/paths.ts";

type Props = { figures: SchoolFigures; mayPlan: boolean; managesRounds: boolean };

/** The two-minute screen: what stands out at this school in three sentences, with a training under each; below it all figures. */
export function SchoolPage({ figures, mayPlan, managesRounds }: Props) {
  const t = useMessages(texts);
  const { school, choices, report } = figures;
  return (
    <>
      <PageHead
        title={school.name}
        lead={report ? <RoundFactsLine facts={report.facts} response={report.response} /> : undefined}
        whoSees={t.whoSees(report?.facts.threshold ?? thresholds.usual)}
      />
      {report ? (
        <>
          <RoundChoiceForm action={paths.school(school.id)} choices={choices} chosen={report.facts.id} />
          <Released figures={figures} report={report} mayPlan={mayPlan} managesRounds={managesRounds} />
        </>
      ) : (
        <NothingReleased figures={figures} managesRounds={managesRounds} />
      )}
      <MorePages schoolId={school.id} />
    </>
  );
}

function NothingReleased({ figures: { running }, managesRounds }: Omit<Props, "mayPlan">) {
  const t = useMessages(texts);
  if (running.length === 0) {
    return (
      <EmptyState title={t.emptyTitle} action={managesRounds ? <ButtonLink to={paths.newRound()}>{t.openRound}</ButtonLink> : undefined}>
        {t.emptyWords}
      </EmptyState>
    );
  }
  return (
    <>
      <RunningRounds rounds={running} linked={managesRounds} />
      <p>{t.emptyRunning}</p>
    </>
  );
}

function Released({ figures: { school, running, trainings }, report, mayPlan, managesRounds }: Props & { report: Report }) {
  const p = useMessages(planning);
  const { facts, findings, grid } = report;
  const csv = paths.schoolCsv(school.id, facts.id);
  const silent = findings.silent.length === grid.families.length;
  return (
    <>
      {silent ? <Village facts={facts} csv={csv} /> : <FindingList report={report} plan={mayPlan ? (about) => paths.planTraining(facts.id, { ...about, schoolId: school.id }) : null} />}
      <RunningRounds rounds={running} linked={managesRounds} />
      {silent ? null : (
        <>
          <HeatMap report={report} csv={csv} />
          <GapCharts report={report} />
          <Trend report={report} />
        </>
      )}
      <TrainingList trainings={trainings} measure={facts} withSchool={false} empty={mayPlan && !silent ? p.noTrainings : p.noTrainingsBoard} />
    </>
  );
}
