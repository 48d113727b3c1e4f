import { capital, familyName } from "#app/components/school/figure-words.ts";
import { listed } from "#app/domain/format.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { schoolCharts } from "#app/messages/school-charts.ts";

/** Families without a drawing, said in words. */
export function MissingFamilies({ families, from }: { families: readonly Family[]; from: "gaps" | "trend" }) {
  const t = useMessages(schoolCharts);
  const language = useLanguage();
  if (families.length === 0) return null;
  const names = listed(families.map((family) => familyName(family, language)), language);
  return <p>{capital((from === "gaps" ? t.closed : t.closedTrend)(names))}</p>;
}
