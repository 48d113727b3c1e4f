import { Sample } from "#app/components/style-guide/sample.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { DateText } from "#app/components/ui/date-text.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Explain } from "#app/components/ui/explain.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { StatLine } from "#app/components/ui/stat-line.tsx";
import { StepCard } from "#app/components/ui/step-card.tsx";
import { Tag } from "#app/components/ui/tag.tsx";
import { reasons } from "#app/domain/assessment/answers.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { guide } from "#app/messages/style-guide.ts";
import { paths } from "#app/paths.ts";

const tones = ["who", "time", "info", "warning"] as const;

/** Notices, growth words, findings, cards, and nothing yet. */
export function Words({ now }: { now: Date }) {
  const t = useMessages(guide);
  return (
    <section>
      <h2>{t.sections.words}</h2>
      <Sample name="Notice">
        {t.notices.map(([, title, text], place) => (
          <Notice key={place} tone={tones[place] ?? "info"} {...(title ? { title } : {})}>
            {text}
          </Notice>
        ))}
      </Sample>
      <Sample name="Tag">
        <ul className="cluster">
          {(["on-target", "nearly", "to-grow", ...reasons] as const).map((word) => (
            <li key={word}>
              <Tag word={word} />
            </li>
          ))}
        </ul>
      </Sample>
      <Sample name=".findings, Explain">
        <ol className="findings">
          {t.findings.map((finding, place) => (
            <li key={finding}>
              <p className="findings__words">{finding}</p>
              <Explain open={place === 1}>{t.explained}</Explain>
            </li>
          ))}
        </ol>
      </Sample>
      <Sample name="Card, StepCard, .card-grid">
        <ul className="card-grid">
          <li>
            <Card eyebrow={t.card.eyebrow} title={t.card.title} foot={<ButtonLink to={paths.assessments()}>{t.goOn}</ButtonLink>}>
              <p>{t.card.text}</p>
            </Card>
          </li>
          <li>
            <StepCard
              title={t.step.title}
              about={t.step.about}
              minutes={30}
              form={t.step.form}
              day="2026-05-13"
              foot={
                <button type="button" className="button button--quiet">
                  {t.main}
                </button>
              }
            />
          </li>
          <li>
            <StepCard title={t.stepDone.title} minutes={20} form={t.stepDone.form} day="2026-02-04" done />
          </li>
        </ul>
      </Sample>
      <Sample name="StatLine, DateText">
        <StatLine items={[...t.stats.map(([label = "", value]) => ({ label, value })), { label: t.closedOn, value: <DateText at={now} clock /> }]} />
      </Sample>
      <Sample name="EmptyState" state={t.states.empty}>
        <EmptyState title={t.emptyTitle} action={<ButtonLink to={paths.startAssessment()}>{t.emptyAction}</ButtonLink>}>
          {t.emptyText}
        </EmptyState>
      </Sample>
    </section>
  );
}
