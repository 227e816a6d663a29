import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { returnFromLiveCheck } from "#app/channels/live/return.server.ts";
import { memberChannel } from "#app/channels/merchant-load.server.ts";

/** Where the buyer of the small live payment, the merchant, comes back to. */
export async function loader(args: LoaderFunctionArgs) {
  const { caseId, channel } = await memberChannel(args);
  await returnFromLiveCheck(args.context.platform, channel.id, new URL(args.request.url).searchParams);
  return redirect(`/cases/${caseId}/channels/${channel.id}`);
}
