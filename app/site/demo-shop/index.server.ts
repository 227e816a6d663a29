import { randomBytes } from "node:crypto";
import express, { type RequestHandler, type Response, Router } from "express";
import { demoProducts } from "./goods.ts";
import {
  cartPage,
  checkoutPage,
  frame,
  listPage,
  paymentWindow,
  policyPage,
  productPage,
  type ShopLang,
} from "./pages.ts";

export { demoCompany, demoProducts } from "./goods.ts";

/**
 * A small shop of our own, for development and tests: five products, policies, the company's data at every foot, a
 * basket, an order page and a test payment window, in Korean and English. `bare` is the same shop on its first day:
 * a test product for nothing, policies still to be written, no way to buy.
 *
 * @returns an Express handler; it finds the path it is mounted under by itself
 */
export function demoShop({ variant }: { variant: "good" | "bare" }): RequestHandler {
  const router = Router();
  router.use(express.urlencoded({ extended: false, limit: "10kb" }));
  router.get("/robots.txt", (request, response) =>
    response
      .type("text/plain")
      .send(
        `User-agent: *\nAllow: /\nSitemap: ${request.protocol}://${request.get("host")}${request.baseUrl}/sitemap.xml\n`,
      ),
  );
  if (variant === "good") good(router);
  else bare(router);
  router.use((request, response) =>
    page(
      response.status(404),
      frame({ lang: "ko", base: request.baseUrl }, "없는 페이지", "<h1>없는 페이지입니다</h1>"),
    ),
  );
  return router;
}

function good(router: Router) {
  router.get("/sitemap.xml", (request, response) => {
    const home = `${request.protocol}://${request.get("host")}${request.baseUrl}`;
    const paths = [
      "/",
      "/shipping",
      "/refund",
      "/terms",
      "/privacy",
      ...demoProducts.map(({ id }) => `/products/${id}`),
    ];
    response
      .type("application/xml")
      .send(
        `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${paths.map((path) => `<url><loc>${home}${path}</loc></url>`).join("")}</urlset>`,
      );
  });
  for (const lang of ["ko", "en"] as const) {
    const at = lang === "en" ? "/en" : "";
    const shown = (base: string) => ({ lang: lang as ShopLang, base });
    const named = (id: unknown) => demoProducts.find((product) => product.id === id);
    router.get([`${at}/`], (request, response) => page(response, listPage(shown(request.baseUrl))));
    router.get(`${at}/products/:id`, (request, response, next) => {
      const product = named(request.params.id);
      if (product) page(response, productPage(shown(request.baseUrl), product));
      else next();
    });
    router.get(`${at}/cart`, (request, response) =>
      page(response, cartPage(shown(request.baseUrl), named(request.query.product))),
    );
    router.post(`${at}/cart`, (request, response) =>
      response.redirect(
        303,
        `${request.baseUrl}${at}/cart?product=${encodeURIComponent(String(request.body.product))}`,
      ),
    );
    const checkout: RequestHandler = (request, response) =>
      page(
        response,
        checkoutPage(
          shown(request.baseUrl),
          named(request.query.product) ?? demoProducts[0]!,
          response.locals.shopNonce,
        ),
      );
    router.get(`${at}/checkout`, withNonce, checkout);
    router.post(`${at}/checkout`, (request, response) =>
      response.redirect(
        303,
        `${request.baseUrl}${at}/checkout?product=${encodeURIComponent(String(request.body.product))}`,
      ),
    );
    router.all(`${at}/payment`, (request, response) =>
      page(
        response,
        paymentWindow(
          shown(request.baseUrl),
          named(request.query.product ?? request.body?.product) ?? demoProducts[0]!,
        ),
      ),
    );
    for (const which of ["shipping", "refund", "terms", "privacy"] as const)
      router.get(`${at}/${which}`, (request, response) => page(response, policyPage(shown(request.baseUrl), which)));
  }
}

function bare(router: Router) {
  router.get("/", (request, response) =>
    page(
      response,
      `<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>새 상점</title></head><body><h1>새 상점</h1><ul><li><a href="${request.baseUrl}/products/1"><img alt="" src="data:,"><span>TEST</span> <b>0원</b></a></li></ul><footer><a href="${request.baseUrl}/shipping">배송안내</a> <a href="${request.baseUrl}/refund">환불정책</a><p>상호: {COMPANY_NAME} | 대표: 홍** | 사업자등록번호: 000-00-00000 | 전화: 010-0000-0000</p></footer></body></html>`,
    ),
  );
  router.get("/products/1", (_, response) =>
    page(
      response,
      `<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>TEST</title></head><body><h1>TEST</h1><img alt="" src="data:,"><p>0원</p><p>구매 문의는 카카오톡으로 주세요.</p></body></html>`,
    ),
  );
  for (const [path, title] of [
    ["/shipping", "배송 안내"],
    ["/refund", "취소 및 환불 정책"],
  ] as const)
    router.get(path, (_, response) =>
      page(
        response,
        `<!doctype html><html lang="ko"><head><meta charset="utf-8"><title>${title}</title></head><body><h1>${title}</h1><p>준비 중입니다.</p></body></html>`,
      ),
    );
}

/** The shop's pages carry a policy of their own: the one small script of the order page, and nothing from anywhere. */
const page = (response: Response, html: string) =>
  response
    .set(
      "Content-Security-Policy",
      `default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src ${response.locals.shopNonce ? `'nonce-${response.locals.shopNonce}'` : "'none'"}`,
    )
    .type("html")
    .send(html);

const withNonce: RequestHandler = (_, response, next) => {
  response.locals.shopNonce = randomBytes(16).toString("base64");
  next();
};
