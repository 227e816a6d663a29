import { expect, test } from "vitest";
import { type Attack, prepareAttack } from "#app/cli/crash-test/run.ts";
import { voyage } from "#app/cli/crash-test/voyage.ts";

// A handful of the deaths that `npm run crash:test` tries, at the places where one would hurt most.

const places: { step: string; label: RegExp; last?: true }[] = [
  // The letter has been taken by the mail server, and nobody here knows.
  { step: "the inquiry", label: /^SMTP answered$/ },
  // The wish for a letter is written, its transaction is not through.
  { step: "the inquiry", label: /^SQL commit$/ },
  { step: "papers, people, and the wish to be reviewed: somebody is screened", label: /^screening answered$/ },
  { step: "a test payment, told by webhook", label: /^HTTP answered$/ },
  { step: "a small real payment at the PSP", label: /^PSP payment answered$/ },
  { step: "it is found paid, and given back", label: /^PSP refund answered$/ },
  // Committed, but the page with the secret never came.
  { step: "the secret is fetched", label: /^before the page is answered$/, last: true },
];

test("killed where it would hurt most and taken over by another process, nothing is lost and nothing is doubled outside", async () => {
  await using attack: Attack = await prepareAttack(2);
  const line = places[Symbol.iterator]();
  let tried = 0;
  await Promise.all(
    [1, 2].map(async () => {
      for (const { step, label, last } of line) {
        const all = attack.points.filter((at) => voyage[at.step]!.name === step && label.test(at.label));
        const at = last ? all.at(-1) : all[0];
        expect(at, `${step}: ${label}`).toBeDefined();
        const { lost, doubled, otherwise } = await attack.kill(at!);
        expect({ step, lost, doubled, otherwise }).toEqual({ step, lost: [], doubled: [], otherwise: [] });
        tried++;
      }
    }),
  );
  expect(tried).toBe(places.length);
}, 240_000);
