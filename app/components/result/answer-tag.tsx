import { Icon } from "#app/components/ui/icon.tsx";
import { Tag, type GrowthWord } from "#app/components/ui/tag.tsx";
import { wordFor, type Gap } from "#app/domain/result/gap.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { result } from "#app/messages/result.ts";

const words: Readonly<Partial<Record<ReturnType<typeof wordFor>, GrowthWord>>> = { "on-target": "on-target", nearly: "nearly", "room-to-grow": "to-grow" };

/** The growth word of an answer, the reason given, or that there is no answer yet. Nothing for a level without a target. */
export function AnswerTag({ line }: { line: Pick<Gap, "level" | "gap" | "reason"> }) {
  const t = useMessages(result);
  const word = line.reason ?? words[wordFor(line)];
  if (word) return <Tag word={word} />;
  if (line.level !== null) return null;
  return (
    <span className="tag">
      <Icon name="dash" />
      {t.unanswered}
    </span>
  );
}
