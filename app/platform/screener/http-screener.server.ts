import { z } from "zod";
import { assertNoTransaction } from "../outside.server.ts";
import { mayRetry, UpstreamError } from "../upstream-error.ts";
import { HIT_FROM, type Screener } from "./screener.ts";

const Answer = z.object({
  responses: z.object({
    q: z.object({
      results: z.array(
        z.object({
          id: z.string(),
          caption: z.string(),
          score: z.number().min(0).max(1),
          datasets: z.array(z.string()).default([]),
        }),
      ),
    }),
  }),
});

/**
 * Asks a matching service that speaks the open `/match/{dataset}` protocol (yente and its relatives).
 *
 * @param url the service with its data set, e.g. `https://screening.example/match/default`
 */
export function httpScreener({
  url,
  apiKey,
  timeoutMs = 10_000,
}: {
  url: string;
  apiKey: string | null;
  timeoutMs?: number;
}): Screener {
  return {
    async screen({ kind, names, country, bornOn }, key) {
      assertNoTransaction("screener");
      const properties = {
        name: names,
        ...(bornOn ? { birthDate: [bornOn] } : {}),
        ...(country ? { [kind === "person" ? "nationality" : "country"]: [country.toLowerCase()] } : {}),
      };
      const response = await fetch(url, {
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          "Idempotency-Key": key,
          ...(apiKey ? { Authorization: `ApiKey ${apiKey}` } : {}),
        },
        body: JSON.stringify({ queries: { q: { schema: kind === "person" ? "Person" : "Company", properties } } }),
        redirect: "error",
        signal: AbortSignal.timeout(timeoutMs),
      }).catch((cause) => {
        throw new UpstreamError("screener", "no answer", true, { cause });
      });
      if (!response.ok) throw new UpstreamError("screener", `answered ${response.status}`, mayRetry(response.status));
      const said = Answer.safeParse(await response.json().catch(() => null));
      if (!said.success) throw new UpstreamError("screener", "answered something else", false, { cause: said.error });
      const found = said.data.responses.q.results
        .map(({ id, caption, score, datasets }) => ({
          entry: id,
          name: caption,
          score: Math.round(score * 100),
          lists: datasets,
        }))
        .filter(({ score }) => score >= HIT_FROM)
        .sort((a, b) => b.score - a.score);
      return { list: new URL(url).host, found };
    },
  };
}
