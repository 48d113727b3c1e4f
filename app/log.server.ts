import pino from "pino";

/** Structured log on standard output. Never an answer, a note, a token or an address of a person. */
export const log = pino({ base: null, redact: ["password", "*.password", "note", "*.note"] });
