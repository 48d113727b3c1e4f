import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { StatementPage, type StatementFailed } from "#app/components/scan/statement-page.tsx";
import { flashCookie } from "#app/cookies.server.ts";
import { ScanAnswerForm } from "#app/domain/activity/scan-schema.ts";
import { signedIn } from "#app/door.server.ts";
import { invalid, parseForm } from "#app/forms.server.ts";
import { paths } from "#app/paths.ts";
import { openStatement, saveScanAnswer } from "#app/services/school-scans.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${page?.view.statement ?? ""} · ${page?.school.name ?? ""} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) => signedIn(args, async (ctx) => openStatement(ctx, args.params["schoolId"] ?? "", args.params["statementId"] ?? ""));

export const action = (args: ActionFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const { schoolId = "", statementId = "" } = args.params;
    const form = await parseForm(args.request, ScanAnswerForm);
    if (!form.ok) return invalid(form);
    const { base, step = "", differ, note = "" } = form.value;
    const values = { step, note, base: String(base), ...(differ ? { differ } : {}) };
    if (step === "" && !differ) return invalid({ errors: { step: "choose" }, values });
    const saved = await saveScanAnswer(ctx, schoolId, { statementId, base, step: step === "" ? null : step, differ: differ === "on", note });
    if (saved.status === "conflict") return data<StatementFailed>({ errors: {}, values, theirs: saved.theirs }, { status: 409 });
    const to = saved.next === null ? paths.schoolScan(schoolId) : paths.scanStatement(schoolId, saved.next);
    return redirect(to, { headers: { "Set-Cookie": flashCookie("scan-answer-kept") } });
  });

export default function StatementRoute() {
  const page = useLoaderData<typeof loader>();
  // Another statement is another page: the focus goes to its top.
  return <StatementPage key={page.view.id} {...page} failed={useActionData<typeof action>() ?? null} />;
}
