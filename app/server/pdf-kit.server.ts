import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import express, { type RequestHandler, Router } from "express";

const root = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { version: string };

const YEAR = 31_536_000_000;

// The parser works in a thread whose policy is that of its own file: decoders of scans are WebAssembly, which no page of ours may run.
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; frame-ancestors 'none'";

/** What pdf.js loads while it reads a paper: its thread, decoders, typefaces and character maps, under the version that asks for them. */
export function pdfKit(): [path: string, handler: RequestHandler] {
  const kit = Router();
  kit.use((_request, response, next) => {
    response.setHeader("Content-Security-Policy", POLICY);
    next();
  });
  for (const folder of ["cmaps", "standard_fonts", "wasm", "iccs"]) {
    kit.use(`/${folder}`, express.static(join(root, folder), { immutable: true, maxAge: YEAR, index: false }));
  }
  kit.get("/worker.mjs", (_request, response) =>
    response.sendFile(join(root, "build/pdf.worker.min.mjs"), { immutable: true, maxAge: YEAR }),
  );
  kit.use((_request, response) => {
    response.status(404).type("text").send("There is no such file.");
  });
  return [`/pdf/${version}`, kit];
}
