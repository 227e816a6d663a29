import type { LetterName } from "#workflows/letters.ts";
import { applicationLetters } from "./application.ts";
import type { InTwo } from "./kind.ts";
import { proposalLetters } from "./proposal.ts";
import { serviceLetters } from "./service.ts";

/** The words of every letter that the law can ask for: a forgotten one does not compile. */
export const letterWords: Record<LetterName, InTwo> = { ...proposalLetters, ...applicationLetters, ...serviceLetters };
