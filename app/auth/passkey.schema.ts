import { z } from "zod";

const base64url = z
  .string()
  .regex(/^[\w-]*$/)
  .max(16_384);
const shared = {
  id: base64url,
  rawId: base64url,
  type: z.literal("public-key"),
  clientExtensionResults: z.object({}),
  authenticatorAttachment: z.enum(["platform", "cross-platform"]).optional(),
};

/** What a passkey answers when it is asked to sign in, as `navigator.credentials.get` gives it, in base64url. */
export const PasskeyAnswer = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
});
export type PasskeyAnswer = z.infer<typeof PasskeyAnswer>;

/** What a new passkey says of itself, as `navigator.credentials.create` gives it. */
export const NewPasskey = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: base64url,
    attestationObject: base64url,
    transports: z.array(z.enum(["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"])).optional(),
  }),
});
export type NewPasskey = z.infer<typeof NewPasskey>;

/** What a page may ask of /staff/passkey. */
export const PasskeyRequest = z.discriminatedUnion("ask", [
  z.object({ ask: z.literal("whoIsIt") }),
  z.object({ ask: z.literal("letMeIn"), answer: PasskeyAnswer, next: z.string().optional() }),
  z.object({ ask: z.literal("takeThis") }),
  z.object({
    ask: z.literal("keepThis"),
    answer: NewPasskey,
    name: z.string().trim().min(1).max(60),
    next: z.string().optional(),
  }),
]);
