import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { staffOf } from "#app/console/load.server.ts";
import { homeOf } from "#app/console/rail.ts";

/** Everybody begins at their own work, not at a menu. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const { viewer } = await staffOf(context, request);
  throw redirect(homeOf(viewer.roles));
}
