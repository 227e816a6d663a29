import { Catalogue } from "#workflows/catalogue/catalogue.ts";
import brands from "./data/brands.json" with { type: "json" };
import buyerFields from "./data/buyer-fields.json" with { type: "json" };
import channels from "./data/channels.json" with { type: "json" };
import constraintTags from "./data/constraints.json" with { type: "json" };
import countries from "./data/countries.json" with { type: "json" };
import currencies from "./data/currencies.json" with { type: "json" };

/**
 * The catalogue as it ships: what the first version in a database is made of. Later versions are published by staff
 * and live in the database only.
 *
 * @throws ZodError when a data file does not fit the schema
 */
export const shippedCatalogue = (): Catalogue =>
  Catalogue.parse({ countries, currencies, brands, constraintTags, buyerFields, channels });
