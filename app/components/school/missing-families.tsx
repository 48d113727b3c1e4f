import { capital, familyName } from "#app/components/school/figure-words.ts";
import type { Report } from "#app/domain/figures/page.ts";
import { listed } from "#app/domain/format.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { schoolCharts } from "#app/messages/school-charts.ts";

/** Families without a drawing, said in words; over several schools with where to look instead. */
export function MissingFamilies({ families, report }: { families: readonly Family[]; report: Pick<Report, "spreads"> }) {
  const t = useMessages(schoolCharts);
  const language = useLanguage();
  if (families.length === 0) return null;
  const names = listed(families.map((family) => familyName(family, language)), language);
  return <p>{capital((report.spreads === null ? t.closed : t.perSchool)(names))}</p>;
}
