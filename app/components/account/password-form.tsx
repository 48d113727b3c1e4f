import { Form } from "@remix-run/react";
import { passwordRules } from "#app/domain/password.ts";
import { Field } from "#app/components/ui/field.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { account } from "#app/messages/account.ts";

const fields = ["oldPassword", "newPassword", "newPasswordAgain"] as const;
/** What is wrong per field, in words; fields that are right are left out. */
export type PasswordErrors = Readonly<Partial<Record<(typeof fields)[number], string>>>;
/** Which fields were wrong, by the code of the reason. */
export type Failed = { readonly errors: Readonly<Record<string, string>> };

/** The sentences that belong to the codes, in the reader's language. */
export function passwordErrors(failed: Failed | null, { problems }: (typeof account)["nl"]): PasswordErrors {
  const sentence = (code: string) => {
    if (code === "too-short") return problems[code](passwordRules.min);
    if (code === "too-long") return problems[code](passwordRules.max);
    return code === "wrong" || code === "same" || code === "too-simple" || code === "too-near" || code === "differs" ? problems[code] : problems.required;
  };
  return Object.fromEntries(fields.flatMap((name) => (failed?.errors[name] === undefined ? [] : [[name, sentence(failed.errors[name])]])));
}

/** Old password, the new one twice. There is no way back by mail yet, so a typing mistake must show before it is saved. */
export function PasswordForm({ email, errors }: { email: string; errors: PasswordErrors }) {
  const t = useMessages(account);
  return (
    <Form method="post" className="form" noValidate aria-labelledby="password-title">
      {/* For password managers, which otherwise do not know whose password this is. */}
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <Field name="oldPassword" type="password" label={t.old} autoComplete="current-password" error={errors.oldPassword} />
      <Field name="newPassword" type="password" label={t.next} autoComplete="new-password" description={t.nextHint(passwordRules.min)} error={errors.newPassword} />
      <Field name="newPasswordAgain" type="password" label={t.again} autoComplete="new-password" error={errors.newPasswordAgain} />
      <p>{t.passwordAfter}</p>
      <button type="submit" name="intent" value="password" className="button">
        {t.passwordSubmit}
      </button>
    </Form>
  );
}
