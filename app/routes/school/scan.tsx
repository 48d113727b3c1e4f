import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ScanPage } from "#app/components/scan/scan-page.tsx";
import { flashCookie } from "#app/cookies.server.ts";
import { ScanAction } from "#app/domain/activity/scan-schema.ts";
import { signedIn } from "#app/door.server.ts";
import { invalid, parseForm } from "#app/forms.server.ts";
import { paths } from "#app/paths.ts";
import { beginScan, finishScan, openSchoolScan } from "#app/services/school-scans.server.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `${data?.title ?? ""} · ${data?.school.name ?? ""} · Groeikompas` }];

export const loader = (args: LoaderFunctionArgs) => signedIn(args, async (ctx) => openSchoolScan(ctx, args.params["schoolId"] ?? ""));

export const action = (args: ActionFunctionArgs) =>
  signedIn(args, async (ctx) => {
    const schoolId = args.params["schoolId"] ?? "";
    const form = await parseForm(args.request, ScanAction);
    if (!form.ok) return invalid(form);
    const finishing = form.value.intent === "finish";
    if (form.value.intent === "begin") await beginScan(ctx, schoolId, form.value);
    else if (!(await finishScan(ctx, schoolId, { sure: form.value.sure === "on" }))) return invalid({ errors: { sure: "sure" }, values: {} });
    return redirect(paths.schoolScan(schoolId), { headers: { "Set-Cookie": flashCookie(finishing ? "scan-finished" : "scan-begun") } });
  });

export default function SchoolScanRoute() {
  return <ScanPage {...useLoaderData<typeof loader>()} failed={useActionData<typeof action>() ?? null} />;
}
