import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { z } from "zod";

const Beginning = z.object({ userId: z.uuid(), expiresAt: z.date(), secondFactorAt: z.date().nullable() });

/**
 * A plugin of better-auth's with one door, for server code alone: a session for somebody whom Gangway itself has recognised (by a mailed
 * code, by an authenticator app). Token, row and cookie are made where all the others are made.
 */
export const reception = () => ({
  id: "gangway-reception" as const,
  endpoints: {
    beginSession: createAuthEndpoint.serverOnly({ method: "POST", body: Beginning }, async (context) => {
      const { userId, expiresAt, secondFactorAt } = context.body;
      const { internalAdapter } = context.context;
      const user = await internalAdapter.findUserById(userId);
      const session = user && (await internalAdapter.createSession(userId, false, { expiresAt, secondFactorAt }, true));
      if (!session) throw context.error("INTERNAL_SERVER_ERROR", { message: "No session could be begun." });
      const maxAge = Math.ceil((expiresAt.getTime() - session.createdAt.getTime()) / 1000);
      await setSessionCookie(context, { session, user }, false, { maxAge });
      return { sessionId: session.id };
    }),
  },
});
