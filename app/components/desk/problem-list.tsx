import { Form, Link } from "@remix-run/react";
import type { ProblemLine } from "#app/domain/desk/view.ts";
import { Notice } from "#app/components/ui/notice.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { desk } from "#app/messages/desk.ts";
import { paths } from "#app/paths.ts";

type Props = { id: string; sequence: number; problems: readonly ProblemLine[]; more: number; canWrite: boolean };

/** What has to be mended before publishing: each with the way to its place, and a button where the program can do it. */
export function ProblemList({ id, sequence, problems, more, canWrite }: Props) {
  const t = useMessages(desk);
  return (
    <section aria-labelledby="problems">
      <h2 id="problems">{t.problemsTitle}</h2>
      {problems.length === 0 ? (
        <Notice>{t.noProblems}</Notice>
      ) : (
        <>
          <p>{t.problems(problems.length + more)}</p>
          <ul className="desk-list">
            {problems.map(({ place, sentence, repair }, nth) => (
              <li key={`${nth} ${sentence}`}>
                <p>
                  {sentence} <Link to={wayTo(id, place)}>{t.toPlace}<span className="visually-hidden">: {sentence}</span></Link>
                </p>
                {repair && canWrite ? (
                  <Form method="post" aria-label={`${t.repairs[repair.act]}: ${sentence}`}>
                    <input type="hidden" name="sequence" value={sequence} />
                    <input type="hidden" name="repair" value={repair.act} />
                    <input type="hidden" name="item" value={repair.id} />
                    {repair.act === "drop-words" ? <input type="hidden" name="group" value={repair.group} /> : null}
                    <button type="submit" className="button button--quiet" name="do" value="repair">
                      {t.repairs[repair.act]}
                    </button>
                  </Form>
                ) : null}
              </li>
            ))}
          </ul>
          {more > 0 ? <p>{t.mostShown(more)}</p> : null}
        </>
      )}
    </section>
  );
}

/** The page on which something is mended. */
function wayTo(id: string, place: ProblemLine["place"]): string {
  if (place.on === "node") return paths.draftItem(id, place.id, { group: place.group });
  if (place.on === "matrix") return paths.draftMatrix(id, { instrument: place.instrument });
  if (place.on === "former") return paths.draftFormer(id);
  return place.on === "scale" ? paths.draftLevels(id) : paths.draftFacts(id);
}
