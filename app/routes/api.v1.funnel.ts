import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { answering, funnelApi } from "#app/api/index.server.ts";

export const loader = (args: LoaderFunctionArgs) => answering(args, funnelApi);
export const action = (args: ActionFunctionArgs) => answering(args, funnelApi);
