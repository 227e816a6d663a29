import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answering, referralsApi } from "#app/api/index.server.ts";

export const loader = (args: LoaderFunctionArgs) => answering(args, referralsApi);
export const action = (args: ActionFunctionArgs) => answering(args, referralsApi);
