import { z } from "zod";

/** An address as we keep it: trimmed, lower case, no longer than mail allows. */
export const Email = z
  .string("auth.email.missing")
  .trim()
  .min(1, "auth.email.missing")
  .max(254, "auth.email.wrong")
  .toLowerCase()
  .pipe(z.email("auth.email.wrong"));
