import { ShareBar } from "#app/components/sector/share-bar.tsx";
import { BackLink } from "#app/components/ui/back-link.tsx";
import { DateText } from "#app/components/ui/date-text.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { ScrollTable } from "#app/components/ui/scroll-table.tsx";
import type { Benchmark, BenchmarkSet } from "#app/domain/benchmark/benchmark.ts";
import { decimal } from "#app/domain/format.ts";
import type { Said } from "#app/domain/said.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { sector } from "#app/messages/sector.ts";
import { paths } from "#app/paths.ts";

/** What others published about the sector, each with who was asked, the source and what it cannot say; nothing of ours beside it. */
export function SectorPage({ figures, back }: { figures: Said<BenchmarkSet>; /** Where one comes from: the board, the one school that one leads, else the start. */ back: { readonly to: "board" | "start" } | { readonly to: "school"; readonly id: string } }) {
  const t = useMessages(sector);
  return (
    <div className="sector">
      <BackLink to={back.to === "board" ? paths.board() : back.to === "school" ? paths.school(back.id) : paths.home()}>{t.back[back.to]}</BackLink>
      <PageHead title={figures.title} eyebrow={t.title} lead={figures.summary} whoSees={t.whoSees} />
      <section aria-labelledby="missing">
        <h2 id="missing">{t.missing}</h2>
        {figures.missing.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </section>
      {figures.benchmarks.map((each) => (
        <Figures key={each.id} benchmark={each} />
      ))}
      {figures.leftOut.length === 0 ? null : (
        <section aria-labelledby="left-out">
          <h2 id="left-out">{t.leftOut}</h2>
          {figures.leftOut.map(({ what, why }) => (
            <p key={what}>
              {what} <b>{t.because}</b> {why}
            </p>
          ))}
        </section>
      )}
      <p className="sector-version">
        {t.version(figures.version)} {t.reviewed} <DateText at={figures.reviewed} />. {t.reviewBy} <DateText at={figures.reviewBy} />. {figures.licence.note}
      </p>
    </div>
  );
}

function Figures({ benchmark: { title, finding, rows, asked, people, year, source, handedOn, caveats } }: { benchmark: Said<Benchmark> }) {
  const t = useMessages(sector);
  const language = useLanguage();
  const number = (value: number) => decimal(value, language, Number.isInteger(value) ? 0 : 1);
  return (
    <section>
      <h2>{title}</h2>
      <p className="sector-finding">{finding}</p>
      {rows.length === 0 ? (
        <p>{t.noNumbers}</p>
      ) : (
        <ScrollTable label={title}>
          <table className="sector-table">
            <thead>
              <tr>
                <th scope="col">{t.columns.what}</th>
                <th scope="col">{t.columns.share}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ id: row, label, percent, bound }) => (
                <tr key={row}>
                  <th scope="row">{label}</th>
                  <td>
                    <span className="sector-share">
                      <span className="sector-share__words">{t.bounds[bound](number(percent))}</span>
                      <ShareBar percent={percent} />
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollTable>
      )}
      <h3>{t.caveats}</h3>
      <ul>
        {caveats.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <dl className="sector-facts">
        <div>
          <dt>{t.asked}</dt>
          <dd>
            {asked} ({people === null ? t.peopleUnknown : t.people(number(people))})
          </dd>
        </div>
        <div>
          <dt>{t.measured}</dt>
          <dd>{year}</dd>
        </div>
        <div>
          <dt>{t.source}</dt>
          <dd>
            {source.citation} {source.via === null ? null : `${t.via} ${source.via} `}({t.handedOn[handedOn]})
          </dd>
        </div>
      </dl>
    </section>
  );
}
