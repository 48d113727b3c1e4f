import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { caseReadOnly, caseResponse } from "#app/case-answer.server.ts";
import { anyone } from "#app/door.server.ts";
import { publicAddress } from "#app/public-address.server.ts";
import { caseDocuments } from "#app/services/case.server.ts";

/** CASE 1.1: the frameworks that may be given to everybody. */
export const loader = (args: LoaderFunctionArgs) => anyone(args, async () => caseResponse(args.request, caseDocuments(publicAddress(args.request))));

export const action = (args: ActionFunctionArgs) => anyone(args, async () => caseReadOnly());
