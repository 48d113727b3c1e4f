import { Icon, type IconName } from "#app/components/ui/icon.tsx";
import type { Reason } from "#app/domain/assessment/answers.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { ui } from "#app/messages/ui.ts";

/** How an answer stands to its target, or why there is none. */
export type GrowthWord = "on-target" | "nearly" | "to-grow" | Reason;

const signs: Readonly<Record<GrowthWord, IconName>> = {
  "on-target": "check",
  nearly: "half",
  "to-grow": "sprout",
  "not-in-my-work": "dash",
  "do-not-know": "question",
  "rather-not-say": "lock",
  "consciously-not": "choice",
};

/** A growth word with its own sign: klaar, bijna, groeikans, or the reason. */
export function Tag({ word }: { word: GrowthWord }) {
  const t = useMessages(ui);
  return (
    <span className={`tag tag--${word}`}>
      <Icon name={signs[word]} />
      {t.growth[word]}
    </span>
  );
}
