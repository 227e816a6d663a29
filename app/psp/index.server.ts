export { type Account, accountOf, type Parts as PspParts } from "./account.server.ts";
export { createPayment } from "./api/create-payment.server.ts";
export { paymentStatus } from "./api/payment-status.server.ts";
export { refund } from "./api/refund.server.ts";
export { whoseKey } from "./api/whose-key.server.ts";
export { Decision, decide, type PaymentPage, paymentPage, wayBack } from "./decide.server.ts";
export { lineOf, methodName } from "./line.server.ts";
export { returnUrl } from "./redirect.ts";
export { orderOf, placeOrder, type ShopOrder } from "./shop/orders.server.ts";
export { type Checks, goodReturns, type Receipt, receiptsOf } from "./shop/receipts.server.ts";
export { receive } from "./shop/receive.server.ts";
export { type Returned, receiveReturn } from "./shop/receive-return.server.ts";
export {
  giveSecrets,
  isToken,
  openReceiver,
  type Receiver,
  receiverOf,
  receiverOfCase,
  receiverUrl,
  returnPage,
} from "./shop/receiver.server.ts";
export { tasks } from "./tasks.server.ts";
