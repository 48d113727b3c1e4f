import { Form } from "@remix-run/react";
import type { Role } from "#app/domain/access.ts";
import { listed } from "#app/domain/format.ts";
import { passwordErrors, PasswordForm, type Failed } from "#app/components/account/password-form.tsx";
import { ButtonLink } from "#app/components/ui/button-link.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { RadioGroup } from "#app/components/ui/radio-group.tsx";
import { useLanguage, useMessages } from "#app/messages/catalogue.ts";
import { account as texts } from "#app/messages/account.ts";
import { paths } from "#app/paths.ts";

/** Somebody's own account, as they see it. */
export type AccountLine = {
  readonly name: string;
  readonly email: string;
  readonly functionTitle: string | null;
  readonly school: string | null;
  readonly roles: readonly { readonly role: Role; readonly schools: readonly string[] }[];
  readonly organisation: string;
  readonly practice: boolean;
  readonly sessions: number;
};

/** Who one is here, the language, the password, where one is signed in, and the way to the own log. */
export function AccountPage({ account, failed }: { account: AccountLine; failed: Failed | null }) {
  const t = useMessages(texts);
  const language = useLanguage();
  const errors = passwordErrors(failed, t);
  const labels: Readonly<Record<string, string>> = { oldPassword: t.old, newPassword: t.next, newPasswordAgain: t.again };
  return (
    <>
      <PageHead title={t.title} lead={t.lead} whoSees={t.whoSees} />
      <ErrorSummary errors={Object.entries(errors).map(([field, text]) => ({ field, ...(labels[field] === undefined ? {} : { label: labels[field] }), text }))} />
      <h2>{t.youTitle}</h2>
      <You account={account} />
      <h2 id="language-title">{t.languageTitle}</h2>
      <Form method="post" action={paths.language()} className="form" aria-labelledby="language-title">
        <input type="hidden" name="backTo" value={paths.account()} />
        <RadioGroup
          name="language"
          legend={t.languageLegend}
          selected={language}
          options={[
            { value: "nl", label: <span lang="nl">Nederlands</span> },
            { value: "en", label: <span lang="en">English</span> },
          ]}
        />
        <button type="submit" className="button button--quiet">
          {t.languageSubmit}
        </button>
      </Form>
      <h2 id="password-title">{t.passwordTitle}</h2>
      {account.practice ? <p>{t.passwordPractice}</p> : <PasswordForm email={account.email} errors={errors} />}
      <h2>{t.sessionsTitle}</h2>
      <p>{t.sessions(account.sessions)}</p>
      <p>{t.sessionsHint}</p>
      <Form method="post" role="none">
        <button type="submit" name="intent" value="sessions" className="button button--quiet">
          {t.sessionsSubmit}
        </button>
      </Form>
      <h2>{t.logTitle}</h2>
      <p>{t.logIntro}</p>
      <ButtonLink to={paths.log()} quiet>
        {t.logLink}
      </ButtonLink>
    </>
  );
}

function You({ account: { name, email, functionTitle, school, roles, organisation } }: { account: AccountLine }) {
  const t = useMessages(texts);
  const language = useLanguage();
  const work = functionTitle && school ? t.at(functionTitle, school) : (functionTitle ?? t.noFunction);
  return (
    <>
      <dl className="terms terms--wide">
        <dt>{t.name}</dt>
        <dd>{name}</dd>
        <dt>{t.email}</dt>
        <dd className="fingerprint">{email}</dd>
        <dt>{t.function}</dt>
        <dd>{work}</dd>
        <dt>{t.board}</dt>
        <dd>{organisation}</dd>
        <dt>{t.rights}</dt>
        <dd>
          <span className="cell-line">{t.staff}</span>
          {roles.map(({ role, schools }) => (
            <span key={role} className="cell-line">
              {role === "leader" ? t.roles.leader(listed(schools, language)) : t.roles[role]}
            </span>
          ))}
        </dd>
      </dl>
      <p>{t.notRight}</p>
    </>
  );
}
