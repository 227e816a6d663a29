import type { ActionFunctionArgs } from "@remix-run/node";
import { isSection } from "#app/inquiry/draft.server.ts";
import { autosave } from "#app/inquiry/section.server.ts";

/** Where a step's form saves itself while somebody types; without scripts nobody comes here. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const section = form.get("_section");
  if (!isSection(section)) throw new Response(null, { status: 400 });
  const saved = await autosave(args, section, form);
  if (!saved) return Response.json(null, { status: 410 });
  const headers = saved.cookie ? { "Set-Cookie": saved.cookie } : undefined;
  return Response.json(saved.answer, { headers });
}
