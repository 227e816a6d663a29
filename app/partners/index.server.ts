export { type Sharing, setSharing, sharingOf } from "./consent.server.ts";
export { type Funnel, funnels, type Span, sharedFunnel, spanOf } from "./funnel.server.ts";
export { beginByLink, beginGeneral, type Opened, openGeneral, openLink } from "./join.server.ts";
export {
  keysOf,
  makeKey,
  modeOf,
  type PartnerAsker,
  revokeKey,
  rotateKey,
  type ShownPartnerKey,
  verifyPartnerKey,
} from "./keys.server.ts";
export {
  changePartner,
  makePartner,
  masterOf,
  type Partner,
  partnerOf,
  partnersOf,
  setPaused,
} from "./partners.server.ts";
export {
  latestReferrals,
  refer,
  revokeReferral,
  type SharedReferral,
  sharedReferral,
  sharedReferrals,
} from "./referrals.server.ts";
export { tasks } from "./tasks.server.ts";
