type Rows = { people?: unknown; companies?: unknown };

const list = (held: unknown): unknown[] => (Array.isArray(held) ? held : []);

/** Whoever is named next mostly comes from where the first one does. */
function homeOf(first: unknown): object {
  const { nationality, residence } = (first ?? {}) as { nationality?: unknown; residence?: unknown };
  return nationality ? { nationality, residence } : {};
}

/**
 * What was typed, with a row more or less: `addPerson`, `dropPerson:2`, `addCompany`, `dropCompany:0`. A company that goes takes its
 * number with it: shares of it become ours again, those of later companies move up.
 *
 * @returns null when the intent is none of these
 */
export function editedRows(values: Rows, intent: string): object | null {
  const [what, place = ""] = intent.split(":");
  const at = Number(place);
  const [people, companies] = [list(values.people), list(values.companies)];
  switch (what) {
    case "addPerson":
      return { ...values, people: [...people, { ...homeOf(people[0]), sharesOf: "merchant" }] };
    case "addCompany":
      return { ...values, companies: [...companies, { sharesOf: "merchant" }] };
    case "dropPerson":
      return { ...values, people: people.filter((_, i) => i !== at) };
    case "dropCompany": {
      const moved = (row: unknown) => {
        const held = row as { sharesOf?: unknown };
        const of = Number(held.sharesOf);
        if (held.sharesOf === "merchant" || Number.isNaN(of) || of < at) return row;
        return { ...held, sharesOf: of === at ? "merchant" : String(of - 1) };
      };
      return { ...values, people: people.map(moved), companies: companies.filter((_, i) => i !== at).map(moved) };
    }
    default:
      return null;
  }
}
