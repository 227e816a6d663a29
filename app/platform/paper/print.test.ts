import { expect, test } from "vitest";
import { printPaper } from "./print.server.ts";

test("papers asked for side by side are printed each, and one that fails spoils no other", async () => {
  const module = "#app/platform/paper/testing/sample.tsx";
  const [first, wrong, missing, last] = await Promise.allSettled([
    printPaper({ module, name: "Sample", props: { text: "GW-1" } }),
    printPaper({ module, name: "Broken", props: {} }),
    printPaper({ module, name: "Nobody", props: {} }),
    printPaper({ module, name: "Sample", props: { text: "가나다" } }),
  ]);
  for (const paper of [first, last]) {
    expect(paper.status === "fulfilled" && paper.value.subarray(0, 5).toString()).toBe("%PDF-");
  }
  expect(wrong).toMatchObject({ status: "rejected", reason: { message: expect.stringContaining("no ink") } });
  expect(missing).toMatchObject({ status: "rejected", reason: { message: expect.stringContaining("Nobody") } });
});
