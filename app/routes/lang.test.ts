import { expect, test } from "vitest";
import { action } from "./lang.tsx";

const switching = (fields: Record<string, string>) =>
  action({
    request: new Request("http://gangway.test/lang", { method: "POST", body: new URLSearchParams(fields) }),
    params: {},
    context: {} as never,
  });

test("the language is remembered, and the page it was chosen on comes back without its ?lang", async () => {
  const answer = await switching({ lang: "en", returnTo: "/inquiry?lang=ko&step=2" });
  expect(answer.status).toBe(302);
  expect(answer.headers.get("Location")).toBe("/inquiry?step=2");
  expect(answer.headers.get("Set-Cookie")).toMatch(/^lang=.+Max-Age=31536000.+HttpOnly.+SameSite=Lax/);
});

test("another site cannot be gone back to, and an unknown language is not remembered", async () => {
  const answer = await switching({ lang: "xx", returnTo: "//evil.example" });
  expect(answer.headers.get("Location")).toBe("/");
  expect(answer.headers.get("Set-Cookie")).toBeNull();
});
