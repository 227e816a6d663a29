import { addressOf } from "#tests/support/routes.ts";

export type Who =
  | "visitor"
  /** In the middle of an inquiry. */
  | "writing"
  | "offered"
  | "merchant"
  | "advisor"
  | "reviewer"
  | "approver"
  | "integration"
  | "admin"
  | "auditor";

export interface Place {
  who: Who;
  path: string;
  /** What it answers; 200 unless said. */
  status?: number;
}

const modules = import.meta.glob<{ default?: unknown }>("../../app/routes/*.tsx");

/** Pages that need more than a seeded case, and the test that looks at them. */
export const lookedAtElsewhere: Readonly<Record<string, string>> = {
  "psp.pay.$orderRef.tsx": "a payment on its way: voyage.test.ts",
  "psp.receiver.$token_.seen.tsx": "a webhook that was received: voyage.test.ts",
  "psp.return.$token.tsx": "a payment that was decided: voyage.test.ts",
  "join.$token.tsx": "a merchant that a partner sends: partners.test.ts",
  "console.catalogue.$draftId.tsx": "a draft of an edition: app/catalogue/desk.test.ts",
};

const whoGoes: [RegExp, Who][] = [
  [/^\/inquiry(?!\/sent)/, "writing"],
  [/^\/console\/(catalogue|partners)|^\/staff\/people/, "admin"],
  [/^\/console\/cases\/.*\/channels/, "integration"],
  [/^\/console|^\/staff\/(backup-codes|second-factor|enrol|carry-on)/, "reviewer"],
  [/^\/cases|^\/account/, "merchant"],
];

/**
 * Every page of the route table, with the person who would open it.
 *
 * @param params what stands for each `$name`
 */
export async function everyPage(params: Record<string, string>): Promise<Place[]> {
  const files = Object.keys(modules)
    .map((path) => path.split("/").at(-1)!)
    .filter((file) => !file.includes(".test."));
  const places: Place[] = [];
  for (const file of files.sort()) {
    // A layout shows itself around its index.
    if (files.includes(file.replace(/\.tsx$/, "._index.tsx")) || lookedAtElsewhere[file]) continue;
    if (!(await modules[`../../app/routes/${file}`]!()).default) continue;
    const path = file === "dev.mail.$mailId.tsx" ? params.letter! : addressOf(file, params);
    const who = whoGoes.find(([pattern]) => pattern.test(path))?.[1] ?? "visitor";
    places.push({ who, path, ...(file === "$.tsx" ? { status: 404 } : {}) });
  }
  return places;
}

/** Where each role of the house differs from the others. */
export const everyDesk = (caseId: string): Place[] => [
  ...(["advisor", "reviewer", "approver", "integration", "admin", "auditor"] as const).flatMap((who) => [
    { who, path: "/console" },
    { who, path: `/console/cases/${caseId}` },
    { who, path: `/console/cases/${caseId}/documents` },
  ]),
  // With the way to the case file.
  { who: "auditor", path: `/console/cases/${caseId}/timeline` },
];

/** Pages that say something else to whoever has only just begun. */
export const newcomers = (caseId: string): Place[] => [
  { who: "visitor", path: "/inquiry" },
  { who: "visitor", path: "/inquiry/ways" },
  ...["", "/proposal", "/documents", "/site", "/contract"].map((page) => ({
    who: "offered" as const,
    path: `/cases/${caseId}${page}`,
  })),
  ...["", "/proposal", "/documents", "/site"].map((page) => ({
    who: "advisor" as const,
    path: `/console/cases/${caseId}${page}`,
  })),
];
