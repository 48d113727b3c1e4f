import { Link } from "@remix-run/react";
import { ReachLines } from "#app/components/reach/reach-lines.tsx";
import type { TrailWords } from "#app/domain/reach/reach-view.ts";
import { paths } from "#app/paths.ts";

/** Beside the choices of a question: what the same person chose on another framework. It chooses nothing. */
export function ChosenElsewhere({ from, slug, title, lines, look, back }: TrailWords) {
  return (
    <section className="elsewhere" aria-labelledby="elsewhere">
      <h2 id="elsewhere">{title}</h2>
      <ReachLines lines={lines} />
      <p>{look}</p>
      <p>
        <Link to={`${paths.reach(from)}#${slug}`}>{back}</Link>
      </p>
    </section>
  );
}
