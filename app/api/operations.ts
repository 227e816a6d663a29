import type { ZodType } from "zod";
import type { PartnerScope } from "#app/partners/partner.schema.ts";
import type { ProblemCode } from "./problem.ts";
import {
  CreatedReferral,
  CreateReferral,
  FunnelAnswer,
  FunnelQuery,
  ListQuery,
  Referral,
  ReferralList,
} from "./referrals.schema.ts";

export interface Operation {
  id: "createReferral" | "listReferrals" | "readReferral" | "revokeReferral" | "readFunnel";
  method: "get" | "post" | "delete";
  path: string;
  scope: PartnerScope;
  query?: ZodType;
  body?: ZodType;
  status: number;
  answer: ZodType;
  /** Beside those that every call may get. */
  problems: readonly ProblemCode[];
}

/** Everything the API can be asked: its document and its page are made from this, and a test holds the routes against it. */
export const operations: readonly Operation[] = [
  {
    id: "createReferral",
    method: "post",
    path: "/api/v1/referrals",
    scope: "referrals.write",
    body: CreateReferral,
    status: 201,
    answer: CreatedReferral,
    problems: ["not_json", "too_large", "validation", "idempotency_key_invalid", "idempotency_key_reused"],
  },
  {
    id: "listReferrals",
    method: "get",
    path: "/api/v1/referrals",
    scope: "referrals.read",
    query: ListQuery,
    status: 200,
    answer: ReferralList,
    problems: ["cursor_invalid", "validation"],
  },
  {
    id: "readReferral",
    method: "get",
    path: "/api/v1/referrals/{id}",
    scope: "referrals.read",
    status: 200,
    answer: Referral,
    problems: ["not_found"],
  },
  {
    id: "revokeReferral",
    method: "delete",
    path: "/api/v1/referrals/{id}",
    scope: "referrals.write",
    status: 200,
    answer: Referral,
    problems: ["not_found", "link_used"],
  },
  {
    id: "readFunnel",
    method: "get",
    path: "/api/v1/funnel",
    scope: "funnel.read",
    query: FunnelQuery,
    status: 200,
    answer: FunnelAnswer,
    problems: ["validation"],
  },
];

/** What every call may get. */
export const commonProblems: readonly ProblemCode[] = ["unauthorized", "scope_missing", "rate_limited", "internal"];
