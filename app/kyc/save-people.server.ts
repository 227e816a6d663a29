import { dispatch, orRefused } from "#app/engine/index.server.ts";
import { newId } from "#app/platform/ids.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { FormErrors } from "#app/ui/form/index.ts";
import { addMonths } from "#workflows/calendar/index.ts";
import { policyOf } from "#workflows/kyc/policies.ts";
import type { KycProfile, PersonRole } from "#workflows/kyc/profile.ts";
import { ownershipOf } from "./owned-by.ts";
import type { People } from "./people.schema.ts";
import { today } from "./profile.server.ts";
import { latestRevisions, newRevision } from "./revisions.server.ts";
import type { Saving } from "./save-business.server.ts";
import type { SavedPeople } from "./saved.ts";

type Parts = Pick<Platform, "pool" | "now" | "log" | "vault">;

/**
 * Saves the people behind the merchant, finds the owners among them, and asks for the papers of each.
 *
 * The item is handed in first, with its row; then the profile learns who they are. Should the process die in between, the same
 * form sent again does what was left.
 */
export async function savePeople(platform: Parts, { view, actor, key }: Saving, form: People) {
  const { profile, policy } = view.context;
  if (!profile || !policy) return { errors: null, refused: ["profileIsKnown"] };
  const errors = problemsOn(form, today(platform));
  if (errors) return { errors, refused: null };

  const filled = withIds(form);
  const ownership = ownershipOf(filled, profile, policyOf(policy));
  const body: SavedPeople = {
    ...filled,
    people: filled.people.map(({ bornOn: _, ...person }) => person),
    ownership,
    doubts: ownership.findings.map(({ finding, partyId }) => ({ field: partyId, why: `owners.${finding}` })),
  };
  const secret = { bornOn: Object.fromEntries(filled.people.map(({ id, bornOn }) => [id, bornOn])) };
  const revision = newRevision(platform, { caseId: view.id, item: "data:people", body, secret, by: actor.id });
  const { refused } = await orRefused(
    dispatch(platform, {
      subject: view.id,
      actor,
      idempotencyKey: key,
      event: { type: "PROVIDE_ITEM", item: "data:people", ref: revision.id },
      also: revision.insert,
    }),
  );
  if (refused) return { errors: null, refused };
  // Read back: sent a second time, the form's new people have the ids they got the first time.
  const saved = (await latestRevisions(platform, view.id)).people?.body ?? body;
  const told = await orRefused(
    dispatch(platform, {
      subject: view.id,
      actor,
      idempotencyKey: `${key}/profile`,
      event: { type: "SET_PROFILE", profile: { ...profile, people: rolesOf(saved) }, policy },
    }),
  );
  return { errors: null, refused: told.refused };
}

/** Ids stay with their people over every saving; only who is new gets one. */
const withIds = (form: People) => ({
  ...form,
  people: form.people.map((person) => ({ ...person, id: person.id ?? newId() })),
  companies: form.companies.map((company) => ({ ...company, id: company.id ?? newId() })),
});

function rolesOf({ people, ownership }: SavedPeople): KycProfile["people"] {
  const owning = new Set(ownership.owners.filter(({ because }) => because !== "self").map(({ personId }) => personId));
  return people.flatMap(({ id, offices }) => {
    const roles: PersonRole[] = [...offices, ...(owning.has(id) ? (["owner"] as const) : [])];
    return roles.length > 0 ? [{ id, roles }] : [];
  });
}

function problemsOn({ people }: People, on: string): FormErrors | null {
  const errors: FormErrors = {};
  const ids = people.flatMap(({ id }) => id ?? []);
  if (new Set(ids).size !== ids.length) errors["people.0.name"] = "people.twice";
  for (const [place, { bornOn, offices }] of people.entries()) {
    if (bornOn > on || bornOn < addMonths(on, -130 * 12)) errors[`people.${place}.bornOn`] = "people.bornOn.wrong";
    // Whoever signs has to be of age; owners may be children.
    else if (offices.length > 0 && bornOn > addMonths(on, -19 * 12))
      errors[`people.${place}.bornOn`] = "people.bornOn.tooYoung";
  }
  return Object.keys(errors).length > 0 ? errors : null;
}
