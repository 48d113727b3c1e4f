import { Form, Link } from "@remix-run/react";
import { ActionBar } from "#app/components/ui/action-bar.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Notice } from "#app/components/ui/notice.tsx";
import type { RoundView } from "#app/domain/round-view.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { rounds } from "#app/messages/rounds.ts";
import { paths } from "#app/paths.ts";

/** What is asked to be sure about; as the address says it. */
export const confirmations = { sluiten: "close", afbreken: "cancel" } as const;
export type Confirm = (typeof confirmations)[keyof typeof confirmations];

type Props = { round: RoundView; confirm: Confirm | null; error: string | null; typed: string | null };

/** Extend, close now or cancel. Closing and cancelling ask once more, on a page of their own. */
export function RoundManage({ round, confirm, error, typed }: Props) {
  const t = useMessages(rounds);
  if (confirm !== null) return <Sure round={round} confirm={confirm} />;
  const sentence = error === null ? undefined : error in t.errors ? t.errors[error as keyof typeof t.errors] : t.errors["bad-date"];
  // As counted this morning: somebody may have handed in since, and then the server says so.
  const nobodyYet = round.schools.every(({ handedIn }) => handedIn === 0);
  return (
    <section className="part" aria-labelledby="manage">
      <h2 id="manage">{t.manageTitle}</h2>
      <div className="round-manage">
        <div>
          <h3>{t.closeTitle}</h3>
          <p>{t.closeHint}</p>
          <p>
            <ButtonLink to={`${paths.round(round.id)}?bevestig=sluiten`} quiet>
              {t.close}
            </ButtonLink>
          </p>
        </div>
        <Form method="post" action={paths.round(round.id)} noValidate>
          <h3>{t.extendTitle}</h3>
          <Field name="closesOn" type="date" label={t.extendField} description={t.extendHint} error={sentence} defaultValue={typed ?? ""} />
          <button type="submit" name="intent" value="extend" className="button button--quiet">
            {t.extend}
          </button>
        </Form>
        {nobodyYet ? (
          <div>
            <h3>{t.cancelTitle}</h3>
            <p>{t.cancelHint}</p>
            <p>
              <Link to={`${paths.round(round.id)}?bevestig=afbreken`}>{t.cancel}</Link>
            </p>
          </div>
        ) : null}
      </div>
    </section>
  );
}

function Sure({ round, confirm }: { round: RoundView; confirm: Confirm }) {
  const t = useMessages(rounds);
  const closing = confirm === "close";
  return (
    <section className="part" aria-labelledby="sure">
      <h2 id="sure">{closing ? t.closeSure : t.cancelSure}</h2>
      <Notice tone="warning">{closing ? t.closeSureWords : t.cancelSureWords}</Notice>
      <Form method="post" action={paths.round(round.id)}>
        <ActionBar more={<Link to={paths.round(round.id)}>{t.no}</Link>}>
          <button type="submit" name="intent" value={confirm} className="button">
            {closing ? t.closeYes : t.cancelYes}
          </button>
        </ActionBar>
      </Form>
    </section>
  );
}
