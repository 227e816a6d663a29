import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { ConsoleFrame } from "#app/console/console-frame.tsx";
import { countDesks } from "#app/console/desks.server.ts";
import { staffOf } from "#app/console/load.server.ts";
import { ownDesks } from "#app/console/rail.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const [{ viewer }, counts] = await Promise.all([staffOf(context, request), countDesks(context.platform)]);
  return { own: ownDesks(viewer.roles), counts, isAdmin: viewer.roles.includes("admin") };
}

export default function ConsoleLayout() {
  const { own, counts, isAdmin } = useLoaderData<typeof loader>();
  return (
    <ConsoleFrame own={own} counts={counts} isAdmin={isAdmin}>
      <Outlet />
    </ConsoleFrame>
  );
}
