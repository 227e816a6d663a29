import { expect, test } from "vitest";
import { checkBody, signBody, toleranceSeconds, webhookSecret } from "./body-signature.ts";

const secret = webhookSecret(new Uint8Array(32).fill(7));
const older = webhookSecret(new Uint8Array(32).fill(8));
const body = '{"type":"payment_status"}';
const now = 1_800_000_000;
const headers = (secrets: string[]) => ({ ...signBody("evt-1", now, body, secrets) });

test("the worked example of the convention comes out", () => {
  const known = signBody("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, '{"test": 2432232314}', [
    "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
  ]);
  expect(known["webhook-signature"]).toBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
});

test("a delivery is good for whoever holds one of the secrets it was signed with", () => {
  expect(checkBody(headers([secret]), body, [secret], now)).toBe("good");
  expect(checkBody(headers([secret, older]), body, [older], now)).toBe("good");
  expect(checkBody(headers([secret]), body, [older, secret], now)).toBe("good");
  expect(checkBody(headers([secret]), body, [older], now)).toBe("forged");
  expect(checkBody(headers([secret]), body, [], now)).toBe("forged");
});

test("body, id and time are all covered", () => {
  expect(checkBody(headers([secret]), `${body} `, [secret], now)).toBe("forged");
  expect(checkBody({ ...headers([secret]), "webhook-id": "evt-2" }, body, [secret], now)).toBe("forged");
  expect(checkBody({ ...headers([secret]), "webhook-timestamp": String(now + 1) }, body, [secret], now)).toBe("forged");
});

test("five minutes of age are borne, a second more is not", () => {
  expect(checkBody(headers([secret]), body, [secret], now + toleranceSeconds)).toBe("good");
  expect(checkBody(headers([secret]), body, [secret], now - toleranceSeconds)).toBe("good");
  expect(checkBody(headers([secret]), body, [secret], now + toleranceSeconds + 1)).toBe("stale");
  expect(checkBody(headers([secret]), body, [secret], now - toleranceSeconds - 1)).toBe("stale");
});

test("a delivery without the three headers is unsigned", () => {
  for (const name of ["webhook-id", "webhook-timestamp", "webhook-signature"]) {
    expect(checkBody({ ...headers([secret]), [name]: undefined }, body, [secret], now)).toBe("unsigned");
  }
  expect(checkBody({ ...headers([secret]), "webhook-timestamp": "now" }, body, [secret], now)).toBe("unsigned");
  expect(checkBody({ ...headers([secret]), "webhook-signature": "v2,abc" }, body, [secret], now)).toBe("unsigned");
});
