import { ActivityColophon, ActivityHead } from "#app/components/together/activity-head.tsx";
import type { Conversation } from "#app/domain/activity/activity.ts";
import type { Said } from "#app/domain/said.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { together } from "#app/messages/together.ts";

/** The questions for one role, by topic, with why each is asked; made for paper too. */
export function ConversationSheet({ sheet }: { sheet: Said<Conversation> }) {
  const t = useMessages(together);
  return (
    <div className="activity activity--sheet">
      <ActivityHead activity={sheet} who={<p>{sheet.role.who}</p>} />
      {sheet.topics.map(({ id, title, questions }) => (
        <section key={id} aria-labelledby={`topic-${id}`}>
          <h2 id={`topic-${id}`}>{title}</h2>
          <ul className="activity-questions">
            {questions.map(({ id: questionId, question, why }) => (
              <li key={questionId}>
                <h3>{question}</h3>
                <p className="activity-why">
                  <b>{t.why}</b> {why}
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section aria-labelledby="closing">
        <h2 id="closing">{t.closing}</h2>
        <p>{sheet.closing}</p>
        <p className="activity-kept">{t.nothingKept}</p>
      </section>
      <ActivityColophon activity={sheet} />
    </div>
  );
}
