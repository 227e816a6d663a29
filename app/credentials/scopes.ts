import { z } from "zod";

/** What a key may be used for. */
export const Scope = z.enum(["payments.write", "payments.read", "refunds.write"]);
export type Scope = z.infer<typeof Scope>;

/** What an integration needs, and no more. */
export const defaultScopes: Scope[] = [...Scope.options];
