import { z } from "zod";
import { Email } from "./email.ts";

export const AskForCode = z.object({ email: Email });

/** Six digits, however they were pasted: `123 456`, `123-456`. */
export const Code = z.object({
  code: z
    .string("auth.code.six")
    .transform((text) => text.normalize("NFKC").replace(/[\s-]/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, "auth.code.six")),
});

export const StaffSignIn = z.object({
  email: Email,
  password: z.string("auth.password.missing").min(1, "auth.password.missing").max(1024, "auth.password.wrong"),
});

/** Of the app, or a backup code; which of them is seen by its length. */
export const SecondFactor = z.object({
  code: z
    .string("auth.factor.missing")
    .transform((text) => text.normalize("NFKC").trim())
    .pipe(z.string().min(1, "auth.factor.missing").max(40, "auth.factor.wrong")),
});
