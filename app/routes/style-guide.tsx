import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Figures } from "#app/components/style-guide/figures.tsx";
import { Forms } from "#app/components/style-guide/forms.tsx";
import { Foundation } from "#app/components/style-guide/foundation.tsx";
import { Question } from "#app/components/style-guide/question.tsx";
import { Words } from "#app/components/style-guide/words.tsx";
import { PageHead } from "#app/components/ui/page-head.tsx";
import { notFound } from "#app/domain/errors.ts";
import { anyone } from "#app/door.server.ts";
import { env } from "#app/env.server.ts";
import { useMessages } from "#app/messages/catalogue.ts";
import { guide } from "#app/messages/style-guide.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${guide[data?.language ?? "nl"].title} · Groeikompas` }];

/** Not for a board that works for real. */
export const loader = (args: LoaderFunctionArgs) =>
  anyone(args, async ({ language, now }) => {
    if (!env.GROEIKOMPAS_DEMO && env.NODE_ENV === "production") throw notFound();
    return { language, now };
  });

export default function StyleGuide() {
  const { now } = useLoaderData<typeof loader>();
  const t = useMessages(guide);
  return (
    <>
      <PageHead title={t.title} lead={t.lead} whoSees={t.whoSees} />
      <Foundation />
      <Forms />
      <Question now={now} />
      <Words now={now} />
      <Figures />
    </>
  );
}
