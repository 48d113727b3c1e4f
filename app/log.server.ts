import pino from "pino";
import { errorInLog } from "#app/error-in-log.ts";

/** Structured log on standard output. Never an answer, a note, a token or an address of a person. */
export const log = pino({ base: null, redact: ["password", "*.password", "note", "*.note"], serializers: { error: errorInLog } });
