import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/auth/index.server.ts";
import { calendarWords } from "#app/console/calendar-words.ts";
import { calendarView } from "#app/console/calendars.server.ts";
import { CalendarsPage } from "#app/console/calendars-page.tsx";
import { langOf } from "#app/i18n/lang.server.ts";
import { pageMeta } from "#app/i18n/page-meta.ts";

export const meta = pageMeta(calendarWords, (w) => ({ title: w.title }));

export async function loader({ request, context: { platform } }: LoaderFunctionArgs) {
  await requireStaff(platform, request);
  const { searchParams } = new URL(request.url);
  const asked = { country: searchParams.get("country"), year: searchParams.get("year") };
  return { view: await calendarView(platform, asked, await langOf(request)) };
}

export default function CalendarsRoute() {
  return <CalendarsPage {...useLoaderData<typeof loader>()} />;
}
