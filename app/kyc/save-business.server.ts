import { writeCard } from "#app/cases/index.server.ts";
import { type Actor, type CaseView, dispatch, orRefused } from "#app/engine/index.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { FormErrors } from "#app/ui/form/index.ts";
import { checkIdentifier, disagreements, isIdentifierKind } from "#workflows/kyc/identifiers/index.ts";
import type { Business } from "./business.schema.ts";
import type { Doubt } from "./doubts.ts";
import { today } from "./profile.server.ts";
import { newRevision } from "./revisions.server.ts";
import type { SavedBusiness } from "./saved.ts";

type Parts = Pick<Platform, "pool" | "now" | "log" | "vault">;

/** Who saves what, once: `key` is the form's. */
export interface Saving {
  view: CaseView;
  actor: Actor;
  key: string;
}

/**
 * Saves the business data and hands it in, in one transaction; lists and letters learn the name by the same.
 *
 * @returns `errors` by field where only the server's clock could tell; `refused` when the law said no
 */
export async function saveBusiness(platform: Parts, { view, actor, key }: Saving, data: Business) {
  const on = today(platform);
  const errors = problemsOn(data, on);
  if (errors) return { errors, refused: null };
  const body: SavedBusiness = { data: withPlainNumbers(data, on), doubts: doubtsAbout(data, on) };
  const revision = newRevision(platform, { caseId: view.id, item: "data:business", body, by: actor.id });
  const { refused } = await orRefused(
    dispatch(platform, {
      subject: view.id,
      actor,
      idempotencyKey: key,
      event: { type: "PROVIDE_ITEM", item: "data:business", ref: revision.id },
      also: async (tx) => {
        await revision.insert(tx);
        await writeCard(tx, { caseId: view.id, merchantName: data.legalName, website: data.website }, platform.now());
      },
    }),
  );
  return { errors: null, refused };
}

function problemsOn(data: Business, on: string): FormErrors | null {
  const errors: FormErrors = {};
  if (data.incorporatedOn > on) errors.incorporatedOn = "business.incorporatedOn.future";
  for (const [place, { kind, value }] of data.numbers.entries()) {
    if (value === "" || !isIdentifierKind(kind)) continue;
    const verdict = checkIdentifier(kind, value, on);
    if (!verdict.ok && verdict.certain) errors[`numbers.${place}.value`] = `number.${verdict.problem}`;
  }
  return Object.keys(errors).length > 0 ? errors : null;
}

/** Numbers are kept as their country writes them, so that they can be compared with papers and pages. */
const withPlainNumbers = (data: Business, on: string): Business => ({
  ...data,
  numbers: data.numbers.flatMap(({ kind, value }) => {
    if (value === "" || !isIdentifierKind(kind)) return [];
    const verdict = checkIdentifier(kind, value, on);
    return [{ kind, value: verdict.ok ? verdict.shown : value }];
  }),
});

function doubtsAbout({ numbers }: Business, on: string): Doubt[] {
  const known = numbers.flatMap(({ kind, value }) => (isIdentifierKind(kind) && value !== "" ? [{ kind, value }] : []));
  const checked = known.map(({ kind, value }) => ({ kind, verdict: checkIdentifier(kind, value, on) }));
  const values = Object.fromEntries(
    checked.flatMap(({ kind, verdict }) => (verdict.ok ? [[kind, verdict.value]] : [])),
  );
  return [
    ...checked.flatMap(({ kind, verdict }) => (verdict.ok ? [] : [{ field: kind, why: `number.${verdict.problem}` }])),
    ...disagreements(values).map(({ kinds }) => ({ field: kinds[0], why: "number.disagrees" })),
  ];
}
