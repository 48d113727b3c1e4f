import type { TextStatus } from "#app/domain/framework/framework.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { manage } from "#app/messages/manage.ts";

type CompetenceLine = {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly titleStatus: TextStatus;
  readonly question: string;
  readonly extra: boolean;
  readonly asked: boolean;
  readonly target: { readonly code: string; readonly title: string } | null;
  readonly objectives: readonly { readonly code: string; readonly statement: string }[];
  readonly levels: readonly { readonly code: string; readonly title: string; readonly statement: string }[];
};
/** An area with its competences, in the words of one function group. */
export type AreaLine = { readonly id: string; readonly title: string; readonly titleStatus: TextStatus; readonly competences: readonly CompetenceLine[] };

/** The whole framework: areas, competences and, behind each, the sentence of every level. */
export function FrameworkTree({ areas }: { areas: readonly AreaLine[] }) {
  return (
    <div className="tree">
      {areas.map(({ id, title, titleStatus, competences }) => (
        <section key={id} aria-labelledby={`area-${id}`}>
          <h3 id={`area-${id}`}>
            {title} <Status status={titleStatus} />
          </h3>
          {competences.map((competence) => (
            <Competence key={competence.id} competence={competence} />
          ))}
        </section>
      ))}
    </div>
  );
}

function Competence({ competence: { code, title, titleStatus, question, extra, asked, target, objectives, levels } }: { competence: CompetenceLine }) {
  const t = useMessages(manage);
  return (
    <details className={asked ? "explain tree__item" : "explain tree__item tree__item--not-asked"}>
      <summary>
        <span className="tree__words">
          <span className="tree__code">{code}</span> {title} <span className="tree__more">{[asked ? target && t.target(target.title) : t.notAsked, extra ? t.extra : null].filter(Boolean).join(" · ")}</span>
        </span>
      </summary>
      <div className="explain__body">
        <p>{question}</p>
        <Objectives objectives={objectives.map(({ code: of, statement }) => `${of} ${statement}`)} />
        <ol className="tree__levels" aria-label={t.sentences}>
          {levels.map(({ code: level, title: name, statement }) => (
            <li key={level} className={asked && level === target?.code ? "tree__level tree__level--target" : "tree__level"}>
              <span className="cell-more">
                {name}
                {asked && level === target?.code ? ` · ${t.isTarget}` : ""}
              </span>
              {statement}
            </li>
          ))}
        </ol>
        <Status status={titleStatus} />
      </div>
    </details>
  );
}

/** What makes up a competence; nothing where there is no such list. */
export function Objectives({ objectives }: { objectives: readonly string[] }) {
  const t = useMessages(manage);
  if (objectives.length === 0) return null;
  return (
    <ul aria-label={t.objectives}>
      {objectives.map((objective) => (
        <li key={objective}>{objective}</li>
      ))}
    </ul>
  );
}

/** Who gave a name: only said when it is not the publisher's. */
function Status({ status }: { status: TextStatus }) {
  const t = useMessages(manage);
  return status === "official" ? null : <span className="tree__status">{t.nameStatuses[status]}</span>;
}
