import { Form } from "@remix-run/react";
import { BackLink } from "#app/components/ui/back-link.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { desk } from "#app/messages/desk.ts";
import { paths } from "#app/paths.ts";

type Copyable = { readonly slug: string; readonly version: string; readonly title: string; readonly licence: string; readonly refusal: "no-derivatives" | "unknown" | null };
type Props = { frameworks: readonly Copyable[]; templates: readonly ("three-levels" | "agreements")[]; /** Why nothing was begun; without a sentence nothing was chosen. */ refusal: { readonly sentence: string | null } | null };

/** Three ways to begin: a small example, a copy, a file. */
export function BeginPage({ frameworks, templates, refusal }: Props) {
  const t = useMessages(desk);
  return (
    <>
      <BackLink to={paths.library()}>{t.shippedTitle}</BackLink>
      <PageHead title={t.beginTitle} lead={t.beginLead} />
      {refusal ? (
        <div role="alert">
          <Notice tone="warning">{refusal.sentence ?? t.choose}</Notice>
        </div>
      ) : null}
      <h2>{t.templateTitle}</h2>
      <ul className="card-grid">
        {templates.map((key) => (
          <li key={key}>
            <Card
              title={t.templates[key]}
              foot={
                <Form method="post" aria-label={t.templates[key]}>
                  <input type="hidden" name="do" value="template" />
                  <button type="submit" className="button" name="template" value={key}>
                    {t.useTemplate}
                    <span className="visually-hidden">: {t.templates[key]}</span>
                  </button>
                </Form>
              }
            >
              <p>{t.templateAbout[key]}</p>
            </Card>
          </li>
        ))}
      </ul>
      <h2>{t.copyTitle}</h2>
      <p>{t.copyLead}</p>
      <ul className="desk-list">
        {frameworks.map(({ slug, version, title, licence, refusal }) => (
          <li key={slug}>
            <div>
              <p className="desk-list__title">
                {title}, {t.versionOf(version)}
              </p>
              <p className="cell-more">{licence}</p>
              {refusal ? <p>{t.refusals[refusal]}</p> : null}
            </div>
            {refusal ? null : (
              <Form method="post" aria-label={`${t.copy}: ${title}`}>
                <input type="hidden" name="do" value="copy" />
                <input type="hidden" name="slug" value={slug} />
                <input type="hidden" name="version" value={version} />
                <button type="submit" className="button button--quiet">
                  {t.copy}
                  <span className="visually-hidden">: {title}</span>
                </button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <h2>{t.importTitle}</h2>
      <p>{t.importLead}</p>
      <ButtonLink to={paths.importFramework()} quiet>
        {t.bringIn}
      </ButtonLink>
    </>
  );
}
