import type { AppLoadContext } from "@remix-run/node";
import { requireStaff } from "#app/auth/index.server.ts";
import { onceARequest } from "#app/cases/index.server.ts";

/** Who of the house is there: any role. Read once a request. */
export const staffOf = (context: AppLoadContext, request: Request) =>
  onceARequest(context, "staff", () => requireStaff(context.platform, request));
