import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { caseReadOnly, caseResponse } from "#app/case-answer.server.ts";
import { anyone } from "#app/door.server.ts";
import { publicAddress } from "#app/public-address.server.ts";
import { caseObject } from "#app/services/case.server.ts";

/** CASE 1.1: one object of a public framework. Also answers for addresses that the service does not have. */
export const loader = (args: LoaderFunctionArgs) =>
  anyone(args, async () => caseResponse(args.request, caseObject(args.params["collection"] ?? args.params["*"] ?? "", args.params["id"] ?? "", publicAddress(args.request))));

export const action = (args: ActionFunctionArgs) => anyone(args, async () => caseReadOnly());
