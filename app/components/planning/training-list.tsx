import { Form, Link } from "@remix-run/react";
import { capital, familyName, useFigureWords, type Measure } from "#app/components/school/figure-words.ts";
import { TrainingHours } from "#app/components/planning/training-hours.tsx";
import { DateText } from "#app/components/ui/date-text.tsx";
import { ScrollTable } from "#app/components/ui/scroll-table.tsx";
import { as } from "#app/components/ui/table-roles.ts";
import type { TrainingBeside, TrainingEffect } from "#app/domain/figures/training-effect.ts";
import { decimal } from "#app/domain/format.ts";
import type { PlannedTraining } from "#app/domain/planning/training.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { planning } from "#app/messages/planning.ts";
import { paths } from "#app/paths.ts";

type Props = { trainings: readonly PlannedTraining[]; /** How the figures of the round on the page are shown. */ measure: Measure; withSchool: boolean; empty: string };

/** Planned trainings with their hours, each beside the figures of the round before and after it. */
export function TrainingList({ trainings, measure, withSchool, empty }: Props) {
  const t = useMessages(planning);
  return (
    <section className="part" aria-labelledby="trainings">
      <h2 id="trainings">{t.trainingsTitle}</h2>
      {trainings.length === 0 ? (
        <p>{empty}</p>
      ) : (
        <>
          <p className="school-soft">
            <b>{t.trainingsCount(trainings.length)}.</b> {t.trainingsCaption}.
          </p>
          <ScrollTable label={t.trainingsCaption}>
            <table {...as("table")} className="training-table cards-table">
              <caption className="visually-hidden">{t.trainingsCaption}</caption>
              <thead {...as("rowgroup")}>
                <tr {...as("row")}>
                  <th {...as("columnheader")} scope="col">{t.trainingWhat}</th>
                  <th {...as("columnheader")} scope="col">{t.trainingFor}</th>
                  <th {...as("columnheader")} scope="col">{t.trainingWhen}</th>
                  <th {...as("columnheader")} scope="col" className="number">
                    {t.trainingHours}
                  </th>
                  <th {...as("columnheader")} scope="col">{t.trainingBeside}</th>
                </tr>
              </thead>
              <tbody {...as("rowgroup")}>
                {trainings.map((training) => (
                  <Row key={training.id} training={training} measure={measure} withSchool={withSchool} />
                ))}
              </tbody>
            </table>
          </ScrollTable>
          {trainings.some(({ beside }) => beside.kind === "effect" && beside.effect.change) ? <p className="school-soft">{t.effectCaution}</p> : null}
          {withSchool ? <TrainingHours trainings={trainings} /> : null}
        </>
      )}
    </section>
  );
}

function Row({ training, measure, withSchool }: { training: PlannedTraining; measure: Measure; withSchool: boolean }) {
  const t = useMessages(planning);
  const language = useLanguage();
  const { id, roundId, title, competence, family, school, onDate, hours, cancellable, beside } = training;
  return (
    <tr {...as("row")}>
      <th {...as("rowheader")} scope="row">
        {title}
        <span className="training__about">{competence.title}</span>
        {cancellable ? (
          <Form method="post" action={paths.planTraining(roundId)} role="none">
            <input type="hidden" name="trainingId" value={id} />
            <button type="submit" name="intent" value="cancel" className="link-button">
              {t.cancelTraining}
              <span className="visually-hidden"> “{title}”</span>
            </button>
          </Form>
        ) : null}
      </th>
      <td {...as("cell")} data-label={t.trainingFor}>
        {capital(familyName(family, language))}
        {withSchool || school === null ? <span className="training__about">{school ?? t.everySchool}</span> : null}
      </td>
      <td {...as("cell")} data-label={t.trainingWhen}>
        <DateText at={onDate} />
      </td>
      <td {...as("cell")} className="number" data-label={t.trainingHours}>{decimal(hours, language)}</td>
      <td {...as("cell")} data-label={t.trainingBeside}>
        <Beside beside={beside} measure={measure} />
      </td>
    </tr>
  );
}

function Beside({ beside, measure }: { beside: TrainingBeside; measure: Measure }) {
  const t = useMessages(planning);
  if (beside.kind === "waits") return <>{t.effectWaits}</>;
  if (beside.kind === "first") return <>{t.effectFirst}</>;
  if (beside.kind === "ended") return <>{t.effectEnded}</>;
  if (beside.kind === "effect") return <Effect effect={beside.effect} measure={measure} />;
  const at = beside.roundId === null ? {} : { roundId: beside.roundId };
  return <Link to={`${beside.schoolId === null ? paths.board(at) : paths.school(beside.schoolId, at)}#trainings`}>{t.effectElsewhere(beside.title)}</Link>;
}

function Effect({ effect: { before, after, change }, measure }: { effect: TrainingEffect; measure: Measure }) {
  const t = useMessages(planning);
  const words = useFigureWords(measure);
  if (!before.figure || !after.figure) return <>{t.effectClosed}</>;
  return (
    <>
      <b>{t.effect(words.shown(before.figure), words.shown(after.figure))}</b> {change === "up" ? t.effectUp : change === "down" ? t.effectDown : t.effectNone}
      <span className="training__about">{t.effectRounds(before.name, after.name)}</span>
    </>
  );
}
