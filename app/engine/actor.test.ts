import { expect, test } from "vitest";
import { laws } from "#workflows/law.ts";
import { Role } from "#workflows/roles.ts";
import { roleFor } from "./actor.ts";

const caseId = "0197f000-0000-7000-8000-000000000001";
const everything = { id: "k-1", roles: Role.options, caseIds: [caseId] };

test.each(laws)(
  "what only a person says in $kind version $version, no key and no job says, whatever its roles",
  (law) => {
    expect(law.personal.size).toBeGreaterThan(0);
    for (const type of law.personal) {
      expect(roleFor(law, { ...everything, via: "apiKey" }, { type }, caseId), type).toBeNull();
      expect(roleFor(law, { ...everything, via: "system" }, { type }, caseId), type).toBeNull();
      expect(roleFor(law, { ...everything, via: "session" }, { type }, caseId), type).not.toBeNull();
    }
  },
);
