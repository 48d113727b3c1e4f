import { z } from "zod";

/** The only reader of process.env inside the app; parsed once, at import, and frozen. */
const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  DATABASE_URL: z.string().min(1),
  /** "embedded" when the start script runs the server itself; shown by /health. */
  GROEIKOMPAS_DATABASE: z.enum(["embedded", "postgres"]).default("postgres"),
  /** The address people use; https turns on Secure cookies and HSTS. */
  PUBLIC_URL: z.url().optional(),
  /** Set by the start script when the practice board was filled: the sign-in page then offers its logins. */
  GROEIKOMPAS_DEMO: z.stringbool().default(false),
  GROEIKOMPAS_VERSION: z.string().default("0.1.0"),
});

export const env = Object.freeze(schema.parse(process.env));
