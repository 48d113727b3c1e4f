import type { ReachLine, Trail, TrailWords, WordedLine } from "#app/domain/reach/reach-view.ts";
import type { Language } from "#app/domain/text.ts";
import { elsewhere } from "#app/messages/elsewhere.ts";
import { ui } from "#app/messages/ui.ts";

/** What was chosen at a question of another framework, in words. */
export function inWords({ from, title, statement, reason, relation, confidence, why }: ReachLine, framework: string, language: Language): WordedLine {
  const t = elsewhere[language];
  return {
    from,
    at: t.at(framework, title),
    chose: reason ? t.reason(ui[language].reasons[reason]) : t.quote(statement ?? ""),
    relation: t.relations[relation],
    more: `${t.certainties[confidence]}. ${why}`,
  };
}

/** The same beside a question. Made on the server, so that the question page, which must load fast, has no words for it. */
export function trailWords({ from, slug, framework, lines }: Trail, language: Language): TrailWords {
  const t = elsewhere[language];
  const draft = lines.some((line) => line.draft);
  return { from, slug, title: t.title, lines: lines.map((line) => inWords(line, framework, language)), look: draft ? `${t.look} ${t.draft}` : t.look, back: t.back };
}
