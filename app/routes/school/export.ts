import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvFileName, csvOf } from "#app/domain/csv.ts";
import { notFound } from "#app/domain/errors.ts";
import { schoolRows } from "#app/domain/figures/export.ts";
import { familyTitles } from "#app/domain/people/function-group.ts";
import { inPlainWords, signedIn } from "#app/door.server.ts";
import { schoolCsv } from "#app/messages/school-csv.ts";
import { schoolFigures } from "#app/services/figures.server.ts";

/** The figures of a school as a file: the same service, the same figures. */
export const loader = (args: LoaderFunctionArgs) =>
  inPlainWords(args, () =>
    signedIn(args, async (ctx) => {
      const { language } = ctx.actor;
      const { school, report } = await schoolFigures(ctx, args.params["schoolId"] ?? "", args.params["roundId"] ?? "");
      if (!report) throw notFound();
      const words = { ...schoolCsv[language], familyName: (family: keyof typeof familyTitles) => familyTitles[family][language] };
      return new Response(csvOf(schoolRows(report, school.name, words), language), {
        headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${csvFileName(school.name, report.facts.name)}"`, "Cache-Control": "no-store" },
      });
    }),
  );
