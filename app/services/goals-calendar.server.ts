import { createEvent, type EventAttributes } from "ics";
import { momentOf, plainLine, type Goal } from "#app/domain/result/goal.ts";
import type { Context } from "#app/services/context.server.ts";
import { goalOf } from "#app/services/goals.server.ts";

const words = {
  nl: { product: "Groeikompas", about: (title: string) => `Jouw stap bij: ${title}.`, open: "Vink de stap af of verzet hem in Groeikompas:" },
  en: { product: "Groeikompas", about: (title: string) => `Your step for: ${title}.`, open: "Tick the step off or move it in Groeikompas:" },
};

/**
 * One's own step as an iCalendar file: half an hour after school (15:30 in the Netherlands), marked private, because a
 * calendar at work is often shared. The id of the step is the event's, so taking the file again moves the appointment.
 */
export async function goalCalendar(ctx: Context, goalId: string, address: string): Promise<string> {
  return calendarFor(await goalOf(ctx, goalId), ctx, address);
}

function calendarFor(goal: Goal & { readonly createdAt: Date }, { actor, now }: Context, address: string): string {
  const t = words[actor.language];
  const event: EventAttributes & { timestamp: number } = {
    uid: goal.id,
    timestamp: now.getTime(),
    // A calendar takes a newer file only with a higher number; minutes since the step was made never go down.
    sequence: Math.max(0, Math.floor((now.getTime() - goal.createdAt.getTime()) / 60_000)),
    start: momentOf(goal.dueOn, "15:30").getTime(),
    startInputType: "utc",
    startOutputType: "utc",
    duration: { minutes: 30 },
    title: plainLine(`${t.product}: ${goal.step}`),
    description: [...(goal.about ? [t.about(goal.about)] : []), t.open, address].join("\n"),
    classification: "PRIVATE",
    productId: "-//Groeikompas//Groeikompas//NL",
    method: "PUBLISH",
  };
  const { error, value } = createEvent(event);
  if (error || !value) throw error ?? new Error("ics gave no calendar");
  return value;
}
