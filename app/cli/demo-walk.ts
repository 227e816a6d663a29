import { shopkeeper } from "#app/demo/merchants.ts";
import { ownServer } from "#app/demo/own-server.ts";
import { Voyage } from "#app/demo/voyage.ts";
import { answering } from "./on-database.ts";

// npm run demo:walk
//
// Walks one merchant from the inquiry to an opened service, over HTTP, through the pages that people use. BASE_URL names a server that
// is running in development mode (SHOP_URL the demo shop beside it, when it is not on the next port); without it one is brought up.

await answering(async () => {
  const began = performance.now();
  await using own = process.env.BASE_URL ? null : await ownServer();
  const base = own?.url ?? new URL(process.env.BASE_URL!).origin;
  const shopUrl = own?.shopUrl ?? process.env.SHOP_URL ?? `http://127.0.0.1:${Number(new URL(base).port || 80) + 1}/`;
  console.log(`Walking at ${base}, with the shop at ${shopUrl}\n`);

  const email = `walker-${Date.now().toString(36)}@baramgyeol.example`;
  const voyage = new Voyage(base, shopkeeper({ email, shopUrl }));
  let steps = 0;
  for (const { name, act } of voyage.everything()) {
    const started = performance.now();
    const told = await act().catch((cause: unknown) => {
      throw new Error(`Step ${steps + 1}, "${name}", failed: ${cause instanceof Error ? cause.message : cause}`);
    });
    const { phase, words } = await voyage.whereIsIt();
    steps++;
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(
      `${String(steps).padStart(2)}  ${name}${told ? ` (${told})` : ""}\n      ${phase}: ${words} · ${seconds} s`,
    );
  }
  await voyage.reaches("live");
  const { phase: finalState } = await voyage.whereIsIt();
  const mails = await voyage.mailbox.count(email);
  const seconds = Math.round((performance.now() - began) / 100) / 10;
  const holds = finalState === "live" && mails > 0;
  return { line: { walk: holds ? "ok" : "failed", steps, finalState, mails, seconds }, holds };
});
