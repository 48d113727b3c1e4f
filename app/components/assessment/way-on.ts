import type { Trail } from "#app/domain/reach/reach-view.ts";
import { paths } from "#app/paths.ts";

/** Where "continue" leads: to a question or (null) the review; with the area that is finished by it, to say so there. */
export function wayOn(assessmentId: string, next: string | null, finishes: string | null, trail?: Pick<Trail, "from" | "slug">): string {
  // Begun from another result: back to it after the last.
  if (trail) return next === null ? `${paths.reach(trail.from)}#${trail.slug}` : paths.question(assessmentId, next, { from: trail.from });
  const path = next === null ? paths.review(assessmentId) : paths.question(assessmentId, next);
  return finishes === null ? path : `${path}?${areaDoneParameter}=${encodeURIComponent(finishes)}`;
}

/** The query parameter that names the area that was just finished. */
export const areaDoneParameter = "klaar";
