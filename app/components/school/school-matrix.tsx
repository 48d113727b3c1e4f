import { Form } from "@remix-run/react";
import { capital, familyName, useFigureWords } from "#app/components/school/figure-words.ts";
import { FigureKey } from "#app/components/school/figure-key.tsx";
import { HeatKey, ReleaseCell } from "#app/components/school/release-cell.tsx";
import { ScrollTable } from "#app/components/ui/scroll-table.tsx";
import type { Area } from "#app/domain/figures/areas.ts";
import type { Report, SchoolLine } from "#app/domain/figures/page.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { school } from "#app/messages/school.ts";
import { paths } from "#app/paths.ts";

type Props = { report: Pick<Report, "facts" | "grid">; schools: readonly SchoolLine[]; areas: readonly string[]; area: Area; /** Whether the key of the hues stands on the page already. */ keyed: boolean };

/**
 * School × family for the competences of one area. Schools stand in alphabetical order and never in the order of a figure.
 * The cells of a school line are those of the area.
 */
export function SchoolMatrix({ report: { facts, grid }, schools, areas, area, keyed }: Props) {
  const t = useMessages(school);
  const language = useLanguage();
  const words = useFigureWords(facts);
  const competences = grid.competences.slice(area.from, area.to);
  const asked = competences.map((_, at) => grid.families.flatMap((family, place) => (grid.cells[area.from + at]![place] === "not-asked" ? [] : [{ family, place }])));
  const several = grid.families.length > 1;
  return (
    <section className="part" aria-labelledby="schools">
      <h2 id="schools">{t.matrixTitle}</h2>
      <Form method="get" action={paths.board()} className="school-choice">
        <input type="hidden" name="ronde" value={facts.id} />
        <label htmlFor="gebied">{t.matrixArea}</label>
        <select id="gebied" name="gebied" className="input" defaultValue={area.title} key={area.title}>
          {areas.map((title) => (
            <option key={title} value={title}>
              {title}
            </option>
          ))}
        </select>
        <button type="submit" className="button button--quiet">
          {t.show}
        </button>
      </Form>
      {keyed ? null : <HeatKey aimed={!facts.inPoints} />}
      <p className="school-soft">
        {t.matrixCaption(area.title)}. {t.matrixNote}
      </p>
      {keyed ? null : <FigureKey facts={facts} />}
      <ScrollTable label={t.matrixCaption(area.title)}>
        <table className="heat">
          <caption className="visually-hidden">{t.matrixCaption(area.title)}</caption>
          <thead>
            <tr>
              <th scope="col" rowSpan={several ? 2 : 1}>
                {t.matrixSchool}
              </th>
              <th scope="col" rowSpan={several ? 2 : 1}>
                {t.matrixResponse}
              </th>
              {competences.map(({ id, title }, at) => (
                <th key={id} scope="col" colSpan={asked[at]!.length} className="matrix__competence">
                  {title}
                </th>
              ))}
            </tr>
            {several ? (
              <tr>
                {competences.flatMap(({ id }, at) =>
                  asked[at]!.map(({ family }) => (
                    <th key={`${id} ${family}`} scope="col" className="matrix__family">
                      {capital(familyName(family, language))}
                    </th>
                  )),
                )}
              </tr>
            ) : null}
          </thead>
          <tbody>
            {schools.map(({ id, name, invited, handedIn, cells }) => (
              <tr key={id}>
                <th scope="row">
                  <a href={paths.school(id, { roundId: facts.id })}>{name}</a>
                </th>
                <td className="heat__cell heat__cell--plain">{t.matrixOf(handedIn, invited)}</td>
                {competences.flatMap((competence, at) => asked[at]!.map(({ family, place }) => <ReleaseCell key={`${competence.id} ${family}`} cell={cells[at]![place]!} words={words} />))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollTable>
    </section>
  );
}
