import { useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { CopyButton } from "#app/ui/copy-button.tsx";
import { words } from "../words.ts";
import type { Page } from "./parts.tsx";

/** What a developer needs to begin with: the channel's own public key, and the secret where it belongs. */
export function CodeSamples({ page }: { page: Page }) {
  const w = useWords(words).code;
  const clientKey = page.test.credentials?.clientKey;
  if (!clientKey) return null;
  const samples = [
    { label: w.node, text: openPayment(page, clientKey) },
    { label: w.verify, text: checkWebhook },
    { label: w.curl, text: askStatus(page, clientKey) },
  ];
  return (
    <Card title={w.title}>
      <div className="grid gap-4">
        <p className="text-15 text-ink-2">{w.intro}</p>
        {samples.map(({ label, text }) => (
          <details key={label}>
            <summary className="cursor-pointer text-15 font-semibold">{label}</summary>
            <div className="mt-2 grid justify-items-start gap-2">
              <pre
                className="w-full rounded-md bg-sunk p-4 font-mono text-13 break-words whitespace-pre-wrap"
                translate="no"
              >
                {text}
              </pre>
              <CopyButton text={text} of={label} />
            </div>
          </details>
        ))}
      </div>
    </Card>
  );
}

const openPayment = (
  { apiUrl, currency, methods, test }: Page,
  clientKey: string,
) => `import { createHmac } from "node:crypto";

const secret = process.env.GANGWAY_TEST_SECRET; // ${test.credentials?.secret}
const fields = {
  amount: 50000, // major units: 10.5 is USD 10.50
  client_key: "${clientKey}",
  currency: "${currency}",
  failure_url: "https://shop.example/fail",
  merchant_order_id: "ORDER-1",
  success_url: "https://shop.example/ok",
};
const signature_hash = createHmac("sha256", secret)
  .update(new URLSearchParams(Object.entries(fields).sort()).toString())
  .digest("base64");
const answer = await fetch("${apiUrl}/payments", {
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify({ ...fields, signature_hash, pmt_method: "${methods[0]?.key ?? ""}" }),
});
const { order_ref, redirect_url } = await answer.json(); // send the buyer to redirect_url`;

const checkWebhook = `import { createHmac, timingSafeEqual } from "node:crypto";

const signed = ["amount", "channel_key", "channel_order_ref", "country_code", "currency",
  "merchant_order_ref", "method_name", "order_ref", "status"];

export function isGenuine(message) {
  const text = new URLSearchParams(signed.map((name) => [name, String(message[name])])).toString();
  const expected = createHmac("sha256", process.env.GANGWAY_TEST_SECRET).update(text).digest();
  const given = Buffer.from(message.signature_hash ?? "", "base64");
  return given.length === expected.length && timingSafeEqual(given, expected);
}
// Then compare message.amount and message.currency with your own order, and answer 200.`;

const askStatus = (
  { apiUrl, test }: Page,
  clientKey: string,
) => `SECRET="$GANGWAY_TEST_SECRET" # ${test.credentials?.secret}
b64() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
NOW=$(date +%s)
HEAD=$(printf '{"alg":"HS256","typ":"JWT"}' | b64)
BODY=$(printf '{"iss":"PORTONE","sub":"${clientKey}","iat":%d,"exp":%d}' "$NOW" $((NOW + 100)) | b64)
MAC=$(printf '%s.%s' "$HEAD" "$BODY" | openssl dgst -sha256 -hmac "$SECRET" -binary | b64)
curl -H "X-Portone-Client-Key: ${clientKey}" -H "Authorization: Bearer $HEAD.$BODY.$MAC" \\
  ${apiUrl}/payments/ORDER_REF`;
