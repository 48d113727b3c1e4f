import { Link } from "@remix-run/react";
import { DeskFrame, useFixedReason, type DeskHead } from "#app/components/desk/desk-frame.tsx";
import { Act } from "#app/components/desk/item-page.tsx";
import { SectionForm, type SectionReply } from "#app/components/desk/section-form.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { Explain } from "#app/components/ui/explain.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import type { FieldGroupView } from "#app/domain/desk/view.ts";
import type { Language } from "#app/domain/text.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { deskEdit } from "#app/messages/desk-edit.ts";
import { deskShape } from "#app/messages/desk-shape.ts";
import { paths } from "#app/paths.ts";

type Props = { head: DeskHead; groups: readonly FieldGroupView[]; licence: string | null; sequence: number; languages: number; tongues: LanguagesView; canWrite: boolean; reply: SectionReply | null };
type LanguagesView = { readonly spoken: readonly Language[]; readonly toAdd: Language | null; readonly losing: { readonly language: Language; readonly texts: number; readonly only: number } | null; readonly canChange: boolean };

/** What a framework says about itself: name, source, licence, attribution. */
export function FactsPage({ head, groups, licence, sequence, languages, tongues, canWrite, reply }: Props) {
  const t = useMessages(deskEdit);
  const fixed = useFixedReason(head);
  return (
    <DeskFrame head={head} title={t.factsTitle} lead={head.state === "draft" ? `${t.factsLead} ${t.factsBefore}` : t.factsLead} refusal={reply?.refusal ? { sentence: reply.refusal } : null}>
      <Languages id={head.id} tongues={tongues} sequence={sequence} />
      {licence ? (
        <p>
          {t.licenceFixed} <b>{licence}</b>
        </p>
      ) : null}
      <SectionForm groups={groups} sequence={sequence} reply={reply} back={paths.draft(head.id)} canWrite={canWrite} languages={languages} fixed={fixed} />
    </DeskFrame>
  );
}

/** In which languages it is written: one more, or, after saying what goes, one less. */
function Languages({ id, tongues: { spoken, toAdd, losing, canChange }, sequence }: { id: string; tongues: LanguagesView; sequence: number }) {
  const t = useMessages(deskShape);
  return (
    <section aria-labelledby="languages">
      <h2 id="languages">{t.languageTitle}</h2>
      <p>{spoken.length > 1 ? t.inBoth : t.inOne[spoken[0]!]}</p>
      {canChange && toAdd ? (
        <Explain title={t.addLanguage[toAdd]}>
          <p>{t.addLanguageLead}</p>
          <Act sequence={sequence} act="add-language" label={t.addLanguage[toAdd]} />
        </Explain>
      ) : null}
      {losing ? (
        <div role="alert">
          <Notice tone="warning" title={t.dropTitle[losing.language]}>
            <p>
              {t.dropLoss(losing.texts)} {losing.only > 0 ? t.dropOnly(losing.only) : null} {t.dropStays}
            </p>
            <div className="cluster">
              <Act sequence={sequence} act="remove-language" label={t.dropLanguage[losing.language]} more={{ language: losing.language }} />
              <ButtonLink to={paths.draftFacts(id)} quiet>
                {t.keepLanguage}
              </ButtonLink>
            </div>
          </Notice>
        </div>
      ) : null}
      {canChange && !losing && spoken.length > 1 ? (
        <p className="cluster">
          {spoken.map((language) => (
            <Link key={language} to={paths.draftFacts(id, { without: language })}>
              {t.dropLanguage[language]}
            </Link>
          ))}
        </p>
      ) : null}
    </section>
  );
}
