import { useEffect, useRef, useState } from "react";
import { useWords } from "#app/i18n/use-words.ts";
import { Button } from "../button.tsx";
import { Notice } from "../notice.tsx";
import { openPdf, type PdfPage } from "./open-pdf.ts";
import { words } from "./words.ts";

const ZOOMS = [1, 1.5, 2, 3] as const;

/**
 * A PDF drawn in the page itself: nothing in it runs, no plug-in opens it, and it is answered under the same sandboxing policy as every
 * other file. A page is drawn when it comes into sight.
 *
 * @param address where it is, on this origin
 */
export function PdfPages({ address, name }: { address: string; name: string }) {
  const w = useWords(words);
  const [shown, setShown] = useState<readonly PdfPage[] | "loading" | "failed">("loading");
  const [zoom, setZoom] = useState(0);
  const frame = useRef<HTMLElement>(null);

  useEffect(() => {
    setShown("loading");
    const opening = openPdf(address);
    let isGone = false;
    opening.pages.then(
      (pages) => isGone || setShown(pages),
      () => isGone || setShown("failed"),
    );
    return () => {
      isGone = true;
      opening.close();
    };
  }, [address]);

  if (shown === "failed") return <Notice tone="wait">{w.failed}</Notice>;
  const by = (step: number) => setZoom((at) => Math.min(ZOOMS.length - 1, Math.max(0, at + step)));
  return (
    <div className="grid">
      <div className="flex items-center gap-1 border-b border-line px-3 py-1.5">
        <Button tone="quiet" size="s" onClick={() => by(1)} disabled={zoom === ZOOMS.length - 1}>
          {w.larger}
        </Button>
        <Button tone="quiet" size="s" onClick={() => by(-1)} disabled={zoom === 0}>
          {zoom > 1 ? w.smaller : w.fit}
        </Button>
      </div>
      <section
        ref={frame}
        aria-label={name}
        data-pdf
        aria-busy={shown === "loading"}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by the keyboard.
        tabIndex={0}
        className="grid h-[70vh] content-start justify-items-start gap-3 overflow-auto p-3"
      >
        <noscript>
          <Notice tone="wait">{w.noScript}</Notice>
        </noscript>
        {shown === "loading" ? (
          <p className="text-15 text-ink-2">{w.loading}</p>
        ) : (
          shown.map((page) => (
            <Sheet
              key={`${page.number}/${zoom}`}
              page={page}
              zoom={ZOOMS[zoom]!}
              label={w.page(page.number, shown.length)}
            />
          ))
        )}
      </section>
    </div>
  );
}

/** One page, as wide as its frame times the zoom; white paper until it is drawn. */
function Sheet({ page, zoom, label }: { page: PdfPage; zoom: number; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const target = canvas.current;
    if (!target) return;
    let stop: (() => void) | undefined;
    const draw = new IntersectionObserver(
      ([seen]) => {
        if (!seen?.isIntersecting) return;
        draw.disconnect();
        // The element's own width: the style below has made it as wide as this zoom wants.
        stop = page.draw(target, target.clientWidth * Math.min(2, window.devicePixelRatio));
      },
      { rootMargin: "50%" },
    );
    draw.observe(target);
    return () => {
      draw.disconnect();
      stop?.();
    };
  }, [page]);
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      className="bg-white shadow-sm"
      style={{ width: `${zoom * 100}%`, aspectRatio: `${page.width} / ${page.height}` }}
    />
  );
}
