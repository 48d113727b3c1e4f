import type { ReactNode } from "react";
import { ManageNav } from "#app/components/manage/manage-nav.tsx";
import { Refusal, type RefusalReply } from "#app/components/desk/refusal.tsx";
import { StateBadge } from "#app/components/desk/own-frameworks.tsx";
import { BackLink } from "#app/components/ui/back-link.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { SectionNav } from "#app/components/ui/section-nav.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { desk } from "#app/messages/desk.ts";
import { paths } from "#app/paths.ts";

/** What every page of one framework of the board knows about it. */
export type DeskHead = { readonly id: string; readonly title: string; readonly version: string; readonly state: "draft" | "review" | "published" | "withdrawn"; readonly former: string | null };
type Props = { head: DeskHead; title?: string | undefined; lead?: string | undefined; refusal?: RefusalReply | null | undefined; children: ReactNode };

/** Around every page of one framework: where it stands, and its parts. */
export function DeskFrame({ head: { id, title, version, state, former }, title: page, lead, refusal = null, children }: Props) {
  const t = useMessages(desk);
  const parts = [
    { to: paths.draft(id), label: t.overview, covers: paths.draftItem(id, "").slice(0, -1) },
    { to: paths.draftLevels(id), label: t.levels },
    { to: paths.draftMatrix(id), label: t.matrix },
    { to: paths.draftFacts(id), label: t.facts },
    { to: paths.draftTryOut(id), label: t.tryOut },
    ...(former === null ? [] : [{ to: paths.draftFormer(id), label: t.former }]),
    { to: paths.draftPublish(id), label: t.publish },
  ];
  const name = title || t.unnamed;
  return (
    <>
      <ManageNav />
      <BackLink to={paths.library()}>{t.ownTitle}</BackLink>
      <PageHead
        title={page ?? name}
        eyebrow={
          <>
            {page ? `${name} · ` : null}
            {t.versionOf(version)} <StateBadge state={state} />
          </>
        }
        lead={lead}
        whoSees={state === "draft" ? t.onlyAdmins : undefined}
      />
      <SectionNav label={t.parts} items={parts} />
      <Refusal reply={refusal} />
      {children}
    </>
  );
}

/** Why nothing can be written at this framework now: where it stands, or what its licence says. */
export function useFixedReason({ state }: Pick<DeskHead, "state">): string {
  const t = useMessages(desk);
  return state === "draft" ? t.wordsFixed : t.notDraft[state];
}
