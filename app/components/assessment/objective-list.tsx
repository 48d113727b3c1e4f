import { useMessages } from "#app/messages/catalogue.ts";
import { assessment } from "#app/messages/assessment.ts";

/** What is judged together: the things that belong to one block. Draws nothing where each card says it all. */
export function ObjectiveList({ objectives }: { objectives: readonly string[] }) {
  const t = useMessages(assessment);
  if (objectives.length === 0) return null;
  return (
    <section className="objectives" aria-labelledby="objectives">
      <h2 id="objectives">{t.objectives}</h2>
      <ul>
        {objectives.map((objective) => (
          <li key={objective}>{objective}</li>
        ))}
      </ul>
    </section>
  );
}
