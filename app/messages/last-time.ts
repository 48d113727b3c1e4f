import { catalogue } from "./catalogue.ts";

/** What became of questions between the time before and now, when the framework has a new version. */
export const lastTime = catalogue({
  nl: {
    seam: (then: string, now: string) => `Tussen toen en nu kwam er een nieuwe versie van het raamwerk (${then} werd ${now}). We leggen alleen naast elkaar wat dezelfde vraag is gebleven.`,
    seamScale: (then: string, now: string) => `Tussen toen (versie ${then}) en nu (versie ${now}) veranderde de schaal. Daarom leggen we de niveaus niet naast elkaar.`,
    seamWords: "Staat er ‘in andere woorden’ bij? Dan is het dezelfde vraag, maar met andere zinnen. Een klein verschil kan daardoor komen.",
    reworded: "toen in andere woorden",
    begins: { new: "nieuwe vraag", split: "nieuwe vraag, uit een oude gesplitst", merged: "nieuwe vraag, uit oude samengevoegd" },
    stopped: (then: string, now: string) => `Deze vragen stonden wel in versie ${then}, maar niet meer in versie ${now}. Daar is niets naast te leggen:`,
    stoppedLine: {
      gone: (title: string) => `‘${title}’ is vervallen.`,
      split: (title: string, into: string) => `‘${title}’ is gesplitst in ${into}.`,
      merged: (title: string, into: string) => `‘${title}’ is samengevoegd met een andere vraag tot ${into}.`,
    },
  },
  en: {
    seam: (then: string, now: string) => `Between then and now a new version of the framework appeared (${then} became ${now}). We only compare what is still the same question.`,
    seamScale: (then: string, now: string) => `Between then (version ${then}) and now (version ${now}) the scale changed. That is why we do not put the levels side by side.`,
    seamWords: "Does it say ‘in other words’? Then it is the same question with other sentences. A small difference may come from that.",
    reworded: "in other words then",
    begins: { new: "new question", split: "new question, split from an old one", merged: "new question, merged from old ones" },
    stopped: (then: string, now: string) => `These questions were in version ${then}, but are no longer in version ${now}. There is nothing to put beside them:`,
    stoppedLine: {
      gone: (title: string) => `‘${title}’ is no longer asked.`,
      split: (title: string, into: string) => `‘${title}’ was split into ${into}.`,
      merged: (title: string, into: string) => `‘${title}’ was merged with another question into ${into}.`,
    },
  },
});
