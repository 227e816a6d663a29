import { expect, test } from "vitest";
import { hashPassword, verifyPassword } from "./password.server.ts";
import { passwordProblem } from "./password-rules.ts";

const about = ["Kim Jisoo", "jisoo.kim@gangway.example"];

test.each([
  ["fourteen chars", "auth.password.short:15"],
  ["열네글자는아직짧은암호입니다", "auth.password.short:15"],
  ["passwordpassword", "auth.password.common"],
  ["P@ssw0rdP@ssw0rd!", "auth.password.common"],
  ["aaaaaaaaaaaaaaaaaaaa", "auth.password.common"],
  ["123456789012345678", "auth.password.common"],
  ["qwertyuiopasdfghjkl", "auth.password.common"],
  ["1q2w3e4r1q2w3e4r", "auth.password.common"],
  ["correcthorsebatterystaple", "auth.password.common"],
  ["iloveyouiloveyou123", "auth.password.common"],
  ["Gangway2026Gangway2026", "auth.password.common"],
  ["jisoo-kim-gangway-2026", "auth.password.common"],
  ["dkssudgktpdy123456", "auth.password.common"],
  ["ababababababababab", "auth.password.common"],
  [`${"x".repeat(257)}`, "auth.password.long:256"],
  ["four blue ferries left at noon", null],
  ["바다를 건너는 다리는 길고 좁다", null],
  ["tR7#mv-92kd!Lq0z", null],
  ["   spaces   count   too   ", null],
])("%s as a password: %s", (password, problem) => {
  expect(passwordProblem(password, about)).toBe(problem);
});

test("a password is judged whole: its last letter counts, however long it is", async () => {
  const long = "가나다라마바사 ".repeat(32);
  const hash = await hashPassword(`${long}.`);
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(await verifyPassword(hash, `${long}.`)).toBe(true);
  expect(await verifyPassword(hash, `${long}!`)).toBe(false);
});

test("the same letters typed on another keyboard are the same password, and two hashes of it differ", async () => {
  const word = "한국은행과 오래된 다리 위에서";
  const hash = await hashPassword(word.normalize("NFC"));
  expect(await verifyPassword(hash, word.normalize("NFD"))).toBe(true);
  expect(await hashPassword(word)).not.toBe(hash);
});

test("a stored password that was tampered with is a fault, not a wrong password", async () => {
  await expect(verifyPassword("plain text", "plain text")).rejects.toThrow(/not in the form/);
});
