import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { languageCookie } from "#app/cookies.server.ts";
import { isLanguage } from "#app/domain/text.ts";
import { notFound } from "#app/domain/errors.ts";
import { anyone, visitor } from "#app/door.server.ts";
import { ownPath } from "#app/own-path.ts";
import { chooseLanguage } from "#app/services/account.server.ts";

export const loader = (args: LoaderFunctionArgs) =>
  anyone(args, async () => {
    throw notFound();
  });

/** Changes the language, for this browser and for the account, and goes back to where one was. */
export const action = (args: ActionFunctionArgs) =>
  visitor(args, async (ctx) => {
    const form = await args.request.formData();
    const language = form.get("language");
    if (!isLanguage(language)) throw notFound();
    if (ctx) await chooseLanguage(ctx, language);
    return redirect(ownPath(form.get("backTo")), { headers: { "Set-Cookie": languageCookie(language) } });
  });
