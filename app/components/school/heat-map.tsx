import { Fragment } from "react";
import { capital, familyName, useFigureWords } from "#app/components/school/figure-words.ts";
import { FigureKey } from "#app/components/school/figure-key.tsx";
import { HeatKey, ReleaseCell, TotalCell } from "#app/components/school/release-cell.tsx";
import { ScrollTable } from "#app/components/ui/scroll-table.tsx";
import type { Report } from "#app/domain/figures/page.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { school } from "#app/messages/school.ts";

type Props = { report: Pick<Report, "facts" | "grid" | "spreads">; csv?: string };

/** Competence × family, the number in the cell; what is closed is hatched and says so. */
export function HeatMap({ report: { facts, grid, spreads }, csv }: Props) {
  const t = useMessages(school);
  const language = useLanguage();
  const words = useFigureWords(facts);
  const { competences, families, cells, totals } = grid;
  const columns = 1 + families.length + (totals.length > 0 ? 1 : 0);
  return (
    <section className="part" aria-labelledby="all">
      <h2 id="all">{t.heatTitle}</h2>
      <HeatKey aimed={facts.lowest !== 0} />
      <p className="school-soft">
        {t.heatCaption(facts.noun.many)}. {t.heatNote} {spreads?.some((row) => row.some(Boolean)) ? t.spreadNote : null}
      </p>
      <FigureKey facts={facts} />
      <ScrollTable label={t.heatCaption(facts.noun.many)}>
        <table className="heat">
          <caption className="visually-hidden">{t.heatCaption(facts.noun.many)}</caption>
          <thead>
            <tr>
              <th scope="col">{capital(facts.noun.one)}</th>
              {families.map((family) => (
                <th key={family} scope="col">
                  {familyName(family, language)}
                </th>
              ))}
              {totals.length > 0 ? <th scope="col">{t.allFamilies}</th> : null}
            </tr>
          </thead>
          <tbody>
            {competences.map(({ id, title, area }, place) => (
              <Fragment key={id}>
                {competences[place - 1]?.area === area ? null : (
                  <tr className="table__group">
                    <th colSpan={columns} scope="colgroup">
                      {area}
                    </th>
                  </tr>
                )}
                <tr>
                  <th scope="row">{title}</th>
                  {families.map((family, at) => (
                    <ReleaseCell key={family} cell={cells[place]![at]!} spread={spreads?.[place]?.[at]} words={words} />
                  ))}
                  {totals.length > 0 ? <TotalCell figure={totals[place] ?? null} words={words} /> : null}
                </tr>
              </Fragment>
            ))}
          </tbody>
        </table>
      </ScrollTable>
      {csv ? (
        <p>
          <a href={csv} download>
            {t.download}
          </a>
        </p>
      ) : null}
    </section>
  );
}
