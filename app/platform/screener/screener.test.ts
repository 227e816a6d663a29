import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, test } from "vitest";
import { UpstreamError } from "../upstream-error.ts";
import { httpScreener } from "./http-screener.server.ts";
import { listScreener, readList, WatchList } from "./list-screener.server.ts";
import type { Screener, Subject } from "./screener.ts";
import { jaroWinkler, resemblance, wordsOf } from "./similarity.ts";

const list = readList("app/platform/screener/demo-list.json");
const person = (...names: string[]): Subject => ({ kind: "person", names, country: null, bornOn: null });

/** A service on loopback that speaks the protocol, over the very list. */
async function service(answer?: { status: number; body: string }) {
  const inner = listScreener(list);
  const asked: { key: string | undefined; body: unknown; authorization: string | undefined }[] = [];
  const server = createServer(async (request, response) => {
    let text = "";
    for await (const piece of request) text += piece;
    const body = JSON.parse(text);
    const { key, authorization } = {
      key: request.headers["idempotency-key"] as string,
      authorization: request.headers.authorization,
    };
    asked.push({ key, body, authorization });
    if (answer) return void response.writeHead(answer.status).end(answer.body);
    const { schema, properties } = body.queries.q;
    const kind = schema === "Person" ? "person" : "company";
    const { found } = await inner.screen(
      { kind, names: properties.name, country: null, bornOn: properties.birthDate?.[0] ?? null },
      "",
    );
    const results = found.map(({ entry, name, score, lists }) => ({
      id: entry,
      caption: name,
      score: score / 100,
      datasets: lists,
    }));
    response.end(JSON.stringify({ responses: { q: { results } } }));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/match/default`;
  return { url, asked, [Symbol.asyncDispose]: async () => void server.close() };
}

const kinds: { kind: string; open: () => Promise<{ screener: Screener } & AsyncDisposable> }[] = [
  {
    kind: "a list of our own",
    open: async () => ({ screener: listScreener(list), [Symbol.asyncDispose]: async () => {} }),
  },
  {
    kind: "a service over HTTP",
    open: async () => {
      const running = await service();
      return {
        screener: httpScreener({ url: running.url, apiKey: "k" }),
        [Symbol.asyncDispose]: running[Symbol.asyncDispose],
      };
    },
  },
];

describe.each(kinds)("$kind", ({ open }) => {
  test.each([
    ["the very name", person("Viktor Nemesov"), ["demo-1"]],
    ["the words in another order, with accents and capitals", person("NÉMESOV, viktor"), ["demo-1"]],
    ["a slip", person("Victor Nemesov"), ["demo-1"]],
    ["another script", person("Виктор Немесов"), ["demo-1"]],
    [
      "a company without its legal form",
      { ...person("Blackwater Grain Trading"), kind: "company" as const },
      ["demo-2"],
    ],
    ["somebody else", person("Kim Hana", "김하나"), []],
    ["a name that shares a word", person("Viktor Hanson"), []],
    ["the same name, born in another decade", { ...person("Ganada Ra"), bornOn: "1999-01-01" }, ["demo-3"]],
    ["a resembling name, born in another decade", { ...person("Viktor Nemeson"), bornOn: "1999-01-01" }, []],
  ])("%s", async (_, subject, entries) => {
    await using running = await open();
    const { found, list: from } = await running.screener.screen(subject, "case/1/0");
    expect(found.map(({ entry }) => entry)).toEqual(entries);
    expect(from).not.toBe("");
    for (const { score } of found) expect(score).toBeGreaterThanOrEqual(85);
  });
});

test("the service hears the key, the credentials and what is known", async () => {
  await using running = await service();
  await httpScreener({ url: running.url, apiKey: "secret" }).screen(
    { ...person("A"), country: "KR", bornOn: "1980-01-01" },
    "case/3/0",
  );
  expect(running.asked).toEqual([
    {
      key: "case/3/0",
      authorization: "ApiKey secret",
      body: {
        queries: {
          q: { schema: "Person", properties: { name: ["A"], birthDate: ["1980-01-01"], nationality: ["kr"] } },
        },
      },
    },
  ]);
});

test.each([
  [503, "", true],
  [429, "", true],
  [401, "", false],
  [200, "<html>", false],
  [200, '{"responses":{}}', false],
])("an answer %i %j is a failure of theirs, retried: %s", async (status, body, retryable) => {
  await using running = await service({ status, body });
  const failure = await httpScreener({ url: running.url, apiKey: null })
    .screen(person("A"), "k")
    .catch((error) => error);
  expect(failure).toBeInstanceOf(UpstreamError);
  expect(failure.retryable).toBe(retryable);
});

test("nobody at home is a failure of theirs, to be tried again", async () => {
  const failure = await httpScreener({ url: "http://127.0.0.1:9/match/x", apiKey: null })
    .screen(person("A"), "k")
    .catch((error) => error);
  expect(failure).toMatchObject({ retryable: true });
});

test("a list that is none is an error, not an empty list", () => {
  expect(() => WatchList.parse({ name: "x", edition: "1" })).toThrow();
  expect(() => readList("/nowhere.json")).toThrow();
});

test("names are compared by their telling words", () => {
  expect(wordsOf("㈜한빛 상사")).toEqual(["한빛", "상사"]);
  expect(wordsOf("Société Générale S.A.")).toContain("generale");
  expect(jaroWinkler("martha", "marhta")).toBeCloseTo(0.961, 3);
  expect(resemblance(["kim", "hana"], ["hana", "kim"])).toBe(100);
  expect(resemblance([], ["x"])).toBe(0);
});
