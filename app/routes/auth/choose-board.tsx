import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { notFound } from "#app/domain/errors.ts";
import { sessionCookie, sessionIdIn } from "#app/cookies.server.ts";
import { anyone, signedIn } from "#app/door.server.ts";
import { readForm } from "#app/forms.server.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { auth } from "#app/messages/auth.ts";
import { paths } from "#app/paths.ts";
import { membershipsOf } from "#app/services/account.server.ts";
import { loggedSignIn } from "#app/services/log.server.ts";
import { sessionEnd } from "#app/services/session-end.server.ts";
import { endSession, startSession } from "#app/services/session.server.ts";

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => ({ here: ctx.actor.organisationId, boards: (await membershipsOf(ctx)).map(({ organisationId, organisationName }) => ({ id: organisationId, name: organisationName })) }));

export const action = async (args: ActionFunctionArgs) => {
  const { from, to } = await signedIn(args, async (ctx) => {
    const chosen = (await readForm(args.request)).get("board");
    const membership = (await membershipsOf(ctx)).find(({ organisationId }) => organisationId === chosen);
    if (!membership) throw notFound();
    return { from: ctx.actor, to: membership };
  });
  // Only now: as long as the door is open it may hold the row of the session that ends here.
  return anyone(args, async ({ database, now }) => {
    const before = sessionIdIn(args.request);
    const shared = (await sessionEnd(database, before, now))?.shared ?? false;
    await endSession(database, before, now);
    const session = await startSession(database, { accountId: from.accountId, ...to, shared }, now);
    if (to.organisationId !== from.organisationId) await loggedSignIn(database, { ...to, now });
    return redirect(paths.home(), { headers: { "Set-Cookie": sessionCookie(session) } });
  });
};

export default function ChooseBoard() {
  const { boards, here } = useLoaderData<typeof loader>();
  const t = useMessages(auth);
  return (
    <Form method="post" className="form">
      <h1>{t.chooseTitle}</h1>
      <p>{t.chooseIntro}</p>
      <fieldset>
        <legend className="visually-hidden">{t.chooseTitle}</legend>
        {boards.map((board) => (
          <label key={board.id} className="radio">
            <input type="radio" name="board" value={board.id} defaultChecked={board.id === here} /> {board.name}
          </label>
        ))}
      </fieldset>
      <button type="submit" className="button">
        {t.chooseSubmit}
      </button>
    </Form>
  );
}
