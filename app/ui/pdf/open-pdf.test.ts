import express from "express";
import { build, type Rollup } from "vite";
import { expect, test } from "vitest";
import { samplePdf } from "#app/kyc/sample-files.ts";
import { listen } from "#app/server/listen.server.ts";
import { pdfKit } from "#app/server/pdf-kit.server.ts";
import { securityHeaders } from "#app/server/security-headers.server.ts";
import { openBrowser } from "#tests/browser.ts";

/** The module as a browser gets it. */
async function bundled(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      target: "es2022",
      lib: { entry: "app/ui/pdf/open-pdf.ts", formats: ["es"], fileName: "open-pdf" },
      rollupOptions: { output: { inlineDynamicImports: true } },
    },
  });
  const [{ output }] = made as [Rollup.RollupOutput];
  return output[0].code;
}

test("a PDF is drawn under the policy of our pages, from its own sandboxed answer; what is none says so", async () => {
  const code = await bundled();
  const app = express();
  app.use(securityHeaders({ isHttps: false, isDevServer: false }));
  app.use(...pdfKit());
  app.get("/open-pdf.js", (_request, response) => response.type("text/javascript").send(code));
  app.get("/paper", (_request, response) =>
    response
      .type("application/pdf")
      .set("Content-Security-Policy", "default-src 'none'; sandbox")
      .send(samplePdf("Gangway", 2)),
  );
  app.get("/none", (_request, response) => response.type("application/pdf").send("not a paper"));
  app.get("/", (_request, response) =>
    response.type("html").send(`<!doctype html><script type="module" nonce="${response.locals.nonce}">
      import { openPdf } from "/open-pdf.js"; window.openPdf = openPdf;</script><canvas></canvas>`),
  );
  const server = await listen(app, { host: "127.0.0.1", port: 0 });
  const browser = await openBrowser();
  try {
    const page = await browser.newPage();
    const complaints: string[] = [];
    page.on("console", (said) => said.type() === "error" && complaints.push(said.text()));
    await page.goto(`http://127.0.0.1:${server.port}/`);
    await page.waitForFunction("window.openPdf");
    const pages = await page.evaluate(`(async () => {
      const pages = await openPdf("/paper").pages;
      pages[0].draw(document.querySelector("canvas"), 400);
      return pages.map(({ number, width, height }) => ({ number, upright: height > width }));
    })()`);
    expect(pages).toEqual([
      { number: 1, upright: true },
      { number: 2, upright: true },
    ]);
    await page.locator("canvas[data-drawn]").waitFor();
    // The sample says one word in black on white.
    const ink = await page.evaluate(`(() => {
      const canvas = document.querySelector("canvas");
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      let dark = 0;
      for (let at = 0; at < data.length; at += 4) if (data[at] < 100 && data[at + 3] > 200) dark++;
      return dark;
    })()`);
    expect(ink).toBeGreaterThan(20);
    expect(await page.evaluate(`openPdf("/none").pages.then(() => "opened", (error) => error.name)`)).toBe(
      "InvalidPDFException",
    );
    expect(complaints.filter((text) => /Content Security Policy/.test(text))).toEqual([]);
  } finally {
    await browser.close();
    await server.close(0);
  }
});
