import { capital, familyName, useFigureWords } from "#app/components/school/figure-words.ts";
import { FigureKey } from "#app/components/school/figure-key.tsx";
import { HeatKey, ReleaseCell, TotalCell } from "#app/components/school/release-cell.tsx";
import { ScrollTable } from "#app/components/ui/scroll-table.tsx";
import { areasOf } from "#app/domain/figures/areas.ts";
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
      <HeatKey aimed={!facts.inPoints} />
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
          {areasOf(competences).map(({ title: area, from, to }) => (
            <tbody key={area}>
              <tr className="table__group">
                <th colSpan={columns} scope="rowgroup">
                  {area}
                </th>
              </tr>
              {competences.slice(from, to).map(({ id, title }, at) => (
                <tr key={id}>
                  <th scope="row">{title}</th>
                  {families.map((family, column) => (
                    <ReleaseCell key={family} cell={cells[from + at]![column]!} spread={spreads?.[from + at]?.[column]} words={words} />
                  ))}
                  {totals.length > 0 ? <TotalCell figure={totals[from + at] ?? null} words={words} /> : null}
                </tr>
              ))}
            </tbody>
          ))}
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
