import type { Actor } from "#app/domain/access.ts";
import type { Library } from "#app/services/frameworks.server.ts";
import type { Db } from "#db/client.server.ts";

/** What every service takes first. There is no other way to a database, so forgetting who asks is a type error. */
export type Context = {
  /** A transaction as the web role, inside the actor's board. */
  readonly db: Db;
  readonly now: Date;
  readonly actor: Actor;
  /** The frameworks and profiles of the actor's board: those of the product and its own. */
  readonly library: Library;
};
