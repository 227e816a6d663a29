import { z } from "zod";
import { langs } from "#app/i18n/words.ts";
import { staffRoles } from "#workflows/roles.ts";
import { Email } from "./email.ts";

/** How somebody is called. It stands in letters to others, so it can hold no link. */
export const Name = z
  .string("auth.name.missing")
  .trim()
  .min(1, "auth.name.missing")
  .max(60, "auth.name.wrong")
  .regex(/^[\p{L}\p{M}\p{N} .,'’()&·-]+$/u, "auth.name.wrong")
  .refine((name) => !/www\.|\p{L}\.\p{L}{2,}/iu.test(name), "auth.name.wrong");

export const Profile = z.object({ name: Name, lang: z.enum(langs) });

export const PasswordChange = z.object({
  current: z.string("auth.password.missing").min(1, "auth.password.missing").max(1024, "auth.password.notYours"),
  next: z.string("auth.password.missing").min(1, "auth.password.missing").max(1024, "auth.password.long:256"),
});

/** What the account page may be asked to do, besides the two forms above. */
export const AccountAct = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("endSession"), id: z.union([z.uuid(), z.literal("others")]) }),
  z.object({ intent: z.literal("removePasskey"), id: z.uuid() }),
  z.object({ intent: z.literal("removeApp") }),
]);

const teamRole = z.enum(["owner", "member"]);
export const TeamInvitation = z.object({ email: Email, role: teamRole });
export const TeamAct = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("remove"), id: z.uuid() }),
  z.object({ intent: z.literal("role"), id: z.uuid(), role: teamRole }),
  z.object({ intent: z.literal("uninvite"), id: z.uuid() }),
]);

const roles = z.array(z.enum(staffRoles)).min(1, "auth.people.noRoles");
export const StaffInvitation = z.object({ email: Email, roles });
export const Roles = z.object({ roles: z.array(z.enum(staffRoles)) });
export const PersonAct = z.object({ intent: z.enum(["disable", "enable", "resetFactor", "unlock"]) });
export const Welcome = z.object({
  name: Name,
  password: z.string("auth.password.missing").min(1, "auth.password.missing").max(1024, "auth.password.long:256"),
});
