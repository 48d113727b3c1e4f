import type { ScanCell } from "#app/domain/activity/scan-view.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { schoolScan } from "#app/messages/school-scan.ts";

/** What a table said of a statement, in words: the step, whether they differ, the note. */
export function ScanCellWords({ cell, open }: { cell: ScanCell; open: boolean }) {
  const t = useMessages(schoolScan);
  if (cell === "not-asked") return <span className="scan-quiet">{t.notAsked}</span>;
  if (cell === null) return <span className="scan-quiet">{open ? t.none : t.noneThen}</span>;
  return (
    <>
      <b>{cell.step ?? t.noStep}</b>
      {cell.differ ? <span className="cell-more">{t.differ}</span> : null}
      {cell.note === "" ? null : (
        <span className="cell-more scan-note">
          {t.note} {cell.note}
        </span>
      )}
    </>
  );
}
