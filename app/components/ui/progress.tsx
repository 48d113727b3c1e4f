import { useMessages } from "#app/messages/catalogue.ts";
import { ui } from "#app/messages/ui.ts";

type Props = { current: number; total: number; done: number; minutesLeft?: number | null; area?: string };

/** "Vraag 3 van 12", the area, what is left, and a native bar of what is done. `current` counts from 1. */
export function Progress({ current, total, done, minutesLeft, area }: Props) {
  const t = useMessages(ui);
  return (
    <div className="progress">
      <div className="progress__words">
        <span>
          <label htmlFor="progress">{t.questionOf(current, total)}</label>
          {area ? ` · ${area}` : null}
        </span>
        {minutesLeft ? <span>{t.minutesLeft(minutesLeft)}</span> : null}
      </div>
      <progress id="progress" max={total} value={done} />
    </div>
  );
}
