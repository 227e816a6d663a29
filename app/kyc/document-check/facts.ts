import type { DocumentType } from "./file-type.ts";

/** What a sound document is, as far as a machine can tell. */
export interface DocumentFacts {
  type: DocumentType;
  /** In pixels; null for a PDF. */
  width: number | null;
  height: number | null;
  pages: number;
}
