import type { ReactNode } from "react";
import { DateText } from "#app/components/ui/date-text.tsx";
import { Icon } from "#app/components/ui/icon.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { ui } from "#app/messages/ui.ts";

type Props = { title: string; about?: string; minutes?: number; form?: string; day?: Date | string | null; done?: boolean; foot?: ReactNode };

/** One step to take: what, how long, in which form, and when. */
export function StepCard({ title, about, minutes, form, day, done = false, foot }: Props) {
  const t = useMessages(ui);
  return (
    <div className={done ? "card step-card step-card--done" : "card step-card"}>
      {about ? <p className="eyebrow">{about}</p> : null}
      <h3>{title}</h3>
      <ul className="step-card__facts">
        {done ? (
          <li>
            <Icon name="check" /> {t.done}
          </li>
        ) : null}
        {minutes === undefined ? null : (
          <li>
            <Icon name="clock" /> {t.minutes(minutes)}
          </li>
        )}
        {form ? (
          <li>
            <Icon name="people" /> {form}
          </li>
        ) : null}
        {day ? (
          <li>
            <Icon name="calendar" /> <DateText at={day} />
          </li>
        ) : null}
      </ul>
      {foot ? <div className="card__foot">{foot}</div> : null}
    </div>
  );
}
