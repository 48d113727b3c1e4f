import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Explain } from "#app/components/ui/explain.tsx";
import type { RoundFacts } from "#app/domain/figures/report.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { school } from "#app/messages/school.ts";

/** A school of which nothing can be shown: why, and what is possible all the same. */
export function Village({ facts, csv }: { facts: RoundFacts; csv: string }) {
  const t = useMessages(school);
  return (
    <>
      <EmptyState title={t.villageTitle}>
        <p>{t.villageWords}</p>
        <ul className="ticks">
          {t.villageIdeas.map((idea) => (
            <li key={idea}>{idea}</li>
          ))}
        </ul>
        <p>{t.villageBoard}</p>
      </EmptyState>
      <Explain title={t.why}>{t.whySmall(facts.threshold)}</Explain>
      <p>
        <a href={csv} download>
          {t.download}
        </a>
      </p>
    </>
  );
}
