import type { ActionFunctionArgs } from "@remix-run/node";
import { createPayment } from "#app/psp/index.server.ts";

export const action = ({ request, context: { platform } }: ActionFunctionArgs) => createPayment(platform, request);
