import { Link } from "@remix-run/react";
import { capital, familyName } from "#app/components/school/figure-words.ts";
import { DateText } from "#app/components/ui/date-text.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import type { RunningRound } from "#app/domain/figures/page.ts";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { school } from "#app/messages/school.ts";
import { paths } from "#app/paths.ts";

type Props = { rounds: readonly RunningRound[]; linked: boolean };

/** What runs now at a school: the response as counted this morning, per family enough or not. Nothing about answers. */
export function RunningRounds({ rounds, linked }: Props) {
  const t = useMessages(school);
  const language = useLanguage();
  if (rounds.length === 0) return null;
  return (
    <div className="part">
      {rounds.map(({ id, name, state, closesAt, invited, handedIn, countedAt, families }) => (
        <Notice key={id} tone="time" title={state === "open" ? t.running(name) : t.closing(name)}>
          <p>
            {t.response(handedIn, invited)}, {t.runningCount} <DateText at={countedAt} clock />.{" "}
            {state === "open" ? (
              <>
                {capital(t.runningUntil)} <DateText at={closesAt} />.
              </>
            ) : (
              t.closingWords
            )}
          </p>
          {state === "open" ? <p>{capital(families.map(({ family, enough }) => `${familyName(family, language)}: ${enough ? t.enough : t.notEnough}`).join(" · "))}.</p> : null}
          {linked ? (
            <p>
              <Link to={paths.round(id)}>
                {t.runningLink}
                <span className="visually-hidden"> {name}</span>
              </Link>
            </p>
          ) : null}
        </Notice>
      ))}
    </div>
  );
}
