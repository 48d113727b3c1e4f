import type { WordedLine } from "#app/domain/reach/reach-view.ts";

/** What was chosen at questions of another framework: the sentence, how it relates to the question here, how certain that is, and why. */
export function ReachLines({ lines }: { lines: readonly WordedLine[] }) {
  return (
    <ul className="reach-lines">
      {lines.map(({ from, at, chose, relation, more }) => (
        <li key={from}>
          <p className="reach-lines__from">{at}</p>
          <p>{chose}</p>
          <p className="reach-lines__how">
            <b>{relation}</b> · {more}
          </p>
        </li>
      ))}
    </ul>
  );
}
