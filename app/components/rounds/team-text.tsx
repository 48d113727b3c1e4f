import { dayInWords } from "#app/domain/format.ts";
import type { RoundView } from "#app/domain/round-view.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { rounds } from "#app/messages/rounds.ts";

type Props = { round: Pick<RoundView, "name" | "framework" | "minutes" | "closesAt" | "threshold" | "privacy">; address: string };

/** A text to paste for the team: why, how long, who sees what, until when. */
export function TeamText({ round: { name, framework, minutes, closesAt, threshold, privacy }, address }: Props) {
  const t = useMessages(rounds);
  const language = useLanguage();
  const text = t.teamText({ name, framework, minutes, day: dayInWords(closesAt, language), threshold, address, confidential: privacy === "confidential" });
  return (
    <section className="part" aria-labelledby="team">
      <h2 id="team">{t.teamTitle}</h2>
      <p id="team-hint">{t.teamHint}</p>
      <textarea className="input team-text" readOnly rows={17} aria-labelledby="team" aria-describedby="team-hint" value={text} />
    </section>
  );
}
