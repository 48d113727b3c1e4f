import type { TrendBreak } from "#app/domain/figures/report.ts";
import { listed } from "#app/domain/format.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { schoolCharts } from "#app/messages/school-charts.ts";

/** Where lines begin or end because a new version asks other questions, in sentences. Nothing when all go on. */
export function TrendBreaks({ breaks }: { breaks: readonly TrendBreak[] }) {
  const t = useMessages(schoolCharts);
  const language = useLanguage();
  if (breaks.length === 0) return null;
  const named = (titles: readonly string[]) => listed(titles.map((title) => `“${title}”`), language);
  return (
    <>
      <p>{t.breaks}</p>
      <ul>
        {breaks.map(({ why, from, to }) => (
          <li key={[why, ...from, ...to].join()}>{t.breakLine[why](named(from), named(to))}</li>
        ))}
      </ul>
    </>
  );
}
