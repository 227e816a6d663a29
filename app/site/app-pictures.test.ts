import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "vitest";
import { samplePdf, samplePng } from "#app/kyc/sample-files.ts";
import { newId } from "#app/platform/ids.ts";
import { test } from "#tests/database.ts";
import { signedIn } from "#tests/viewer.ts";
import { siteRequirements } from "#workflows/site/requirements.ts";
import { action } from "../routes/cases.$caseId.site._index.tsx";
import { action as uploadAction } from "../routes/cases.$caseId.site.upload.tsx";
import { PICTURES_EACH, pictureResponse, picturesOf, removePicture, takePicture } from "./app-pictures.server.ts";
import { APP_PICTURES } from "./app-pictures.ts";
import { loadArchive } from "./archive/stored.server.ts";
import { checksOf } from "./checks.server.ts";
import { loadConsoleSite } from "./console-page.server.ts";
import { judge } from "./judge/judge.ts";
import { loadMerchantSite } from "./merchant-page.server.ts";
import { siteCase } from "./testing/site-case.ts";

type SiteCase = Awaited<ReturnType<typeof siteCase>>;

function send(
  site: SiteCase,
  shows: string,
  { bytes = samplePng(), name = "screen.png", type = "image/png", key = newId() } = {},
) {
  const form = new FormData();
  form.append("shows", shows);
  form.append("_key", key);
  form.append("file", new File([new Uint8Array(bytes)], name, { type }));
  return takePicture(site.parts, new Request("http://portal.example/", { method: "POST", body: form }), {
    caseId: site.caseId,
    actor: site.merchant,
  });
}
const kept = async (site: SiteCase) => (await picturesOf(site.parts, site.caseId)).map(({ shows }) => shows);

test("a picture of the app is kept under what it shows, and is served as a picture that can run nothing", async ({
  pool,
}) => {
  await using site = await siteCase(pool);
  expect(await send(site, "checkout")).toEqual({ ok: true, shows: "checkout" });
  const [picture] = await picturesOf(site.parts, site.caseId);
  expect(picture).toMatchObject({ shows: "checkout", name: "screen.png", width: 1200, height: 1600 });
  const answer = await pictureResponse(site.parts, site.caseId, picture!.id);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("image/png");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(answer.headers.get("content-security-policy")).toMatch(/default-src 'none'.*sandbox/);
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(1, 4)
      .toString(),
  ).toBe("PNG");
  for (const [caseId, id] of [
    [newId(), picture!.id],
    [site.caseId, newId()],
    [site.caseId, "../archive.json.gz"],
    [site.caseId, undefined],
  ] as const)
    expect((await pictureResponse(site.parts, caseId, id)).status).toBe(404);
});

test("what lies in storage is sealed", async ({ pool }) => {
  await using site = await siteCase(pool);
  await send(site, "products");
  const files = await stored(site);
  expect(files).toHaveLength(1);
  for (const { parentPath, name } of files)
    expect((await readFile(join(parentPath, name))).includes(Buffer.from("IHDR"))).toBe(false);
});

test("what is no picture is not taken for one, and nothing stays behind", async ({ pool }) => {
  await using site = await siteCase(pool);
  for (const [file, problem] of [
    [{ bytes: samplePdf(), name: "screen.pdf", type: "application/pdf" }, "file.kind"],
    [{ bytes: samplePdf() }, "file.kind"],
    [{ bytes: Buffer.from("<!doctype html><script>1</script>") }, "file.kind"],
    [{ name: "screen.html" }, "file.extension"],
    [{ type: "image/jpeg" }, "file.disguised"],
    [{ bytes: samplePng().subarray(0, 60) }, "file.truncated"],
    [{ bytes: Buffer.concat([samplePng(), Buffer.from("<script>")]) }, "file.trailing"],
    [{ bytes: Buffer.alloc(0), name: "" }, "file.empty"],
  ] as const)
    expect(await send(site, "products", file)).toMatchObject({ ok: false, problem });
  expect(await picturesOf(site.parts, site.caseId)).toEqual([]);
  expect(await stored(site)).toEqual([]);
  await expect(send(site, "passwords")).rejects.toMatchObject({ status: 400 });
});

test("the same form twice is one picture, the same picture in another form a slip, and there is an end", async ({
  pool,
}) => {
  await using site = await siteCase(pool);
  const key = newId();
  const both = await Promise.all([send(site, "checkout", { key }), send(site, "checkout", { key })]);
  expect(both).toEqual([
    { ok: true, shows: "checkout" },
    { ok: true, shows: "checkout" },
  ]);
  expect(await kept(site)).toEqual(["checkout"]);
  expect(await send(site, "checkout")).toMatchObject({ ok: false, problem: "picture.twice" });
  expect(await stored(site)).toHaveLength(1);
  for (let n = 1; n < PICTURES_EACH; n++) await send(site, "checkout", { bytes: samplePng(100 + n, 100) });
  expect(await send(site, "checkout", { bytes: samplePng(99, 99) })).toMatchObject({
    problem: `picture.tooMany:${PICTURES_EACH}`,
  });
  const [first] = await picturesOf(site.parts, site.caseId);
  expect(await removePicture(site.parts, site.caseId, first!.id)).toBe(true);
  expect(await removePicture(site.parts, newId(), first!.id)).toBe(false);
  expect(await send(site, "checkout", { bytes: samplePng(99, 99) })).toMatchObject({ ok: true });
});

