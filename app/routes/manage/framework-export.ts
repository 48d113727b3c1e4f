import type { LoaderFunctionArgs } from "@remix-run/node";
import { notFound } from "#app/domain/errors.ts";
import { isExportFormat, isSkosSyntax, skosSyntaxes } from "#app/domain/interchange/export-format.ts";
import { isLanguage } from "#app/domain/text.ts";
import { inPlainWords, signedIn } from "#app/door.server.ts";
import { exportLanguageName, exportSyntaxName } from "#app/paths.ts";
import { publicAddress } from "#app/public-address.server.ts";
import { exportFile } from "#app/services/export.server.ts";

/** A framework as a file, in one of the formats that other systems read. */
export const loader = (args: LoaderFunctionArgs) =>
  inPlainWords(args, () =>
    signedIn(args, async (ctx) => {
      const { origin, searchParams } = publicAddress(args.request);
      const { slug = "", version = "", format = "" } = args.params;
      const [language, syntax] = [searchParams.get(exportLanguageName) ?? ctx.actor.language, searchParams.get(exportSyntaxName) ?? skosSyntaxes[0]];
      if (!isExportFormat(format) || !isLanguage(language) || !isSkosSyntax(syntax)) throw notFound();
      const { bytes, name, type } = exportFile(ctx, slug, version, { format, language, syntax }, origin);
      return new Response(bytes as Uint8Array<ArrayBuffer>, { headers: { "Content-Type": type, "Content-Disposition": `attachment; filename="${name}"`, "Cache-Control": "no-store" } });
    }),
  );
