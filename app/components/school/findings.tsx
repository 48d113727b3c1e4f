import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { capital, familyName, useFigureWords } from "#app/components/school/figure-words.ts";
import { RoundFactsLine } from "#app/components/school/round-facts.tsx";
import { Why } from "#app/components/school/why.tsx";
import { Explain } from "#app/components/ui/explain.tsx";
import type { Report } from "#app/domain/figures/page.ts";
import { changeAt, type Spot } from "#app/domain/figures/report.ts";
import { listed } from "#app/domain/format.ts";
import type { Family } from "#app/domain/people/function-group.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { school } from "#app/messages/school.ts";

/** Where a training is planned for this competence and family; null when the reader does not plan. */
export type PlanLink = ((about: { competenceId?: string; family: Family }) => string) | null;
type Props = { report: Report; plan: PlanLink };
const mostNamed = 3;

/** The three sentences: the largest gap, a strength, and what is too small to say. Under each a training can be planned. */
export function FindingList({ report, plan }: Props) {
  const t = useMessages(school);
  const { aimed, gap, strength } = report.findings;
  return (
    <section className="part" aria-labelledby="first">
      <h2 id="first">{t.firstTitle}</h2>
      <ol className="findings findings--plan">
        {gap ? <SpotFinding report={report} spot={gap} kind="gap" plan={plan} /> : <Finding words={aimed ? t.noGapSentence : t.nothingSentence} />}
        {strength ? <SpotFinding report={report} spot={strength} kind="strength" plan={plan} /> : <Finding words={t.noStrengthSentence} />}
        <SmallFinding report={report} plan={plan} />
      </ol>
    </section>
  );
}

type FindingProps = { words: ReactNode; more?: string | null; link?: { to: string; label: string; main: boolean } | null; children?: ReactNode };

function Finding({ words, more = null, link = null, children }: FindingProps) {
  return (
    <li>
      <p className="findings__words">{words}</p>
      {more ? <p>{more}</p> : null}
      {link ? (
        <p className="findings__plan">
          <Link to={link.to} className={link.main ? "button" : "button button--quiet"}>
            {link.label}
          </Link>
        </p>
      ) : null}
      {children}
    </li>
  );
}

type SpotProps = Props & { spot: Spot; kind: "gap" | "strength" };

function SpotFinding({ report, spot, kind, plan }: SpotProps) {
  const t = useMessages(school);
  const language = useLanguage();
  const words = useFigureWords(report.facts);
  const { competences, families, cells } = report.grid;
  const competence = competences[spot.competence]!;
  const family = families[spot.family]!;
  const published = cells[spot.competence]![spot.family]!;
  const cell = typeof published === "string" ? report.spreads![spot.competence]![spot.family]! : published;
  const [mean, lowest] = "schools" in cell ? [words.spread(cell), cell.from.shown] : [words.mean(cell), cell.shown];
  const isGap = kind === "gap";
  const sentence = !report.findings.aimed ? (isGap ? t.lowestSentence : t.highestSentence) : isGap ? t.gapSentence : lowest >= (cell.target ?? 0) ? t.strengthSentence : t.nearestSentence;
  const rule = report.findings.aimed ? (isGap ? t.whyRule : t.whyStrength) : isGap ? t.whyLowest : t.whyHighest;
  const found = changeAt(report.trend, spot);
  const change = found && (found.change === "up" ? t.changeUp : t.changeDown)(found.round.name, words.mean(found.before));
  return (
    <Finding
      words={sentence(familyName(family, language), competence.title, mean, words.target(cell.target))}
      more={change}
      link={plan && { to: plan({ competenceId: competence.id, family }), label: isGap ? t.plan : t.planStrength, main: isGap }}
    >
      <Why cell={cell} facts={report.facts} rule={rule} response={<RoundFactsLine facts={report.facts} response={report.response} />} />
    </Finding>
  );
}

function SmallFinding({ report, plan }: Props) {
  const t = useMessages(school);
  const language = useLanguage();
  const { facts, findings, silentSchools } = report;
  const { silent, partly } = findings;
  if (silent.length + partly.length + silentSchools.length === 0) return <Finding words={t.nothingSmall} />;
  const about = [
    ...(silent.length > 0 ? [listed(silent.map((family) => familyName(family, language)), language)] : []),
    // Where nothing is shown of any family, nothing is shown of any school: that is said already.
    ...(silentSchools.length > 0 && silent.length < report.grid.families.length ? [silentSchools.length > mostNamed ? t.schoolCount(silentSchools.length) : listed(silentSchools, language)] : []),
  ];
  const partlySentence = about.length > 0 ? t.partlySentence : t.partlyFirst;
  const sentences = [
    ...about.map((what) => t.silentSentence(what)),
    ...partly.map(({ family, closed }) => partlySentence(familyName(family, language), closed, closed === 1 ? facts.noun.one : facts.noun.many)),
  ];
  const first = silent[0];
  return (
    <Finding words={capital(sentences.join(" "))} link={plan && first ? { to: plan({ family: first }), label: t.planSilent, main: false } : null}>
      <Explain title={t.why}>
        <p>{t.whySmall(facts.threshold)}</p>
      </Explain>
    </Finding>
  );
}
