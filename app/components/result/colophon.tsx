import { DateText } from "#app/components/ui/date-text.tsx";
import { WhoSees } from "#app/components/ui/who-sees.tsx";
import type { ResultPage } from "#app/domain/result/result.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { result } from "#app/messages/result.ts";

/** The foot of page one: who sees it, when it was handed in, and from which framework, version and licence it is. */
export function ColophonNote({ page }: { page: ResultPage }) {
  const t = useMessages(result);
  const { seenBy, colophon } = page;
  const { framework, version, profile, attribution, endorsement, licence } = colophon;
  return (
    <section className="result-colophon" aria-labelledby="who">
      <h2 id="who">{t.whoTitle}</h2>
      <WhoSees>
        {seenBy.kind === "counted" ? t.seenBy.counted(seenBy.threshold) : t.seenBy[seenBy.kind]} {t.notForAppraisal}
      </WhoSees>
      <p>
        {framework}, {t.version(version)} · {t.profile(profile)} · {t.handedIn} <DateText at={page.handedInAt} />
        {page.short ? ` · ${t.short}` : null}
      </p>
      <p>
        {attribution} {endorsement} {licence}
      </p>
    </section>
  );
}
