import { capital } from "#app/components/school/figure-words.ts";
import { ScrollTable } from "#app/components/ui/scroll-table.tsx";
import { decimal } from "#app/domain/format.ts";
import { hoursOf, type Hours } from "#app/domain/planning/hours.ts";
import type { PlannedTraining } from "#app/domain/planning/training.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { planning } from "#app/messages/planning.ts";

/** The hours of all trainings added up, per school and together: of one participant each, because how many take part is not known. */
export function TrainingHours({ trainings }: { trainings: readonly PlannedTraining[] }) {
  const t = useMessages(planning);
  const { schools, all } = hoursOf(trainings);
  return (
    <>
      <h3>{t.sumTitle}</h3>
      <p className="school-soft">{t.sumNote}</p>
      <ScrollTable label={t.sumTitle}>
        <table className="hours-table">
          <caption className="visually-hidden">{t.sumTitle}</caption>
          <thead>
            <tr>
              <th scope="col">{t.sumFor}</th>
              {[t.sumToCome, t.sumPast, t.sumAll].map((head) => (
                <th key={head} scope="col" className="number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {schools.map(({ school, ...hours }) => (
              <tr key={school}>
                <th scope="row">{school ?? capital(t.everySchool)}</th>
                <HourCells hours={hours} />
              </tr>
            ))}
            {schools.length > 1 ? (
              <tr>
                <th scope="row">{t.sumAll}</th>
                <HourCells hours={all} />
              </tr>
            ) : null}
          </tbody>
        </table>
      </ScrollTable>
    </>
  );
}

function HourCells({ hours: { toCome, past } }: { hours: Hours }) {
  const language = useLanguage();
  return (
    <>
      <td className="number">{decimal(toCome, language)}</td>
      <td className="number">{decimal(past, language)}</td>
      <td className="number">{decimal(toCome + past, language)}</td>
    </>
  );
}
