import fc from "fast-check";
import { expect, test } from "vitest";
import { DocumentRefused } from "./document-check/refused.ts";
import { readUpload, type Upload } from "./read-upload.server.ts";

const collect = async ({ fields, name, declared, body }: Upload) => {
  const parts: Uint8Array[] = [];
  for await (const piece of body) parts.push(piece);
  return { fields, name, declared, bytes: Buffer.concat(parts) };
};

async function inPieces(form: FormData, size: number): Promise<Request> {
  const whole = new Request("http://localhost/", { method: "POST", body: form });
  const bytes = Buffer.from(await whole.arrayBuffer());
  const body = new ReadableStream({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(new Uint8Array(bytes.subarray(at, at + size)));
      controller.close();
    },
  });
  return new Request("http://localhost/", {
    method: "POST",
    headers: { "content-type": whole.headers.get("content-type")! },
    body,
    duplex: "half",
  } as RequestInit);
}

function formWith(bytes: Uint8Array, name = "사업자 등록증.pdf"): FormData {
  const form = new FormData();
  form.set("item", "doc:registerExtract");
  form.set("_key", "한글\r\n--x");
  form.set("file", new File([new Uint8Array(bytes)], name, { type: "application/pdf" }));
  return form;
}

test("fields and file arrive as they were sent, however the bytes are cut", async () => {
  const bytes = fc.uint8Array({ maxLength: 400 });
  await fc.assert(
    fc.asyncProperty(bytes, fc.integer({ min: 1, max: 200 }), async (content, size) => {
      const said = await readUpload(await inPieces(formWith(content), size), collect);
      expect(said.fields).toEqual({ item: "doc:registerExtract", _key: "한글\r\n--x" });
      expect([said.name, said.declared]).toEqual(["사업자 등록증.pdf", "application/pdf"]);
      expect(said.bytes.equals(Buffer.from(content))).toBe(true);
    }),
    { numRuns: 100 },
  );
});

test("a file that holds something like the form's own seams is not cut there", async () => {
  const tricky = Buffer.from("\r\n--\r\n------\r\n--x\r\n----formdata-undici-0\r\n".repeat(300));
  expect((await readUpload(await inPieces(formWith(tricky), 37), collect)).bytes.equals(tricky)).toBe(true);
});

test("quotes in a name survive", async () => {
  const said = await readUpload(await inPieces(formWith(Buffer.from("x"), 'a "b".pdf'), 50), collect);
  expect(said.name).toBe('a "b".pdf');
});

test("a form without a file is said to be empty", async () => {
  const none = new FormData();
  none.set("item", "x");
  const blank = formWith(new Uint8Array());
  blank.set("file", new File([], ""));
  for (const form of [none, blank]) {
    const answer = await readUpload(await inPieces(form, 64), collect).catch((error) => error);
    expect(answer).toBeInstanceOf(DocumentRefused);
    expect(answer.refusal).toBe("empty");
  }
});

test.each([
  ["no form at all", new Request("http://localhost/", { method: "POST", body: "x" })],
  [
    "a form that breaks off",
    new Request("http://localhost/", {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=x" },
      body: '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
    }),
  ],
  [
    "a head without end",
    new Request("http://localhost/", {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=x" },
      body: `--x\r\n${"a".repeat(20_000)}`,
    }),
  ],
  [
    "a field without end",
    new Request("http://localhost/", {
      method: "POST",
      headers: { "content-type": "multipart/form-data; boundary=x" },
      body: `--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n${"a".repeat(20_000)}\r\n--x--`,
    }),
  ],
])("%s is a bad request", async (_, request) => {
  const answer = await readUpload(request, collect).catch((error) => error);
  expect(answer).toBeInstanceOf(Response);
  expect(answer.status).toBe(400);
});

test("a refused upload is read to its end, so that the browser hears why", async () => {
  let left = 40;
  const form = await new Request("http://localhost/", {
    method: "POST",
    body: formWith(Buffer.alloc(10)),
  }).arrayBuffer();
  const head = Buffer.from(form);
  const body = new ReadableStream({
    pull(controller) {
      if (left === 40) controller.enqueue(new Uint8Array(head.subarray(0, head.indexOf("\0"))));
      else controller.enqueue(new Uint8Array(65_536));
      if (--left === 0) controller.close();
    },
  });
  const boundary = head.toString("latin1", 2, head.indexOf("\r\n"));
  const request = new Request("http://localhost/", {
    method: "POST",
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    body,
    duplex: "half",
  } as RequestInit);
  await expect(readUpload(request, () => Promise.reject(new DocumentRefused("kind")))).rejects.toThrow("kind");
  expect(left).toBe(0);
});
