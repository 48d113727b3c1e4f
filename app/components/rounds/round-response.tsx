import { capital, familyName } from "#app/components/school/figure-words.ts";
import { DateText } from "#app/components/ui/date-text.tsx";
import { ScrollTable } from "#app/components/ui/scroll-table.tsx";
import type { RoundView } from "#app/domain/round-view.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { rounds } from "#app/messages/rounds.ts";

/** Invited and handed in per school, and per family enough or not; never who. */
export function RoundResponse({ round: { schools, families, countedAt, state, privacy, threshold } }: { round: RoundView }) {
  const t = useMessages(rounds);
  const language = useLanguage();
  const running = state === "open";
  // Without figures afterwards there is nothing to have enough for.
  const byFamily = running && privacy === "confidential" ? families : [];
  return (
    <section className="part" aria-labelledby="response">
      <h2 id="response">{t.responseTitle}</h2>
      <ScrollTable label={t.responseTable}>
        <table className="round-table">
          <caption className="caption--quiet">
            {t.responseNote} <DateText at={countedAt} clock />
          </caption>
          <thead>
            <tr>
              <th scope="col">{t.school}</th>
              <th scope="col">{t.handedIn}</th>
              {byFamily.map((family) => (
                <th key={family} scope="col">
                  {capital(familyName(family, language))}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {schools.map(({ id, name, invited, handedIn, enough }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>
                  <progress className="round-table__bar" max={Math.max(1, invited)} value={handedIn} aria-hidden="true" /> {t.response(handedIn, invited)}
                </td>
                {byFamily.map((family) => (
                  <td key={family}>{enough.includes(family) ? t.enough : t.notEnough}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollTable>
      {running ? (
        <p className="school-soft">
          {t.responseDaily} {byFamily.length > 0 ? t.enoughNote(threshold) : null}
        </p>
      ) : null}
    </section>
  );
}
