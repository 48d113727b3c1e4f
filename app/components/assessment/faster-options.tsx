import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { Explain } from "#app/components/ui/explain.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { assessment } from "#app/messages/assessment.ts";

type Setting = readonly [boolean, (value: boolean) => void];
type Props = { cards: number; advance: Setting; digits: Setting };

/** Two settings for whoever wants to go faster; only there when scripts are. */
export function FasterOptions({ cards, advance: [advance, setAdvance], digits: [digits, setDigits] }: Props) {
  const t = useMessages(assessment);
  return (
    <Explain title={t.faster}>
      <Checkbox name="advance" label={t.advance} description={t.advanceHint} checked={advance} onChange={(event) => setAdvance(event.target.checked)} />
      <Checkbox name="digits" label={t.digits} description={t.digitsHint(cards)} checked={digits} onChange={(event) => setDigits(event.target.checked)} />
    </Explain>
  );
}
