import { parseArgs } from "node:util";
import { fileURLToPath } from "node:url";
import { readAnswers, scoreOf } from "#app/domain/assessment/scoring.ts";
import { frameworkAt, readLibrary } from "#app/services/frameworks.server.ts";
import { jsonInput, refuse } from "./json.ts";

/** `npm run --silent score -- --framework digcompedu@2017 --instrument statements < answers.json` */
const options = (() => {
  try {
    return parseArgs({ options: { framework: { type: "string" }, instrument: { type: "string" } } }).values;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error), "arguments");
  }
})();
if (!options.framework || !options.instrument) refuse("give --framework SLUG@VERSION and --instrument NAME", "arguments");

const folder = fileURLToPath(new URL("../../frameworks", import.meta.url));
const { library, problems } = readLibrary(folder);
if (problems.length > 0) refuse(problems[0]!.reason, `${problems[0]!.file} · ${problems[0]!.where}`);

const [slug = "", version = ""] = options.framework.split("@");
const framework = frameworkAt(slug, version, library);
if (!framework || version === "") refuse(`there is no framework "${options.framework}"; there are ${library.frameworks.map((each) => `${each.slug}@${each.version}`).join(", ")}`, "--framework");
const instrument = framework.instruments.find(({ id }) => id === options.instrument);
if (!instrument) refuse(`${framework.slug} has no instrument "${options.instrument}"; it has ${framework.instruments.map(({ id }) => id).join(", ")}`, "--instrument");

const input = await jsonInput();
if (typeof input !== "object" || input === null || Array.isArray(input) || !("answers" in input)) refuse('must be an object with "answers"', "(document)");
const read = readAnswers(framework, instrument, (input as { answers: unknown }).answers);
if (!read.ok) refuse(read.problem.message, read.problem.where);
process.stdout.write(`${JSON.stringify(scoreOf(framework, instrument, read.answers))}\n`);
