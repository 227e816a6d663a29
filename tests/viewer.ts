import { randomBytes } from "node:crypto";
import { cookieName, sign } from "#app/auth/cookies.server.ts";
import { addMember, type Doorkeeper, type Viewer, viewerOf } from "#app/auth/index.server.ts";
import { lifetimes } from "#app/auth/lifetimes.ts";
import { newId } from "#app/platform/ids.ts";
import type { StaffRole } from "#workflows/roles.ts";

interface Wanted {
  /** `merchant` unless roles are given. */
  kind?: Viewer["kind"];
  roles?: StaffRole[];
  /** Cases to put this merchant on the team of, as owner; they must exist. */
  caseIds?: string[];
  email?: string;
  name?: string;
  lang?: Viewer["lang"];
}

export interface SignedIn {
  viewer: Viewer;
  /** A `Cookie` header. */
  cookie: string;
  /** A request of this person's browser: `request("/cases", { method: "POST", body: new URLSearchParams({…}) })`. */
  request(path: string, init?: RequestInit): Request;
}

/**
 * Somebody signed in, with rows like those of a real sign-in (for staff: second factor given now), and read back through the door that
 * pages use.
 *
 * @param parts `{ pool, now, config }`; `testConfig()` of #tests/config.ts will do
 */
export async function signedIn(parts: Doorkeeper, wanted: Wanted = {}): Promise<SignedIn> {
  const { pool, now, config } = parts;
  const kind = wanted.kind ?? (wanted.roles ? "staff" : "merchant");
  const [userId, token, at] = [newId(), randomBytes(24).toString("base64url"), now()];
  const email = wanted.email ?? `${kind}-${userId}@example.com`;
  await pool.query(
    `insert into users (id, name, email, email_verified, kind, lang, created_at, updated_at) values ($1, $2, $3, true, $4, $5, $6, $6)`,
    [userId, wanted.name ?? (kind === "staff" ? "Kim Staff" : "Lee Merchant"), email, kind, wanted.lang ?? "en", at],
  );
  for (const role of wanted.roles ?? []) {
    await pool.query(
      "insert into staff_role (id, user_id, role, granted_by, granted_at) values ($1, $2, $3, 'test', $4)",
      [newId(), userId, role, at],
    );
  }
  for (const caseId of wanted.caseIds ?? []) await addMember(pool, { caseId, userId, role: "owner" });
  await pool.query(
    `insert into session (id, token, user_id, expires_at, second_factor_at, seen_at, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $6, $6)`,
    [newId(), token, userId, new Date(at.getTime() + lifetimes[kind].whole), kind === "staff" ? at : null, at],
  );
  const cookie = `${cookieName("session", config)}=${encodeURIComponent(sign(token, config.sessionSecret))}`;
  const request = (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set("Cookie", [cookie, headers.get("Cookie")].filter(Boolean).join("; "));
    headers.set("Origin", config.publicUrl);
    return new Request(new URL(path, config.publicUrl), { ...init, headers });
  };
  const viewer = await viewerOf(parts, request("/"));
  if (!viewer) throw new Error("The session made for a test is not one.");
  return { viewer, cookie, request };
}
