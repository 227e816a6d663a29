import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalForm, isSigned, numberText, sign, signedFields } from "./signature.ts";

const secret = "0123456789abcdef".repeat(4);
const request = {
  amount: 4000,
  client_key: "AbCdEfGhIjKlMnOp",
  currency: "VND",
  failure_url: "https://shop.example/fail",
  merchant_order_id: "ORDER-1",
  success_url: "https://shop.example/ok",
};
const webhook = {
  amount: 10.5,
  channel_key: "PAYLETTER",
  channel_order_ref: "CH-1",
  country_code: "US",
  currency: "USD",
  merchant_order_ref: "ORDER-1",
  method_name: "Payletter Credit Card",
  order_ref: "2mbbExY77pp8iC0AQ1ucWymnd3c",
  status: "Success",
};

test("the test vector of a payment request comes out", () => {
  expect(sign("paymentRequest", request, secret)).toBe("kT1U3LrIKyX75hqHgXxHJJSNayLE5wNAaB4W7tU7AUc=");
});

test("the test vector of a payment webhook comes out", () => {
  expect(sign("paymentWebhook", webhook, secret)).toBe("NM7gf883nRO7PT8gln4frQIDvzhboOzKVM6nsPiEct8=");
});

test("the signed text is sorted, form-urlencoded and writes a space as a plus", () => {
  expect(canonicalForm("paymentWebhook", webhook)).toBe(
    "amount=10.5&channel_key=PAYLETTER&channel_order_ref=CH-1&country_code=US&currency=USD&merchant_order_ref=ORDER-1" +
      "&method_name=Payletter+Credit+Card&order_ref=2mbbExY77pp8iC0AQ1ucWymnd3c&status=Success",
  );
  expect(
    canonicalForm("redirect", {
      status: "a&b=c",
      order_ref: "한글",
      merchant_order_ref: "1+1",
      channel_order_ref: "%",
    }),
  ).toBe("channel_order_ref=%25&merchant_order_ref=1%2B1&order_ref=%ED%95%9C%EA%B8%80&status=a%26b%3Dc");
});

test.each([
  [10.5, "10.5"],
  [4000, "4000"],
  ["10.50", "10.5"],
  ["4000.00", "4000"],
  ["4000", "4000"],
  ["0.10", "0.1"],
  ["100.", "100"],
  [0, "0"],
  [1234567890.12, "1234567890.12"],
  [0.0000001, "0.0000001"],
])("%j is signed as %s", (value, text) => {
  expect(numberText(value)).toBe(text);
});

test("an amount is the same amount as number and as text", () => {
  expect(sign("paymentRequest", { ...request, amount: "4000.00" }, secret)).toBe(
    sign("paymentRequest", request, secret),
  );
});

test("fields beside the signed ones do not matter, each signed one does", () => {
  const signature = sign("paymentWebhook", webhook, secret);
  expect(isSigned("paymentWebhook", { ...webhook, note: "x" }, signature, [secret])).toBe(true);
  for (const name of signedFields.paymentWebhook) {
    expect(isSigned("paymentWebhook", { ...webhook, [name]: "other" }, signature, [secret])).toBe(false);
    expect(isSigned("paymentWebhook", { ...webhook, [name]: undefined }, signature, [secret])).toBe(false);
  }
});

test("during a roll either secret is good, and no third", () => {
  const other = "f".repeat(64);
  const signature = sign("paymentWebhook", webhook, other);
  expect(isSigned("paymentWebhook", webhook, signature, [secret, other])).toBe(true);
  expect(isSigned("paymentWebhook", webhook, signature, [secret])).toBe(false);
  expect(isSigned("paymentWebhook", webhook, signature, [])).toBe(false);
});

test("no changed signature passes", () => {
  const signature = sign("paymentRequest", request, secret);
  fc.assert(
    fc.property(fc.nat(signature.length - 1), fc.string({ minLength: 1, maxLength: 1 }), (place, char) => {
      const changed = signature.slice(0, place) + char + signature.slice(place + 1);
      return isSigned("paymentRequest", request, changed, [secret]) === (changed === signature);
    }),
  );
  for (const wrong of ["", signature.slice(1), `${signature}=`, null, 5]) {
    expect(isSigned("paymentRequest", request, wrong, [secret])).toBe(false);
  }
});
