import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answering, referralApi } from "#app/api/index.server.ts";

export const loader = (args: LoaderFunctionArgs) => answering(args, referralApi);
export const action = (args: ActionFunctionArgs) => answering(args, referralApi);
