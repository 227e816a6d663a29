import { useFetcher } from "@remix-run/react";
import { useEffect } from "react";

const EVERY_MS = 20_000;

/**
 * How much came to a desk since its page was opened. Asked now and then while the page is looked at; the page itself stays as it
 * is until somebody wants to see it.
 */
export function useNews(desk: string, since: string): number {
  const { load, data } = useFetcher<{ fresh: number }>();
  useEffect(() => {
    const ask = () => {
      if (document.visibilityState === "visible") load(`/console/news?desk=${desk}&since=${encodeURIComponent(since)}`);
    };
    const timer = setInterval(ask, EVERY_MS);
    document.addEventListener("visibilitychange", ask);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", ask);
    };
  }, [load, desk, since]);
  return data?.fresh ?? 0;
}
