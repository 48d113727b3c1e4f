import { ReachSheet } from "#app/components/reach/reach-sheet.tsx";
import { BackLink } from "#app/components/ui/back-link.tsx";
import { DateText } from "#app/components/ui/date-text.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { Explain } from "#app/components/ui/explain.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { listed } from "#app/domain/format.ts";
import type { ReachPage as Reach } from "#app/domain/reach/reach-view.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { reach } from "#app/messages/reach.ts";
import { paths } from "#app/paths.ts";

type Props = { page: Reach; easy: boolean };

/** What one result says about the other frameworks: suggestions that one confirms oneself, parts, and neighbours. */
export function ReachPage({ page, easy }: Props) {
  const t = useMessages(reach);
  const language = useLanguage();
  const reached = page.sheets.filter(({ questions }) => questions.length > 0);
  const silent = page.sheets.filter(({ questions, linked }) => questions.length === 0 && linked);
  const apart = page.sheets.filter(({ questions, linked }) => questions.length === 0 && !linked);
  const files = listed(page.crosswalks.map(({ title, version }) => `${title}, ${version}`), language);
  const draft = page.crosswalks.some((each) => each.draft);
  return (
    <div className={easy ? "reach b1" : "reach"}>
      <BackLink to={paths.result(page.assessmentId)}>{t.back}</BackLink>
      <PageHead
        title={t.title}
        eyebrow={
          <>
            {t.eyebrow(page.framework)} · <DateText at={page.handedInAt} />
          </>
        }
        lead={t.lead}
        whoSees={t.onlyYou}
      />
      {reached.length === 0 ? (
        <EmptyState title={t.noneTitle}>{t.none}</EmptyState>
      ) : (
        <>
          {draft ? <Notice title={t.draftTitle}>{t.draft(files)}</Notice> : <p>{t.from(files)}</p>}
          {reached.map((sheet) => (
            <ReachSheet key={sheet.slug} sheet={sheet} from={page.assessmentId} />
          ))}
          {silent.length > 0 ? <p>{t.silent(listed(silent.map(({ title }) => title), language))}</p> : null}
          {apart.length > 0 ? <p>{t.apart(page.framework, listed(apart.map(({ title }) => title), language))}</p> : null}
          <Explain title={t.howTitle}>
            {t.how.map((each) => (
              <p key={each}>{each}</p>
            ))}
          </Explain>
        </>
      )}
    </div>
  );
}
