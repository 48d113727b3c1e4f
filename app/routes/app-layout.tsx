import type { LoaderFunctionArgs } from "@remix-run/node";
import { isRouteErrorResponse, Outlet, useLocation, useRouteError, useRouteLoaderData } from "@remix-run/react";
import { AppFrame } from "#app/components/shell/app-frame.tsx";
import { ErrorPage } from "#app/components/shell/error-page.tsx";
import { navigationFor } from "#app/components/shell/navigation.ts";
import type { Text } from "#app/domain/text.ts";
import { visitor } from "#app/door.server.ts";
import { errorMeta } from "#app/error-meta.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { shell } from "#app/messages/shell.ts";
import type { loader as rootLoader } from "#app/root.tsx";
import { shellOf } from "#app/services/shell.server.ts";

export const meta = errorMeta;

export const loader = (args: LoaderFunctionArgs) =>
  visitor(args, async (ctx) => (ctx ? { who: { name: ctx.actor.name, personId: ctx.actor.personId }, plain: ctx.actor.family === "onderwijsondersteuner", roles: ctx.actor.roles, ...(await shellOf(ctx)) } : null));

export default function AppLayout() {
  return (
    <Frame>
      <Outlet />
    </Frame>
  );
}

function Frame({ children }: { children: React.ReactNode }) {
  const loaded = useRouteLoaderData<typeof loader>("routes/app-layout") ?? null;
  const flash = useRouteLoaderData<typeof rootLoader>("root")?.flash ?? null;
  const t = useMessages(shell);
  const { pathname, search } = useLocation();
  return (
    <AppFrame
      who={loaded?.who ?? null}
      plain={loaded?.plain ?? false}
      practice={loaded?.practice ?? false}
      organisation={loaded?.organisation ?? null}
      items={loaded ? navigationFor(loaded.roles, loaded.leads, t) : []}
      flash={flash}
      here={pathname + search}
    >
      {children}
    </AppFrame>
  );
}

/** A page failed; the navigation stays. */
export function ErrorBoundary() {
  const error = useRouteError();
  const reference = useRouteLoaderData<typeof rootLoader>("root")?.reference ?? "";
  return (
    <Frame>{isRouteErrorResponse(error) ? <ErrorPage status={error.status} text={error.data as Text | null} /> : <ErrorPage status={500} text={null} reference={reference} />}</Frame>
  );
}
