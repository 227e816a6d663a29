import type { ActionFunctionArgs } from "@remix-run/node";
import { refund } from "#app/psp/index.server.ts";

export const action = ({ request, params, context: { platform } }: ActionFunctionArgs) =>
  refund(platform, request, params.orderRef);
