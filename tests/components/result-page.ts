import type { Framework } from "#app/domain/framework/framework.ts";
import { colophonOf, personalResult, type ResultPage } from "#app/domain/result/result.ts";
import type { FrozenAnswer } from "#app/domain/result/result.ts";
import type { Language } from "#app/domain/text.ts";
import { frozen, handedIn, smallFramework } from "#tests/domain/result/result-facts.ts";

type More = { language?: Language; then?: Framework; before?: readonly FrozenAnswer[]; answers?: readonly FrozenAnswer[] } & Partial<Pick<ResultPage, "goal" | "seenBy" | "short" | "activeGoals" | "reachesOthers">>;

/** A whole result page on the small framework: one beyond target, one far below, one nearly there, one not in the work. */
export function resultPage({ language = "nl", then, before, answers, ...more }: More = {}): ResultPage {
  const framework = smallFramework();
  const now = handedIn(answers ?? [frozen("a.1", 4), frozen("a.2", 1, 3, { wish: true }), frozen("b.1", 2), frozen("b.2", "not-in-my-work")]);
  return {
    ...personalResult(now, before ? handedIn(before, { handedInAt: new Date("2025-11-03T12:00:00Z"), ...(then ? { framework: then } : {}) }) : null, language),
    assessmentId: "6f1c1c0e-0000-4000-8000-000000000001",
    handedInAt: now.handedInAt,
    short: false,
    reachesOthers: true,
    seenBy: { kind: "counted", threshold: 5 },
    colophon: colophonOf(framework, framework.instruments[0]!, "test-po 1.0.0", language),
    goal: null,
    activeGoals: 0,
    days: { first: "2026-11-16", last: "2027-11-16", proposed: "2026-11-30" },
    ...more,
  };
}
