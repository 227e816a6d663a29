import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { pageMeta } from "#app/i18n/page-meta.ts";
import { Decision, decide, paymentPage } from "#app/psp/index.server.ts";
import { PayPage } from "#app/psp/pay-page.tsx";
import { words } from "#app/psp/words.ts";
import { PublicShell } from "#app/ui/shell/public-shell.tsx";

export const meta = pageMeta(words, (w) => ({ title: w.pay.title }));

export async function loader({ params, context: { platform } }: LoaderFunctionArgs) {
  const page = await paymentPage(platform, params.orderRef);
  if (!page) throw new Response(null, { status: 404 });
  const { orderRef, mode, status, shopName, orderNo, paymentId, amountMinor, currency, methodName } = page.payment;
  return {
    orderRef,
    mode,
    status,
    shopName,
    orderNo,
    paymentId,
    amountMinor,
    currency,
    methodName,
    methods: page.methods,
  };
}

export async function action({ request, params, context: { platform } }: ActionFunctionArgs) {
  const page = await paymentPage(platform, params.orderRef);
  if (!page) throw new Response(null, { status: 404 });
  const asked = Decision.safeParse(Object.fromEntries(await request.formData()));
  if (!asked.success) throw new Response(null, { status: 400 });
  if (!(await decide(platform, page, asked.data))) return data({ isUnchosen: true }, 422);
  // A form may lead to our own pages only, so a shop elsewhere is reached from here by a link.
  const isHere = page.payment.successUrl.startsWith(`${platform.config.publicUrl}/`);
  return redirect(isHere ? `/psp/pay/${page.payment.orderRef}/back` : `/psp/pay/${page.payment.orderRef}`);
}

export default function PayRoute() {
  const posted = useActionData<typeof action>();
  return (
    <PublicShell>
      <PayPage {...useLoaderData<typeof loader>()} isUnchosen={posted?.isUnchosen} />
    </PublicShell>
  );
}
