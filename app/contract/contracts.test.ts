import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { PDFDocument } from "pdf-lib";
import type { Pool } from "pg";
import { expect } from "vitest";
import { newId } from "#app/platform/ids.ts";
import { folderStorage } from "#app/platform/storage/folder-storage.server.ts";
import { aesVault } from "#app/platform/vault/aes-vault.server.ts";
import { testConfig } from "#tests/config.ts";
import { test } from "#tests/database.ts";
import { people, walk } from "#tests/walk.ts";
import { contractFile, currentContract, issueContract, type Signing, sign } from "./contracts.server.ts";

const now = () => new Date("2026-11-23T01:00:00.000Z");
const log = { info() {} } as never;

const business = {
  legalName: "주식회사 한빛상점",
  legalNameEn: "Hanbit Store Inc.",
  country: "KR",
  numbers: [{ kind: "kr.businessNumber", value: "123-81-67899" }],
  incorporatedOn: "2019-03-04",
  registeredAddress: "서울특별시 중구 세종대로 110",
  phone: "02-120-0000",
  website: "https://hanbit.example",
  whatIsSold: "손으로 만든 도자기",
  goods: "physical",
  deliveryDays: 7,
  monthlySalesUsd: 100_000,
};

async function contracting(pool: Pool) {
  const platform = {
    pool,
    now,
    log,
    storage: folderStorage(mkdtempSync(join(tmpdir(), "gangway-contract-")), aesVault(testConfig().encryptionKeys)),
  };
  const journey = await walk({ pool, now });
  await journey.inquired();
  await journey.proposed();
  await journey.accepted();
  const lines = [{ channel: "ZaloPay (ZALOPAY)", country: "베트남", currency: "VND", methods: ["ZaloPay 지갑"] }];
  const issue = async (key = newId()) =>
    issueContract(platform, { view: await journey.view(), actor: journey.merchant, key, lang: "ko", lines });
  const withData = async () => {
    await journey.handedIn().catch(() => {});
    await pool.query(
      "insert into kyc_revision (id, case_id, item, body, saved_by, saved_at) values ($1,$2,'data:business',$3,'m',$4)",
      [newId(), journey.caseId, JSON.stringify({ data: business, doubts: [] }), now()],
    );
  };
  const signing = async (actor: Signing["actor"]): Promise<Signing> => {
    const view = await journey.view();
    const contract = (await currentContract(platform, view))!;
    return {
      view,
      actor,
      key: newId(),
      contractId: contract.id,
      sha256: contract.sha256,
      name: "김하늘",
      title: "대표이사",
      consent: "c",
      ip: "127.0.0.1",
      userAgent: "t",
    };
  };
  return { platform, journey, issue, withData, signing };
}

test("a contract is drawn up from saved business data only, and the same form twice draws up one", async ({ pool }) => {
  const { platform, journey, issue, withData } = await contracting(pool);
  expect(await issue()).toMatchObject({ problem: "noBusinessData" });
  await withData();
  const key = newId();
  expect(await issue(key)).toEqual({ problem: null, refused: null });
  expect(await issue(key)).toEqual({ problem: null, refused: null });
  const { rows } = await pool.query("select id, version, sha256 from contract");
  expect(rows).toHaveLength(1);
  const file = await contractFile(platform, journey.caseId, rows[0].id);
  expect(
    createHash("sha256")
      .update(await buffer(file!))
      .digest("hex"),
  ).toBe(rows[0].sha256);
});

test("both sides sign the same file, by two people, and the signed copy carries one page more", async ({ pool }) => {
  const { platform, journey, issue, withData, signing } = await contracting(pool);
  await withData();
  await issue();
  const wrong = await signing(journey.merchant);
  expect(await sign(platform, "merchant", { ...wrong, sha256: "0".repeat(64) })).toEqual(["contractIsThisOne"]);
  expect(await sign(platform, "merchant", await signing(journey.merchant))).toBeNull();
  const both = { ...journey.merchant, roles: ["approver"] as const };
  expect(await sign(platform, "gangway", await signing(both))).toEqual(["isNotTheSigner"]);
  expect(await sign(platform, "gangway", await signing(people.approver))).toBeNull();

  const view = await journey.view();
  expect(view.context.contractSigned).toBe(true);
  const contract = (await currentContract(platform, view))!;
  expect(contract.signatures.map(({ side }) => side)).toEqual(["merchant", "gangway"]);
  const [first, second] = await Promise.all([
    contractFile(platform, journey.caseId, contract.id),
    contractFile(platform, journey.caseId, contract.id),
  ]);
  const signed = await PDFDocument.load(await buffer(first!));
  expect(signed.getPageCount()).toBe(contract.pages + 1);
  await buffer(second!);
  expect((await pool.query("select signed_object from contract where signed_object is not null")).rowCount).toBe(1);
  expect(await contractFile(platform, newId(), contract.id)).toBeNull();
});
