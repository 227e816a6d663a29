export {
  type Book,
  catalogueAt,
  catalogueBy,
  type EditionKind,
  type Editions,
  editionKinds,
  loadCatalogue,
} from "./editions.server.ts";
