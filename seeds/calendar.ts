import { dayAfter } from "#app/domain/round.ts";
import { isoDay } from "#app/domain/format.ts";

/** When the rounds of the practice board were, seen from the day of the visit; all opened on a weekday morning. */
export type RoundPlan = { name: string; framework: "digcompedu" | "kennisnet-ict" | "unesco-ai-cft"; opensAt: Date; closesOn: string; wave: 0 | 1 | 2; families: ("leraar" | "onderwijsondersteuner" | "schoolleider")[]; growth: number };

const morning = (day: string) => new Date(`${day}T08:30:00Z`);

/** The same day, or the nearest weekday after it (`step` 1) or before it (-1): nobody opens a round or plans on a Saturday. */
export function workday(day: string, step: 1 | -1): string {
  const weekday = new Date(`${day}T12:00:00Z`).getUTCDay();
  return weekday === 0 || weekday === 6 ? workday(dayAfter(day, step), step) : day;
}

/** "najaar 2025": schools speak of seasons. Winter belongs to the school year's spring term. */
export function seasonOf(day: string): string {
  const [year, month] = day.split("-");
  return `${Number(month) >= 8 ? "najaar" : "voorjaar"} ${year}`;
}

const called: Readonly<Record<RoundPlan["framework"], string>> = { digcompedu: "DigCompEdu", "kennisnet-ict": "Ict-bekwaamheid", "unesco-ai-cft": "AI in ons werk" };

/** Two rounds on DigCompEdu a year apart, then one on AI and one on Kennisnet, and what runs today. */
export function roundPlans(now: Date): { past: RoundPlan[]; running: RoundPlan[] } {
  const today = isoDay(now);
  const plan = (framework: RoundPlan["framework"], from: number, days: number, wave: 0 | 1 | 2, families: RoundPlan["families"], growth: number): RoundPlan => {
    const day = workday(dayAfter(today, from), -1);
    return { name: `${called[framework]} ${seasonOf(day)}`, framework, opensAt: morning(day), closesOn: workday(dayAfter(day, days), 1), wave, families, growth };
  };
  return {
    past: [
      plan("digcompedu", -730, 28, 0, ["leraar"], 0),
      plan("digcompedu", -365, 28, 1, ["leraar"], 0.35),
      plan("unesco-ai-cft", -300, 24, 1, ["leraar", "onderwijsondersteuner", "schoolleider"], 0),
      plan("kennisnet-ict", -240, 24, 1, ["leraar", "onderwijsondersteuner"], 0.2),
    ],
    running: [
      plan("digcompedu", -6, 27, 2, ["leraar"], 0.55),
      plan("kennisnet-ict", -6, 27, 2, ["onderwijsondersteuner"], 0.35),
    ],
  };
}
