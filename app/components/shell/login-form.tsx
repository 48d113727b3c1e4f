import { Form } from "@remix-run/react";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { ErrorSummary } from "#app/components/ui/error-summary.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { useMessages } from "#app/messages/catalogue.ts";
import { auth } from "#app/messages/auth.ts";
import { shell } from "#app/messages/shell.ts";
import { paths } from "#app/paths.ts";

export const demoLogins = ["leraar", "ondersteuner", "schoolleider", "hr", "beheerder"] as const;
const demoPassword = "groeikompas-demo";

type Failed = { errors: Readonly<Record<string, string>>; values: Readonly<Record<string, string>> };
type Props = { demo: boolean; backTo: string; failed: Failed | null };

/** Sign-in, and in the practice board one button per kind of user. */
export function LoginForm({ demo, backTo, failed }: Props) {
  const t = useMessages(auth);
  const { tagline } = useMessages(shell);
  const sentence = (code: string | undefined) => (code === undefined ? undefined : code === "wrong" || code === "too-long" || code === "required" ? t[code] : t.required);
  const errors = failed?.errors ?? {};
  return (
    <div className="login">
      <section className="login__main">
        <p className="eyebrow">{tagline}</p>
        <h1>{t.title}</h1>
        <p className="lead">{t.intro}</p>
        <ErrorSummary errors={Object.entries(errors).map(([field, code]) => ({ field: field === "form" ? "email" : field, ...(field === "email" || field === "password" ? { label: t[field] } : {}), text: sentence(code)! }))} />
        <Form method="post" action={paths.login({ backTo })} className="form" noValidate>
          <Field name="email" label={t.email} type="email" autoComplete="username" defaultValue={failed?.values["email"] ?? ""} error={sentence(errors["email"])} />
          <Field name="password" label={t.password} type="password" autoComplete="current-password" error={sentence(errors["password"])} />
          <Checkbox name="shared" label={t.shared} description={t.sharedHint} defaultChecked={Boolean(failed?.values["shared"])} />
          <button type="submit" className="button">
            {t.submit}
          </button>
        </Form>
      </section>
      <section className="login__aside" aria-labelledby="promise">
        <h2 id="promise">{t.promiseTitle}</h2>
        <ul className="ticks">
          {t.promises.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        {demo ? (
          <>
            <h2>{t.demoTitle}</h2>
            <p>{t.demoIntro}</p>
            <div className="login__demo">
              {demoLogins.map((who) => (
                <Form key={who} method="post" action={paths.login({ backTo })} role="none">
                  <input type="hidden" name="email" value={`${who}@groeikompas.example`} />
                  <input type="hidden" name="password" value={demoPassword} />
                  <button type="submit" className="button button--quiet">
                    {t.demoAs(t.demo[who])}
                  </button>
                </Form>
              ))}
            </div>
          </>
        ) : null}
      </section>
    </div>
  );
}
