import { Email, openStaffInvitation } from "#app/auth/index.server.ts";
import { parseConfig, readEnvironment } from "#app/platform/config/config.server.ts";
import { type StaffRole, staffRoles } from "#workflows/roles.ts";
import { answering, onDatabase } from "./on-database.ts";

// npm run staff:invite: the first administrator of a new installation. Everybody after that is invited on /staff/people.
const email = Email.safeParse(process.argv[2]);
const roles = (process.argv[3] ?? "admin").split(",");
if (!email.success || !roles.every((role) => staffRoles.includes(role as StaffRole))) {
  console.error(`npm run staff:invite -- somebody@company.example [${staffRoles.join(",")}]`);
  process.exit(1);
}

await answering(() =>
  onDatabase(async ({ pool }) => {
    const config = parseConfig(readEnvironment(process.cwd()), process.cwd());
    const invitationUrl = await openStaffInvitation(
      { pool, config, now: () => new Date() },
      { email: email.data, roles: roles as StaffRole[], by: null },
    );
    console.log(
      invitationUrl
        ? `Open this within 7 days, once, as ${email.data} (${roles.join(", ")}):\n${invitationUrl}`
        : `${email.data} has an account already.`,
    );
    return { line: { invited: invitationUrl ? email.data : null, roles }, holds: invitationUrl !== null };
  }),
);
