import { Link } from "@remix-run/react";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { DateText } from "#app/components/ui/date-text.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { desk } from "#app/messages/desk.ts";
import { paths } from "#app/paths.ts";

type State = "draft" | "review" | "published" | "withdrawn";
/** A framework of the board as a card. */
export type OwnLine = { readonly id: string; readonly version: string; readonly state: State; readonly title: string; readonly origin: string; readonly changedAt: Date; readonly comments: number };

/** The board's own frameworks with their state, or the ways to begin one. */
export function OwnFrameworks({ lines }: { lines: readonly OwnLine[] }) {
  const t = useMessages(desk);
  const ways = (
    <p className="cluster">
      <ButtonLink to={paths.beginFramework()}>{t.begin}</ButtonLink>
      <ButtonLink to={paths.importFramework()} quiet>
        {t.bringIn}
      </ButtonLink>
    </p>
  );
  if (lines.length === 0) {
    return (
      <EmptyState title={t.noneTitle} action={ways}>
        {t.none}
      </EmptyState>
    );
  }
  return (
    <section aria-labelledby="own">
      <h2 id="own">{t.ownTitle}</h2>
      <p>{t.ownLead}</p>
      {ways}
      <ul className="card-grid card-grid--wide">
        {lines.map((line) => (
          <li key={line.id}>
            <Card
              title={line.title}
              eyebrow={
                <>
                  {t.versionOf(line.version)} <StateBadge state={line.state} />
                </>
              }
              foot={
                <Link className="button button--quiet" to={paths.draft(line.id)}>
                  {line.state === "draft" || line.state === "review" ? t.goOn : t.look}
                  <span className="visually-hidden">: {line.title}</span>
                </Link>
              }
            >
              <p className="cell-more">
                <OriginWords origin={line.origin} />
              </p>
              <p>
                {t.changed} <DateText at={line.changedAt} />
                {line.comments > 0 ? `, ${t.comments(line.comments)}` : null}
              </p>
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Where a framework of the board stands. */
export function StateBadge({ state }: { state: State }) {
  const t = useMessages(desk);
  return <span className={`badge badge--${state}`}>{t.states[state]}</span>;
}

/** "kopie van DigCompEdu, 2017.2.0": what a framework of the board began as. */
export function OriginWords({ origin }: { origin: string }) {
  const t = useMessages(desk);
  const [kind = "", ...rest] = origin.split(": ");
  const what = rest.join(": ");
  if (kind === "template") return <>{t.origins.template}</>;
  return <>{kind in t.origins ? `${t.origins[kind as keyof typeof t.origins]} ${what.replace("@", " ")}` : origin}</>;
}
