import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { languageCookie } from "#app/cookies.server.ts";
import { isLanguage } from "#app/domain/text.ts";
import { notFound } from "#app/domain/errors.ts";
import { anyone, inPlainWords, visitor } from "#app/door.server.ts";
import { readForm } from "#app/forms.server.ts";
import { ownPath } from "#app/own-path.ts";
import { chooseLanguage } from "#app/services/account.server.ts";

export const loader = (args: LoaderFunctionArgs) =>
  inPlainWords(args, () =>
    anyone(args, async () => {
      throw notFound();
    }),
  );

/** Changes the language, for this browser and for the account, and goes back to where one was. */
export const action = (args: ActionFunctionArgs) =>
  inPlainWords(args, () =>
    visitor(args, async (ctx) => {
      const form = await readForm(args.request);
      const language = form.get("language");
      if (!isLanguage(language)) throw notFound();
      if (ctx) await chooseLanguage(ctx, language);
      return redirect(ownPath(form.get("backTo")), { headers: { "Set-Cookie": languageCookie(language) } });
    }),
  );
