import type { LoaderFunctionArgs } from "@remix-run/node";
import { offersFor } from "#app/engine/index.server.ts";
import { langOf } from "#app/i18n/lang.server.ts";
import { lastMails } from "#app/mail/index.server.ts";
import { newId } from "#app/platform/ids.ts";
import { journeyFor } from "./journey.server.ts";
import type { JourneyPageProps } from "./journey-page.tsx";
import { lineNames } from "./line-name.server.ts";
import { caseAndCard, memberOf } from "./load.server.ts";
import { peopleOf } from "./people.server.ts";

/** So many copies of a letter are looked through at most. */
const TEAM = 5;
const ASKED_HERE = new Set(["APPEAL", "WITHDRAW", "CLOSE_SERVICE"]);

/** All that the home page of a case shows. */
export async function loadJourney(
  args: Pick<LoaderFunctionArgs, "request" | "params" | "context">,
): Promise<Omit<JourneyPageProps, "refused">> {
  const { platform } = args.context;
  const { actor, caseId } = await memberOf(args);
  const [{ view, card }, lineName, mails] = await Promise.all([
    caseAndCard(args.context, caseId),
    langOf(args.request).then((lang) => lineNames(platform, lang)),
    lastMails(platform, caseId, 4 * TEAM),
  ]);
  const staff = view.context.advisor ? { [view.context.advisor]: "advisor" } : {};
  const now = platform.now();
  return {
    journey: journeyFor(view, card, actor, lineName, now),
    offers: offersFor(view, view, actor, now).filter(({ event }) => ASKED_HERE.has(event)),
    people: await peopleOf(platform.pool, caseId, staff),
    // A letter that goes to several people of the team is one letter here.
    mails: [...new Map(mails.map((mail) => [mail.subject, mail])).values()]
      .slice(0, 4)
      .map(({ id, subject, state, sentAt, createdAt }) => ({
        id,
        subject,
        state,
        at: (sentAt ?? createdAt).toISOString(),
      })),
    formKey: newId(),
    now: now.toISOString(),
  };
}
