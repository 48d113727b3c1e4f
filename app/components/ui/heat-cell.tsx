import { useMessages } from "#app/messages/catalogue.ts";
import { ui } from "#app/messages/ui.ts";

type Props = { text: string; size: 0 | 1 | 2 | 3 | 4 | 5 } | { closed: true; why?: string };

/** A cell of the heat map: the number, on a colour for the size of the gap (0 = on target); or hatched, saying why it is closed. */
export function HeatCell(props: Props) {
  const t = useMessages(ui);
  if ("closed" in props) {
    return (
      <td className="heat__cell heat__cell--closed">
        <span>{props.why ?? t.closed}</span>
      </td>
    );
  }
  return <td className={`heat__cell heat__cell--${props.size === 0 ? "met" : props.size}`}>{props.text}</td>;
}
