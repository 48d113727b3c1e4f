import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ScanPage } from "#app/components/scan/scan-page.tsx";
import { StatementPage, type StatementFailed } from "#app/components/scan/statement-page.tsx";
import { flashCookie } from "#app/cookies.server.ts";
import { ScanAction } from "#app/domain/activity/scan-schema.ts";
import { signedIn } from "#app/door.server.ts";
import { invalid, parseForm } from "#app/forms.server.ts";
import { paths } from "#app/paths.ts";
import { beginScan, finishScan, openSchoolScan, openStatement, saveScanAnswer } from "#app/services/school-scans.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.page.title ?? ""} · ${data?.page.school.name ?? ""} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const schoolId = args.params["schoolId"] ?? "";
    const statementId = new URL(args.request.url).searchParams.get("stelling");
    return statementId === null ? { kind: "overview" as const, page: await openSchoolScan(ctx, schoolId) } : { kind: "statement" as const, page: await openStatement(ctx, schoolId, statementId) };
  });

export const action = (args: ActionFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const schoolId = args.params["schoolId"] ?? "";
    const form = await parseForm(args.request, ScanAction);
    if (!form.ok) return invalid(form);
    const went = (to: string, flash: "scan-begun" | "scan-answer-kept" | "scan-finished") => redirect(to, { headers: { "Set-Cookie": flashCookie(flash) } });
    if (form.value.intent === "begin") {
      await beginScan(ctx, schoolId, form.value);
      return went(paths.schoolScan(schoolId), "scan-begun");
    }
    if (form.value.intent === "finish") {
      await finishScan(ctx, schoolId);
      return went(paths.schoolScan(schoolId), "scan-finished");
    }
    const { statementId, base, step = "", differ, note = "" } = form.value;
    const values = { step, note, base: String(base), ...(differ ? { differ } : {}) };
    if (step === "" && !differ) return invalid({ errors: { step: "choose" }, values });
    const saved = await saveScanAnswer(ctx, schoolId, { statementId, base, step: step === "" ? null : step, differ: differ === "on", note });
    if (saved.status === "conflict") return data<StatementFailed>({ errors: {}, values, theirs: saved.theirs }, { status: 409 });
    return went(paths.schoolScan(schoolId, saved.next === null ? {} : { statement: saved.next }), "scan-answer-kept");
  });

export default function SchoolScanRoute() {
  const loaded = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>() ?? null;
  return loaded.kind === "overview" ? <ScanPage {...loaded.page} failed={failed} /> : <StatementPage {...loaded.page} failed={failed} />;
}
