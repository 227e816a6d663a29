import type { Lang } from "#app/i18n/words.ts";
import type { Role } from "#workflows/roles.ts";

/** Who is signed in, as every page knows them. */
export interface Viewer {
  userId: string;
  /** Lower case. */
  email: string;
  name: string;
  lang: Lang;
  kind: "merchant" | "staff";
  /** `["merchant"]`, or what a member of staff holds right now; read anew for every request. */
  roles: Role[];
  /** Cases whose team this person is on. Always empty for staff. */
  caseIds: string[];
  sessionId: string;
  /** When they last proved who they are: the code, or the newest second factor. `requireFresh` reads it. */
  authenticatedAt: Date;
}
