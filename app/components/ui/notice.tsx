import type { ReactNode } from "react";
import { Icon, type IconName } from "#app/components/ui/icon.tsx";

type Tone = "who" | "time" | "info" | "warning";
type Props = { tone?: Tone; title?: string; children: ReactNode };

const icons: Readonly<Record<Tone, IconName>> = { who: "eye", time: "clock", info: "info", warning: "warning" };

/** Something to know before going on: who sees this, how long it takes, what happens next. */
export function Notice({ tone = "info", title, children }: Props) {
  return (
    <div className={`notice notice--${tone}`}>
      <Icon name={icons[tone]} />
      <div>
        {title ? <p className="notice__title">{title}</p> : null}
        {typeof children === "string" ? <p>{children}</p> : children}
      </div>
    </div>
  );
}
