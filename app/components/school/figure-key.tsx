import { Explain } from "#app/components/ui/explain.tsx";
import type { RoundFacts } from "#app/domain/figures/report.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { school } from "#app/messages/school.ts";

/** Which number is which level, by code and name, and how large a difference each shade stands for. Explained once; elsewhere one short name is enough. */
export function FigureKey({ facts: { steps, lowest, inPoints } }: { facts: Pick<RoundFacts, "steps" | "lowest" | "inPoints"> }) {
  const t = useMessages(school);
  return (
    <Explain title={t.keyTitle}>
      {inPoints ? (
        <p>{t.keyPoints(steps.length - 1)}</p>
      ) : (
        <>
          <p>{t.keyLevels(lowest, steps.length + lowest - 1)}</p>
          <ol className="figure-key" start={lowest}>
            {steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p>{t.keyShades}</p>
        </>
      )}
    </Explain>
  );
}
