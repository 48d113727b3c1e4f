import { CrosswalkFacts, type CrosswalkLine } from "#app/components/manage/crosswalk-list.tsx";
import { BackLink } from "#app/components/ui/back-link.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { ScrollTable } from "#app/components/ui/scroll-table.tsx";
import type { Confidence, RelationKind } from "#app/domain/framework/crosswalk.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { crosswalk } from "#app/messages/crosswalk.ts";
import { manage } from "#app/messages/manage.ts";
import { paths } from "#app/paths.ts";

type End = { readonly code: string; readonly title: string };
type Row = { readonly source: End; readonly target: End; readonly relation: RelationKind; readonly skos: string; readonly confidence: Confidence; readonly reason: string; readonly status: "draft" | "reviewed" };
type Props = { card: CrosswalkLine; reasoning: string; pairs: readonly { readonly from: string; readonly to: string; readonly rows: readonly Row[] }[] };

/** One crosswalk to read: what it is worth, and every relation with its reason, by pair of frameworks. */
export function CrosswalkPage({ card, reasoning, pairs }: Props) {
  const t = useMessages(crosswalk);
  const { library } = useMessages(manage);
  return (
    <>
      <BackLink to={paths.library()}>{library}</BackLink>
      <PageHead title={card.title} eyebrow={t.versionOf(card.version)} lead={t.lead} />
      <CrosswalkFacts crosswalk={card} wide />
      <h2>{t.reasoning}</h2>
      <p>{reasoning}</p>
      <p>{t.skosNote}</p>
      {pairs.map(({ from, to, rows }) => (
        <section key={`${from} ${to}`}>
          <h2>{t.pair(from, to)}</h2>
          <ScrollTable label={t.pair(from, to)}>
            <table className="crosswalk-table">
              <thead>
                <tr>
                  <th scope="col">{from}</th>
                  <th scope="col">{t.columns.relation}</th>
                  <th scope="col">{to}</th>
                  <th scope="col">{t.columns.confidence}</th>
                  <th scope="col">{t.columns.reason}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map(({ source, target, relation, skos, confidence, reason, status }) => (
                  <tr key={`${source.code} ${target.code}`}>
                    <th scope="row">
                      <span className="tree__code">{source.code}</span> {source.title}
                    </th>
                    <td>
                      {t.kinds[relation]}
                      <span className="cell-more">{skos}</span>
                    </td>
                    <td>
                      <span className="tree__code">{target.code}</span> {target.title}
                    </td>
                    <td>
                      {t.certainties[confidence]}
                      <span className="cell-more">{status === "draft" ? t.draft : t.reviewed}</span>
                    </td>
                    <td>{reason}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollTable>
        </section>
      ))}
    </>
  );
}
