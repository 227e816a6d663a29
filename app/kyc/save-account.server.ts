import { dispatch, orRefused } from "#app/engine/index.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { checkBankNumber, hasIban } from "#workflows/kyc/identifiers/index.ts";
import type { SettlementAccount } from "./account.schema.ts";
import { type Doubt, isSameName } from "./doubts.ts";
import { latestRevisions, newRevision, type Revisions } from "./revisions.server.ts";
import type { Saving } from "./save-business.server.ts";
import type { SavedAccount } from "./saved.ts";

type Parts = Pick<Platform, "pool" | "now" | "log" | "vault">;

/** Saves where the money goes. The number is sealed; of it three characters are shown from now on. */
export async function saveAccount(platform: Parts, { view, actor, key }: Saving, form: SettlementAccount) {
  const { number, ...rest } = form;
  const plain = plainNumber(form);
  const known = await latestRevisions(platform, view.id);
  const isProprietor = view.context.profile?.applicantType === "krSoleProprietor";
  const body: SavedAccount = { ...rest, tail: plain.slice(-3), doubts: doubtsAbout(form, known, isProprietor) };
  const revision = newRevision(platform, {
    caseId: view.id,
    item: "data:settlementAccount",
    body,
    secret: { number: plain },
    by: actor.id,
  });
  const { refused } = await orRefused(
    dispatch(platform, {
      subject: view.id,
      actor,
      idempotencyKey: key,
      event: { type: "PROVIDE_ITEM", item: "data:settlementAccount", ref: revision.id },
      also: revision.insert,
    }),
  );
  return { refused };
}

function plainNumber({ country, number }: SettlementAccount): string {
  const iban = hasIban(country) ? checkBankNumber("iban", number) : null;
  return iban?.ok ? iban.value : number.trim();
}

/** A company is paid into an account of its own name, a sole proprietor into the representative's. */
function doubtsAbout({ holder }: SettlementAccount, { business, people }: Revisions, isProprietor: boolean): Doubt[] {
  const names = isProprietor
    ? (people?.body.people ?? [])
        .filter(({ offices }) => offices.includes("representative"))
        .flatMap(({ name, nameLatin }) => [name, nameLatin])
    : business
      ? [business.body.data.legalName, business.body.data.legalNameEn]
      : [];
  if (names.length === 0 || names.some((name) => isSameName(name, holder))) return [];
  return [{ field: "holder", why: isProprietor ? "account.holder.notRepresentative" : "account.holder.notCompany" }];
}
