import { parseArgs } from "node:util";
import { exported } from "#app/domain/interchange/export.ts";
import { exportFormats, formatFacts, isExportFormat, isSkosSyntax, skosSyntaxes } from "#app/domain/interchange/export-format.ts";
import { mayLeave } from "#app/domain/interchange/export-licence.ts";
import { spokenIn } from "#app/domain/interchange/export-source.ts";
import { isLanguage } from "#app/domain/text.ts";
import { exportSource } from "#app/services/export.server.ts";
import { frameworkAt, readLibrary } from "#app/services/frameworks.server.ts";
import { refuse } from "./json.ts";
import { folder } from "./library.ts";

/** `npm run --silent frameworks:export -- SLUG@VERSION FORMAT [--language nl|en] [--syntax turtle|jsonld] > FILE` */
const { positionals, values } = (() => {
  try {
    return parseArgs({ allowPositionals: true, options: { language: { type: "string" }, syntax: { type: "string" } } });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error), "arguments");
  }
})();
const [asked = "", format = "", ...more] = positionals;
if (asked === "" || format === "" || more.length > 0) refuse(`give SLUG@VERSION and one of ${exportFormats.join(", ")}`, "arguments");

const { library, problems } = readLibrary(folder);
if (problems.length > 0) refuse(problems[0]!.reason, `${problems[0]!.file} · ${problems[0]!.where}`);
const [slug = "", version = ""] = asked.split("@");
const framework = version === "" ? null : frameworkAt(slug, version, library);
if (!framework) refuse(`there is no framework "${asked}"; there are ${library.frameworks.map((each) => `${each.slug}@${each.version}`).join(", ")}`, "SLUG@VERSION");
if (!isExportFormat(format)) refuse(`there is no format "${format}"; there are ${exportFormats.join(", ")}`, "FORMAT");

const { language = spokenIn(framework)[0]!, syntax = skosSyntaxes[0] } = values;
if (!isLanguage(language) || !spokenIn(framework).includes(language)) refuse(`${framework.slug} is written in ${spokenIn(framework).join(" and ")}`, "--language");
if (!isSkosSyntax(syntax)) refuse(`must be ${skosSyntaxes.join(" or ")}`, "--syntax");
if (values.language !== undefined && !formatFacts({ format, syntax }).inOneLanguage) refuse(`${format} holds every language of the framework, so there is none to choose`, "--language");
if (values.syntax !== undefined && format !== "skos") refuse("only skos can be written in more than one way", "--syntax");

const leave = mayLeave(framework, false);
if (!leave.ok) refuse(leave.reason.en, `${framework.slug}@${framework.version} · licence`);
const publicUrl = process.env["PUBLIC_URL"];
if (publicUrl !== undefined && !/^https?:\/\//.test(publicUrl)) refuse("must be an address that begins with https://", "PUBLIC_URL");
const base = publicUrl === undefined ? null : new URL(publicUrl).origin;
process.stdout.write(exported(exportSource(framework, library, { board: null, base }), { format, language, syntax }));
