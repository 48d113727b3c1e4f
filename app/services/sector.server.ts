import { may } from "#app/domain/access.ts";
import type { BenchmarkSet } from "#app/domain/benchmark/benchmark.ts";
import { notFound } from "#app/domain/errors.ts";
import { said, type Said } from "#app/domain/said.ts";
import { sectorFigures } from "#app/services/activities.server.ts";
import type { Context } from "#app/services/context.server.ts";

/** The figures about primary education as a whole, in the reader's language. No statement. @throws AppError "not-found" */
export function openSector({ actor }: Context): Said<BenchmarkSet> {
  const figures = may(actor, "sector:read", {}) ? sectorFigures("po") : null;
  if (!figures) throw notFound();
  return said(figures, actor.language);
}
