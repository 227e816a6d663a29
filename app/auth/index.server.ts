export { changePassword, endElsewhere, type SessionLine, saveProfile, sessionsOf } from "./account.server.ts";
export { renewBackupCodes } from "./backup-codes.server.ts";
export { awaitedCode, type CodeProblem, sendCode, type Verified, verifyCode } from "./code.server.ts";
export { Email } from "./email.ts";
export { heldForm, requireProof } from "./held-form.server.ts";
export { addMember, type Seating } from "./members.server.ts";
export { homeOf, nextIn, nextOf, pathOf, withNext } from "./next.ts";
export type { Doorkeeper, Reception } from "./parts.ts";
export {
  addPasskey,
  answerPasskey,
  askNewPasskey,
  askPasskey,
  type PasskeyLine,
  passkeysOf,
  removeApp,
  removePasskey,
} from "./passkeys.server.ts";
export {
  changePerson,
  invitedStaff,
  inviteStaff,
  joinStaff,
  openStaffInvitation,
  type PersonLine,
  peopleOf,
  personOf,
  setRoles,
} from "./people.server.ts";
export { actorOf, isFresh, requireFresh, requireMember, requireStaff, requireViewer } from "./require.server.ts";
export {
  confirmApp,
  factorsOf,
  passSecondFactor,
  presetApp,
  proposeApp,
  seatForNewFactor,
  staffSeat,
} from "./second-factor.server.ts";
export { beginSession, endSession } from "./sessions.server.ts";
export { addStaff, grantRole, type NewStaff, revokeRole } from "./staff.server.ts";
export { signInStaff } from "./staff-sign-in.server.ts";
export {
  acceptInvitation,
  changeRole,
  type InvitationLine,
  invitationOf,
  invite,
  type MemberLine,
  removeMember,
  type TeamProblem,
  teamOf,
  uninvite,
} from "./team.server.ts";
export { flow, type Throttled } from "./throttle.server.ts";
export { codeOf, stepOf } from "./totp.server.ts";
export { viewerOf } from "./viewer.server.ts";
export type { Viewer } from "./viewer.ts";
