import { useMessages } from "#app/messages/catalogue.ts";
import { assessment } from "#app/messages/assessment.ts";

/** What is judged together: the things that belong to one block, or the questions to think over. Draws nothing where each card says it all. */
export function ObjectiveList({ objectives, asks }: { objectives: readonly string[]; asks: boolean }) {
  const t = useMessages(assessment);
  if (objectives.length === 0) return null;
  return (
    <section className="objectives" aria-labelledby="objectives">
      <h2 id="objectives">{asks ? t.questions : t.objectives}</h2>
      <ul>
        {objectives.map((objective) => (
          <li key={objective}>{objective}</li>
        ))}
      </ul>
    </section>
  );
}
