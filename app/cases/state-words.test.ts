import { expect, test } from "vitest";
import type { AnyStateMachine, AnyStateNode } from "xstate";
import { langs } from "#app/i18n/words.ts";
import { deadlines } from "#workflows/deadlines.ts";
import { laws } from "#workflows/law.ts";
import { eventName, stateName, stateWords } from "./state-words.ts";

const pathsOf = (machine: AnyStateMachine): string[] => {
  const below = (node: AnyStateNode): string[] => [
    ...(node.path.length > 0 ? [node.path.join(".")] : []),
    ...Object.values(node.states).flatMap(below),
  ];
  return below(machine.root).sort();
};

/** Of all versions: a case that has not been moved is called by its name too. */
const everyPath = (kind: string) =>
  [...new Set(laws.filter((law) => law.kind === kind).flatMap(({ machine }) => pathsOf(machine)))].sort();

test.each(langs)("every state, event and delay has a name in %s, and no name is left over", (lang) => {
  const words = stateWords[lang];
  expect(Object.keys(words.onboarding).sort()).toEqual(everyPath("onboarding"));
  expect(Object.keys(words.channel).sort()).toEqual(everyPath("channel"));
  const events = ["OPEN", "MIGRATE", ...new Set(laws.flatMap(({ sentBy }) => Object.keys(sentBy)))];
  expect(Object.keys(words.events).sort()).toEqual(events.sort());
  expect(Object.keys(words.delays).sort()).toEqual(Object.keys(deadlines).sort());
});

test("a timer is called by its delay", () => {
  expect(eventName(stateWords.en, "xstate.after.replyDue.onboarding.advising")).toBe("Reply due");
});

test("a state that this build does not know is called by what it lies in", () => {
  expect(stateName(stateWords.en, "onboarding", "application.kyc.somethingNew")).toBe("KYC");
});
