import { Link } from "@remix-run/react";
import { useMessages } from "#app/messages/catalogue.ts";
import { school } from "#app/messages/school.ts";
import { schoolScan } from "#app/messages/school-scan.ts";
import { sector } from "#app/messages/sector.ts";
import { paths } from "#app/paths.ts";

/** Ways to what stands apart from the figures on this page, and never beside them: the scan of the school, and figures of the sector. */
export function MorePages({ schoolId, scans = [] }: { schoolId: string | null; /** Of the page over several schools. */ scans?: readonly { readonly id: string; readonly name: string }[] }) {
  const t = useMessages(school);
  const scan = useMessages(schoolScan);
  const national = useMessages(sector);
  return (
    <section aria-labelledby="more-pages" className="more-pages">
      <h2 id="more-pages">{t.morePages}</h2>
      <ul>
        {schoolId === null ? null : (
          <li>
            <Link to={paths.schoolScan(schoolId)}>{scan.link}</Link>
          </li>
        )}
        {scans.map(({ id, name }) => (
          <li key={id}>
            <Link to={paths.schoolScan(id)}>{scan.linkOf(name)}</Link>
          </li>
        ))}
        <li>
          <Link to={paths.sector()}>{national.link}</Link>
        </li>
      </ul>
    </section>
  );
}
