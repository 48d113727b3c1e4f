import { ActivityColophon, ActivityHead } from "#app/components/together/activity-head.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import type { SchoolScan } from "#app/domain/activity/activity.ts";
import type { Said } from "#app/domain/said.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { together } from "#app/messages/together.ts";
import { paths } from "#app/paths.ts";

type Props = { scan: Said<SchoolScan>; schools: readonly { readonly id: string; readonly name: string }[]; fromSchool: string | null };

/** The statements of a school scan to read and print; answering is done at the school's own page. */
export function ScanSheet({ scan, schools, fromSchool }: Props) {
  const t = useMessages(together);
  return (
    <div className="activity">
      <ActivityHead activity={scan} who={<p>{t.scanWho}</p>} fromSchool={fromSchool} />
      {schools.length === 0 ? null : (
        <p className="cluster activity-start">
          {schools.map(({ id, name }) => (
            <ButtonLink key={id} to={paths.schoolScan(id)}>
              {t.toScan(name)}
            </ButtonLink>
          ))}
        </p>
      )}
      <section aria-labelledby="answers">
        <h2 id="answers">{t.answers}</h2>
        <ol>
          {scan.steps.map(({ id, title }) => (
            <li key={id}>{title}</li>
          ))}
        </ol>
      </section>
      {scan.elements.map(({ id, title, description, statements }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id}>{title}</h2>
          <p>{description}</p>
          <ul className="activity-questions">
            {statements.map((each) => (
              <li key={each.id}>
                <h3>{each.statement}</h3>
                <p className="activity-why">
                  <b>{t.look}</b> {each.look}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <ActivityColophon activity={scan} />
    </div>
  );
}
