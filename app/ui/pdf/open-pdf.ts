/** A page of an open PDF. */
export interface PdfPage {
  /** From 1. */
  number: number;
  /** Points, at 100 %. */
  width: number;
  height: number;
  /** Draws it so many device pixels wide. @returns stops drawing */
  draw(canvas: HTMLCanvasElement, pixels: number): () => void;
}

/** A page wider or higher than this would be more memory than a phone has. */
const MOST_PIXELS = 16_000_000;

/**
 * Reads a PDF in a thread of its own. The library comes with the first paper that is looked at, not with the page.
 *
 * @param address on this origin; asked for with the cookies of whoever looks
 * @returns `pages` fails when it is no PDF, or cannot be fetched
 */
export function openPdf(address: string): { pages: Promise<PdfPage[]>; close(): void } {
  let isClosed = false;
  let close = () => {};
  const read = async (): Promise<PdfPage[]> => {
    const { getDocument, GlobalWorkerOptions, version } = await import("pdfjs-dist");
    if (isClosed) return [];
    const kit = `${location.origin}/pdf/${version}/`;
    GlobalWorkerOptions.workerSrc = `${kit}worker.mjs`;
    const opening = getDocument({
      url: new URL(address, location.href).href,
      withCredentials: true,
      cMapUrl: `${kit}cmaps/`,
      standardFontDataUrl: `${kit}standard_fonts/`,
      wasmUrl: `${kit}wasm/`,
      iccUrl: `${kit}iccs/`,
      enableXfa: false,
    });
    close = () => void opening.destroy();
    if (isClosed) close();
    const paper = await opening.promise;
    const sheets = await Promise.all(Array.from({ length: paper.numPages }, (_, place) => paper.getPage(place + 1)));
    return sheets.map((sheet) => {
      const { width, height } = sheet.getViewport({ scale: 1 });
      return {
        number: sheet.pageNumber,
        width,
        height,
        draw(canvas, pixels) {
          const scale = Math.min(pixels / width, Math.sqrt(MOST_PIXELS / (width * height)));
          const viewport = sheet.getViewport({ scale });
          canvas.width = Math.floor(viewport.width);
          canvas.height = Math.floor(viewport.height);
          const drawing = sheet.render({ canvas, viewport });
          // Stopped is not failed; what cannot be drawn stays white paper.
          drawing.promise.then(() => canvas.setAttribute("data-drawn", "")).catch(() => {});
          return () => drawing.cancel();
        },
      };
    });
  };
  return {
    pages: read(),
    close() {
      isClosed = true;
      close();
    },
  };
}
