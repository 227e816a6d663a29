import { orderPage } from "../detect/order-page.ts";
import { refundData, shippingData } from "../detect/policy-data.ts";
import { productsShown } from "../detect/products-shown.ts";
import { refundText } from "../detect/refund-text.ts";
import { shippingDigital } from "../detect/shipping-digital.ts";
import { shippingText } from "../detect/shipping-text.ts";
import { wayToBuy } from "../detect/way-to-buy.ts";
import type { Detector } from "./finding.ts";

/** Every rule, in the order in which they are asked. The version of the set goes into each report. */
export const rules: Detector[] = [
  productsShown,
  shippingText,
  shippingData,
  shippingDigital,
  refundText,
  refundData,
  orderPage,
  wayToBuy,
];
export const rulesVersion = "2026-11.4";
