import { createHash, randomBytes } from "node:crypto";

/** 256 random bits: the whole of what opens a merchant's link. */
export const newLinkToken = (): string => randomBytes(32).toString("base64url");

/** What is kept of it. */
export const hashLinkToken = (token: string): string => createHash("sha256").update(token).digest("base64url");

/** Whether a part of an address can be a token of ours at all. */
export const isLinkToken = (text: string | undefined): text is string => /^[\w-]{43}$/.test(text ?? "");
