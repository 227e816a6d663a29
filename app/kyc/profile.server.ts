import { type Actor, type CaseView, dispatch, orRefused } from "#app/engine/index.server.ts";
import type { SentInquiry } from "#app/inquiry/index.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { localDay } from "#workflows/calendar/index.ts";
import { policyOn } from "#workflows/kyc/policies.ts";
import type { KycProfile } from "#workflows/kyc/profile.ts";
import { countryOf, type ProfileForm } from "./profile.schema.ts";

type Parts = Pick<Platform, "pool" | "now" | "log">;

/** Days are those of the house, in Seoul. */
export const today = ({ now }: Pick<Platform, "now">): string => localDay(now(), "Asia/Seoul");

/** The form's answers with what the case knows by itself: its channels, and the people named so far. */
export function profileFrom(form: ProfileForm, view: Pick<CaseView, "context">): KycProfile {
  const { isIncorporated, bringsTerms, ...answers } = form;
  return {
    ...answers,
    country: countryOf(form),
    isIncorporated: isIncorporated === "yes",
    bringsTerms: bringsTerms === "yes",
    needsInsurance: view.context.profile?.needsInsurance ?? false,
    channels: [...new Set(view.context.lines.map(({ channel }) => channel))],
    people: view.context.profile?.people ?? [],
  };
}

/** Tells the case who the merchant is. The edition of rules is chosen once; later answers are measured by the same. */
export const saveProfile = (
  platform: Parts,
  { view, actor, key }: { view: CaseView; actor: Actor; key: string },
  form: ProfileForm,
) =>
  orRefused(
    dispatch(platform, {
      subject: view.id,
      actor,
      idempotencyKey: key,
      event: {
        type: "SET_PROFILE",
        profile: profileFrom(form, view),
        policy: view.context.policy ?? policyOn(today(platform)).version,
      },
    }),
  );

/** What the form shows: the answers given, or what the inquiry said already, with plain guesses for the rest. */
export function profileValues(profile: KycProfile | null, inquiry: SentInquiry | null): Partial<ProfileForm> {
  if (profile) {
    const { isIncorporated, bringsTerms, needsInsurance: _, channels: __, people: ___, ...answers } = profile;
    return { ...answers, isIncorporated: isIncorporated ? "yes" : "no", bringsTerms: bringsTerms ? "yes" : "no" };
  }
  const business = inquiry?.answers.business;
  const isAbroad = business?.applicantType === "foreignCorporation";
  return {
    ...(business ? { applicantType: business.applicantType, country: business.home } : {}),
    signer: "representative",
    seal: "registered",
    isIncorporated: "yes",
    ownership: "direct",
    mailOrder: isAbroad ? "no" : "reported",
    documentLanguage: isAbroad ? "en" : "ko",
    settlementAccount: isAbroad ? "abroad" : "korea",
    sellsThrough: "web",
    bringsTerms: "no",
  };
}
