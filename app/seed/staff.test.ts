import { expect } from "vitest";
import { codeOf, stepOf } from "#app/auth/index.server.ts";
import { hall } from "#app/auth/testing/hall.ts";
import { testConfig } from "#tests/config.ts";
import { test } from "#tests/database.ts";
import { staffRoles } from "#workflows/roles.ts";
import { NotInProduction, seedStaff } from "./staff.server.ts";

test("the demonstration has somebody for every role, two where two are needed, and each can sign in", async ({
  db,
  pool,
}) => {
  const here = hall({ db, pool });
  const signIns = await seedStaff(here.platform);
  await seedStaff(here.platform); // a second start changes nothing
  expect(new Set(signIns.flatMap(({ roles }) => roles))).toEqual(new Set(staffRoles));
  for (const role of ["reviewer", "integration"] as const) {
    expect(signIns.filter(({ roles }) => roles.includes(role))).toHaveLength(2);
  }
  for (const { email, password, totpSecret, roles } of signIns) {
    const browser = here.browser();
    expect(await browser.password(email, password)).toMatchObject({ ok: true });
    expect(await browser.second(codeOf(totpSecret, stepOf(here.platform.now())))).toMatchObject({ ok: true });
    expect((await browser.viewer())?.roles).toEqual(roles);
  }
});

test("production never makes people whose passwords stand in the source", async ({ db, pool }) => {
  const { platform } = hall({ db, pool });
  await expect(seedStaff({ ...platform, config: testConfig({ mode: "production" }) })).rejects.toThrow(NotInProduction);
  expect((await pool.query("select from users")).rowCount).toBe(0);
});
