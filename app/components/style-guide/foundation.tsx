import { Sample } from "#app/components/style-guide/sample.tsx";
import { ActionBar } from "#app/components/ui/action-bar.tsx";
import { BackLink } from "#app/components/ui/back-link.tsx";
import { Breadcrumb } from "#app/components/ui/breadcrumb.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { SectionNav } from "#app/components/ui/section-nav.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { guide } from "#app/messages/style-guide.ts";
import { paths } from "#app/paths.ts";

/** Type, colour, and the ways to go somewhere. */
export function Foundation() {
  const t = useMessages(guide);
  const colours = [t.colours.paper, t.colours.ink, t.colours.accent, t.colours.warm, t.colours.open, t.colours.met, ...[1, 2, 3, 4, 5, 6].map((step) => t.colours.level(step))];
  return (
    <section>
      <h2>{t.sections.foundation}</h2>
      <Sample name="h2, h3, p, a">
        <h2>{t.headings[0]}</h2>
        <h3>{t.headings[1]}</h3>
        <p className="lead">{t.lead}</p>
        <p>
          {t.body} <a href={paths.styleGuide()}>{t.link}</a>
        </p>
      </Sample>
      <Sample name="tokens.css">
        <ul className="guide__swatches">
          {colours.map((colour, place) => (
            <li key={colour}>
              <svg className={`guide__swatch-${place + 1}`} viewBox="0 0 8 4" width="128" height="48" aria-hidden="true" />
              {colour}
            </li>
          ))}
        </ul>
      </Sample>
      <Sample name="button" state={t.states.plain}>
        <ActionBar more={<a href={paths.goals()}>{t.link}</a>}>
          <button type="button" className="button">
            {t.main}
          </button>
          <button type="button" className="button button--quiet">
            {t.quiet}
          </button>
          <button type="button" className="link-button">
            {t.stop}
          </button>
        </ActionBar>
      </Sample>
      <Sample name="button" state={`${t.states.focus} · ${t.states.disabled}`}>
        <div className="cluster">
          <button type="button" className="button guide__focus">
            {t.main}
          </button>
          <button type="button" className="button button--quiet guide__focus">
            {t.quiet}
          </button>
          <button type="button" className="button" disabled>
            {t.main}
          </button>
        </div>
      </Sample>
      <Sample name="ActionBar sticky">
        <p>{t.body}</p>
        <ActionBar sticky more={<a href={paths.assessments()}>{t.stop}</a>}>
          <button type="button" className="button">
            {t.question.next}
          </button>
        </ActionBar>
      </Sample>
      <Sample name="ButtonLink, BackLink">
        <div className="cluster">
          <ButtonLink to={paths.goals()}>{t.goOn}</ButtonLink>
          <ButtonLink to={paths.goals()} quiet>
            {t.link}
          </ButtonLink>
          <BackLink to={paths.assessments()}>{t.back}</BackLink>
        </div>
      </Sample>
      <Sample name="Breadcrumb, SectionNav">
        <Breadcrumb
          items={[
            { to: paths.manage(), label: t.trail[0] ?? "" },
            { to: paths.library(), label: t.trail[1] ?? "" },
          ]}
          here={t.here}
        />
        <SectionNav
          label={t.sectionNav}
          items={[
            { to: paths.styleGuide(), label: t.sectionItems[0] ?? "" },
            { to: paths.rounds(), label: t.sectionItems[1] ?? "" },
            { to: paths.newRound(), label: t.sectionItems[2] ?? "" },
          ]}
        />
      </Sample>
    </section>
  );
}
