import type { LoaderFunctionArgs } from "@remix-run/node";
import { paymentStatus } from "#app/psp/index.server.ts";

export const loader = ({ request, params, context: { platform } }: LoaderFunctionArgs) =>
  paymentStatus(platform, request, params.orderRef);
