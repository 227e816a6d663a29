/** Whose payments they are: the pair of keys that the other side knows the asker by. */
export interface GatewayAccount {
  clientKey: string;
  secretKey: string;
  mode: "test" | "live";
}

/** What is to be paid, and where the buyer goes afterwards. */
export interface PaymentOrder {
  /** The shop's own order number; one payment an order. */
  orderNo: string;
  /** Integer minor units of `currency`. */
  amountMinor: number;
  /** ISO 4217. */
  currency: string;
  /** ISO 3166-1 alpha-2, or `GLOBAL`. */
  country: string;
  /** Keys as the catalogue writes them. */
  channel: string;
  /** Empty: the buyer chooses on the payment page. */
  method: string;
  methodName: string;
  shopName: string;
  /** The merchant's live identifier at the PSP; absent in test mode. */
  paymentId?: string;
  successUrl: string;
  failureUrl: string;
}

export type PaymentStatus = "Initiated" | "Pending" | "Success" | "Failed" | "Expired";

export interface Payment {
  /** The aggregator's reference: 27 base-62 characters. */
  orderRef: string;
  orderNo: string;
  channelOrderRef: string;
  status: PaymentStatus;
  amountMinor: number;
  currency: string;
  refundedMinor: number;
}

export interface Refund {
  refundRef: string;
  amountMinor: number;
  status: "SUCCESS" | "IN_QUEUE";
}

/** Takes payments at a payment service provider, by its hosted page. */
export interface PaymentGateway {
  /** It stands in for a PSP: no money moves, and pages say so. */
  readonly standsIn: boolean;
  /** The house's own account, in live mode: under it the small payment before an opening is made. */
  readonly house: GatewayAccount;
  /**
   * Asked again for the same order it answers with the same payment.
   *
   * @returns `payUrl`, the page to send the buyer to
   * @throws PaymentRefused when the order is not one it takes
   * @throws UpstreamError retryable on timeouts, 429 and 5xx
   */
  createPayment(account: GatewayAccount, order: PaymentOrder): Promise<{ orderRef: string; payUrl: string }>;
  /** @returns null when the account has no such payment */
  paymentOf(account: GatewayAccount, orderRef: string): Promise<Payment | null>;
  /**
   * @param key the same key is the same refund, however often it is asked for
   * @throws PaymentRefused when there is nothing left to refund, or no such payment
   */
  refund(account: GatewayAccount, orderRef: string, amountMinor: number, key: string): Promise<Refund>;
}

/** The other side took the question and said no. Never retried. */
export class PaymentRefused extends Error {
  /** In capitals, e.g. `ORDER_EXISTS`: what the API answers, too. */
  readonly code: PaymentRefusal;
  constructor(code: PaymentRefusal, detail?: string) {
    super(detail ? `${code}: ${detail}` : code);
    this.name = "PaymentRefused";
    this.code = code;
  }
}

export const paymentRefusals = [
  /** Another amount, currency or method under an order number that is taken. */
  "ORDER_EXISTS",
  "AMOUNT_NOT_VALID",
  "NO_SUCH_PAYMENT",
  "NOT_PAID",
  "REFUND_TOO_LARGE",
  /** Any other no. */
  "REFUSED",
] as const;
export type PaymentRefusal = (typeof paymentRefusals)[number];