test("a shop without any address is handed in by its pictures, looked at by a person, and stays as it was handed in", async ({
  pool,
}) => {
  await using site = await siteCase(pool);
  const merchant = await merchantOf(site);
  await send(site, "products");
  expect(await merchant.post({ intent: "checkPictures", goods: "digital" })).toMatchObject({
    init: { status: 422 },
    data: { posted: { errors: { pictures: "picture.missing" } } },
  });
  for (const name of siteRequirements.slice(1)) await send(site, name);
  expect(await merchant.post({ intent: "checkPictures", goods: "digital" })).toMatchObject({ status: 302 });
  await site.work(2);
  expect((await site.view()).context.site.verdicts).toEqual({
    products: "unsure",
    shippingPolicy: "unsure",
    refundPolicy: "unsure",
    checkout: "unsure",
  });
  const [check] = await checksOf(site.parts, site.caseId);
  expect(check).toMatchObject({ url: APP_PICTURES, state: "done", goods: "digital" });
  expect(check!.report!.requirements.checkout).toMatchObject({
    reason: "appPictures",
    fix: null,
    facts: { pictures: 1 },
  });
  expect(check!.report!.notices.map(({ code }) => code)).toEqual(["appNotListed"]);
  const archive = (await loadArchive(site.parts.storage, check!.report!.archiveName!))!;
  expect(archive.pictures).toHaveLength(4);
  expect(judge(archive, "digital").requirements).toEqual(check!.report!.requirements);

  const page = await merchant.look();
  expect(page.app).toMatchObject({ canChange: true, isApp: true, pictures: { length: 4 } });
  // The next visit does not begin with what is no address.
  expect(page.asked.url).not.toBe(APP_PICTURES);
  await site.send(site.merchant, { type: "SUBMIT_SITE" });
  expect(await send(site, "company")).toMatchObject({ ok: false, problem: "picture.notNow" });
  const [first] = await picturesOf(site.parts, site.caseId);
  expect(await merchant.post({ intent: "removePicture", pictureId: first!.id })).toMatchObject({
    init: { status: 422 },
    data: { posted: { errors: { pictures: "picture.notNow" } } },
  });
  expect(await kept(site)).toEqual([...siteRequirements]);
  expect(await stored(site)).toHaveLength(4);

  const staff = await signedIn(site.parts as never, { roles: ["reviewer"] });
  const path = `/console/cases/${site.caseId}/site`;
  const args = { params: { caseId: site.caseId }, context: { platform: site.parts } };
  const desk = await loadConsoleSite({ ...args, request: staff.request(path) } as never);
  expect(desk.pictures.map(({ shows }) => shows)).toEqual([...siteRequirements]);
});

test("a picture sent without scripts that was not taken is told on the page, where it was sent", async ({ pool }) => {
  await using site = await siteCase(pool);
  const merchant = await merchantOf(site);
  const form = new FormData();
  form.append("shows", "refundPolicy");
  form.append("_key", newId());
  form.append("file", new File([new Uint8Array(samplePdf())], "screen.pdf", { type: "application/pdf" }));
  const plain = await merchant.upload(form);
  expect([plain.status, plain.headers.get("location")]).toEqual([
    302,
    `/cases/${site.caseId}/site?shows=refundPolicy&problem=file.kind#app-refundPolicy`,
  ]);
  expect((await merchant.look("?shows=refundPolicy&problem=file.kind")).app.problem).toEqual({
    shows: "refundPolicy",
    key: "file.kind",
  });
  const withScripts = await merchant.upload(form, { Accept: "application/json" });
  expect([withScripts.status, await withScripts.json()]).toEqual([422, { ok: false, problem: "file.kind" }]);
});

async function merchantOf(site: SiteCase) {
  const platform = site.parts as never;
  const who = await signedIn(platform, { caseIds: [site.caseId] });
  const path = `/cases/${site.caseId}/site`;
  const args = (request: Request) => ({ request, params: { caseId: site.caseId }, context: { platform } }) as never;
  return {
    look: (query = "") => loadMerchantSite(args(who.request(path + query))),
    post: (fields: Record<string, string>): Promise<object> =>
      action(
        args(who.request(path, { method: "POST", body: new URLSearchParams({ _key: newId(), ...fields }) })),
      ) as never,
    upload: (body: FormData, headers: Record<string, string> = {}): Promise<Response> =>
      uploadAction(args(who.request(`${path}/upload`, { method: "POST", body, headers }))) as never,
  };
}

/** Names of everything that lies in storage for pictures of apps. */
const stored = async (site: SiteCase) =>
  (await readdir(site.folder, { recursive: true, withFileTypes: true })).filter(
    (entry) => entry.isFile() && entry.parentPath.includes("/app"),
  );
