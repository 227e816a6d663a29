import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import express from "express";
import type { Pool } from "pg";
import type { Browsers } from "#app/platform/browser/browser.ts";
import { guardedFetch } from "#app/platform/fetch/guarded.server.ts";
import { newId } from "#app/platform/ids.ts";
import { folderStorage } from "#app/platform/storage/folder-storage.server.ts";
import { UpstreamError } from "#app/platform/upstream-error.ts";
import { aesVault } from "#app/platform/vault/aes-vault.server.ts";
import { testConfig } from "#tests/config.ts";
import { people, walk } from "#tests/walk.ts";
import { askForCheck } from "../checks.server.ts";
import { demoShop } from "../demo-shop/index.server.ts";
import { ruleOnSite } from "../rulings.server.ts";
import { tasks } from "../tasks.server.ts";

const shops = {
  good: express()
    .use(demoShop({ variant: "good" }))
    .listen(0, "127.0.0.1"),
  bare: express()
    .use(demoShop({ variant: "bare" }))
    .listen(0, "127.0.0.1"),
};
/** Where our own shop listens, for the length of a test file. */
export const urlOf = (name: keyof typeof shops) => `http://127.0.0.1:${(shops[name].address() as AddressInfo).port}/`;
for (const shop of Object.values(shops)) shop.unref();

/** No browser on this machine: the check goes on without pictures. */
const noBrowsers: Browsers = {
  withPage: () => Promise.reject(new UpstreamError("browser", "cannot be started", true)),
  close: async () => {},
};

/** A case that has come as far as its site, with everything that the room asks for, and a clock of its own. */
export async function siteCase(pool: Pool) {
  let at = new Date("2026-11-24T01:00:00Z");
  const now = () => at;
  const folder = await mkdtemp(join(tmpdir(), "gangway-site-"));
  const vault = aesVault([{ id: "t1", key: new Uint8Array(32).fill(5) }]);
  const fetch = guardedFetch({ allow: [new URL(urlOf("good")).host, new URL(urlOf("bare")).host] });
  const parts = {
    pool,
    now,
    vault,
    fetch,
    config: testConfig(),
    browsers: noBrowsers,
    storage: folderStorage(folder, vault),
    log: { info() {}, warn() {}, error() {} } as never,
  };
  const walked = await walk({ pool, now });
  await walked.inquired();
  await walked.proposed();
  await walked.accepted();
  const list = tasks(parts);
  const ask = (url: string, key: string = newId()) =>
    askForCheck(parts, { caseId: walked.caseId, actor: walked.merchant, key, ask: { url, goods: "physical" } });
  /** Runs the job that the chart filed for the newest check, as the worker would; again when told so. */
  const work = async (times = 1) => {
    const { rows } = await pool.query(
      "select j.key, p.payload from graphile_worker._private_jobs p join graphile_worker.jobs j on j.id = p.id join graphile_worker._private_tasks t on t.id = p.task_id where t.identifier = 'startSiteCheck' order by p.id desc limit 1",
    );
    for (let i = 0; i < times; i++)
      await list.startSiteCheck!(rows[0].payload, { job: { id: "1", key: rows[0].key } } as never);
  };
  /** The merchant hands the site in, and the reviewer finds it good. */
  const confirm = async () => {
    await walked.send(walked.merchant, { type: "SUBMIT_SITE" });
    await ruleOnSite(parts, {
      view: await walked.view(),
      actor: people.reviewer,
      key: newId(),
      event: { type: "RULE_ON_SITE", requirement: "checkout", verdict: "fulfilled", reason: "Seen." },
    });
    await walked.send(people.reviewer, { type: "CONFIRM_SITE" });
  };
  return {
    ...walked,
    parts,
    /** Where storage lies on this machine. */
    folder,
    ask,
    work,
    confirm,
    /** A shop that was checked, handed in and found good. */
    passed: async () => {
      await ask(urlOf("good"));
      await work();
      await confirm();
    },
    later: (ms: number) => {
      at = new Date(at.getTime() + ms);
    },
    /** One job of the schedule, as often as it takes. */
    lookAgain: (job: string, times = 1) =>
      Array.from({ length: times }).reduce<Promise<void>>(
        (before) =>
          before.then(
            () => list.recheckSite!({ caseId: walked.caseId }, { job: { id: job } } as never) as Promise<void>,
          ),
        Promise.resolve(),
      ),
    [Symbol.asyncDispose]: async () => {
      await fetch.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
