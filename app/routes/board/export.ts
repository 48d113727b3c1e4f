import type { LoaderFunctionArgs } from "@remix-run/node";
import { csvFileName, csvOf } from "#app/domain/csv.ts";
import { notFound } from "#app/domain/errors.ts";
import { boardRows } from "#app/domain/figures/export.ts";
import { familyTitles } from "#app/domain/people/function-group.ts";
import { inPlainWords, signedIn } from "#app/door.server.ts";
import { schoolCsv } from "#app/messages/school-csv.ts";
import { boardFigures } from "#app/services/figures-board.server.ts";

/** The figures over all schools as a file: the same service, the same figures. */
export const loader = (args: LoaderFunctionArgs) =>
  inPlainWords(args, () =>
    signedIn(args, async (ctx) => {
      const { language } = ctx.actor;
      const { report, schools } = await boardFigures(ctx, args.params["roundId"] ?? "");
      if (!report) throw notFound();
      const words = { ...schoolCsv[language], familyName: (family: keyof typeof familyTitles) => familyTitles[family][language] };
      return new Response(csvOf(boardRows(report, schools, words), language), {
        headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="${csvFileName(words.allSchools, report.facts.name)}"`, "Cache-Control": "no-store" },
      });
    }),
  );
