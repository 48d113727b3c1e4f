import { Notice } from "#app/components/ui/notice.tsx";
import type { AreaPraise } from "#app/domain/assessment/question-view.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { assessment } from "#app/messages/assessment.ts";

/** One line when an area is finished: the sentence chosen there that shows most, in the person's own words. */
export function AreaDone({ praise: { area, statement } }: { praise: AreaPraise }) {
  const t = useMessages(assessment);
  return (
    <Notice>
      <p>
        <strong>{t.areaDone(area)}</strong> {statement === null ? null : `${t.areaStrength} “${statement}”`}
      </p>
    </Notice>
  );
}
