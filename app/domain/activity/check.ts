import { statementsOf, type Activity, type Scenarios } from "#app/domain/activity/activity.ts";
import { activitySchema } from "#app/domain/activity/schema.ts";
import { folded, type Problem } from "#app/domain/framework/check-instruments.ts";
import { outcome, shapeOf, type Checked } from "#app/domain/framework/check.ts";

/** Turns parsed JSON into an activity, or says everything that is wrong with it at once. */
export function checkActivity(json: unknown): Checked<Activity> {
  const parsed = shapeOf<Activity>(json, activitySchema);
  if (!parsed.ok) return parsed;
  const activity = parsed.value;
  const dates = activity.reviewBy > activity.reviewed ? [] : [{ where: "reviewBy", reason: "is not later than the day it was reviewed" }];
  return outcome(activity, [...dates, ...partProblems(activity)]);
}

function partProblems(activity: Activity): Problem[] {
  if (activity.kind === "conversation") {
    const questions = activity.topics.flatMap((topic) => topic.questions.map(({ id }) => ({ id, where: `topics.${topic.id}.${id}` })));
    return [...twice(activity.topics.map(({ id }) => ({ id, where: `topics.${id}` }))), ...twice(questions)];
  }
  if (activity.kind === "school-scan") {
    const statements = statementsOf(activity).map(({ element, statement: { id } }) => ({ id, where: `elements.${element.id}.${id}` }));
    return [...twice(activity.elements.map(({ id }) => ({ id, where: `elements.${id}` }))), ...twice(statements), ...twice(activity.steps.map(({ id }) => ({ id, where: `steps.${id}` })))];
  }
  return scenarioProblems(activity);
}

/** Both questions have a lens, and the two lenses have as many steps, because their places are compared. */
function scenarioProblems({ lenses, questions, cards }: Scenarios): Problem[] {
  const steps = questions.map(({ lens }) => lenses.find(({ id }) => id === lens)?.steps.length ?? null);
  return [
    ...twice(lenses.map(({ id }) => ({ id, where: `lenses.${id}` }))),
    ...lenses.flatMap((lens) => twice(lens.steps.map(({ id }) => ({ id, where: `lenses.${lens.id}.${id}` })))),
    ...twice(questions.map(({ id }) => ({ id, where: `questions.${id}` }))),
    // In the address of a card this word says that somebody is done choosing.
    ...questions.flatMap(({ id }) => (id === "klaar" ? [{ where: `questions.${id}`, reason: `cannot be called "${id}": the address of a card uses that word itself` }] : [])),
    ...questions.flatMap(({ id, lens }, place) => (steps[place] === null ? [{ where: `questions.${id}.lens`, reason: `there is no lens "${lens}"` }] : [])),
    ...lenses.flatMap(({ id }) => (questions.some(({ lens }) => lens === id) ? [] : [{ where: `lenses.${id}`, reason: "is used by no question" }])),
    ...(steps[0] !== null && steps[1] !== null && steps[0] !== steps[1] ? [{ where: "questions", reason: `compares a lens of ${steps[0]} steps with one of ${steps[1]}` }] : []),
    ...twice(cards.map(({ id }) => ({ id, where: `cards.${id}` }))),
  ];
}

function twice(parts: readonly { readonly id: string; readonly where: string }[]): Problem[] {
  const seen = new Map<string, string>();
  return parts.flatMap(({ id, where }) => {
    const earlier = seen.get(folded(id));
    if (earlier === undefined) seen.set(folded(id), where);
    return earlier === undefined ? [] : [{ where, reason: `id "${id}" stands twice (also at ${earlier})` }];
  });
}
