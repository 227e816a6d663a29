import { expect, test } from "vitest";
import type { Platform } from "#app/platform/platform.ts";
import { tasksOf } from "#app/worker.server.ts";
import { laws } from "#workflows/law.ts";

test("every effect that a machine names is carried out by exactly one room", () => {
  const effects = laws.flatMap(({ machine }) =>
    Object.entries(machine.implementations.actions)
      // What `assign` made is applied by the machine itself; the clocks are the engine's.
      .filter(([name, action]) => !("resolve" in (action as object)) && !/Clocks$/.test(name))
      .map(([name]) => name),
  );
  expect(new Set(effects)).toContain("sendMail");
  const tasks = tasksOf({} as Platform);
  expect([...new Set(effects)].filter((name) => !(name in tasks))).toEqual([]);
});
