import type { JobHelpers, TaskList } from "graphile-worker";
import { expect } from "vitest";
import { writeCard } from "#app/cases/index.server.ts";
import { langs } from "#app/i18n/words.ts";
import { newId } from "#app/platform/ids.ts";
import type { Mailer, Outgoing } from "#app/platform/mailer/mailer.ts";
import { UpstreamError } from "#app/platform/upstream-error.ts";
import { composeLetter } from "#emails/letter.tsx";
import { testConfig } from "#tests/config.ts";
import { test } from "#tests/database.ts";
import { signedIn } from "#tests/viewer.ts";
import { walk } from "#tests/walk.ts";
import { letters } from "#workflows/letters.ts";
import { resend, tasks } from "./index.server.ts";
import { recipientsOf } from "./recipients.server.ts";
import { renderLetter } from "./render.server.ts";

const now = () => new Date("2026-11-23T01:00:00.000Z");
const log = { info() {}, warn() {} } as never;

const posted = (mailer: Mailer["send"]) => ({ now, log, config: testConfig(), mailer: { send: mailer } });

const job = (key: string, attempts = 1) =>
  ({ job: { id: "1", key, attempts, max_attempts: 12 } }) as unknown as JobHelpers;

async function run(list: TaskList, task: string, payload: unknown, helpers: JobHelpers) {
  await list[task]!(payload, helpers);
}

test("every letter exists in both languages, with a subject that fits one line and its button", async () => {
  for (const letter of letters) {
    for (const lang of langs) {
      const facts = { merchant: "한빛상점", caseName: "GW-7K2M", channel: "ZALOPAY · VN · VND", due: "" };
      const composed = await renderLetter(
        composeLetter({ letter, lang, facts, url: "https://gangway.test/x", note: "<b>note</b>" }),
      );
      expect(composed.subject).not.toMatch(/[\r\n]|undefined/);
      expect(composed.subject).toContain("GW-7K2M");
      expect(composed.html).toContain('href="https://gangway.test/x"');
      expect(composed.html).not.toContain("<b>note</b>");
      expect(composed.text).toContain("<b>note</b>");
    }
  }
});

test("a reply that is late is told to the whole desk and to whoever answers for the house", async ({ pool }) => {
  const journey = await (await walk({ pool, now })).inquired();
  const parts = { pool, now, config: testConfig() };
  const [own, other, admin] = await Promise.all([
    signedIn(parts, { roles: ["advisor"] }),
    signedIn(parts, { roles: ["advisor"] }),
    signedIn(parts, { roles: ["admin"] }),
  ]);
  await pool.query("update subject set context = jsonb_set(context, '{advisor}', to_jsonb($2::text)) where id = $1", [
    journey.caseId,
    own.viewer.userId,
  ]);
  const told = async (letter: "replyDueSoon" | "replyOverdue") =>
    (await recipientsOf({ pool }, journey.caseId, "advisor", letter)).map(({ userId }) => userId);
  expect(await told("replyDueSoon")).toEqual([own.viewer.userId]);
  expect(await told("replyOverdue")).toEqual(
    expect.arrayContaining([own, other, admin].map(({ viewer }) => viewer.userId)),
  );
});

test("a job that runs twice files one letter an address, and a delivery that runs twice sends it once", async ({
  pool,
}) => {
  const journey = await (await walk({ pool, now })).inquired();
  await writeCard(
    pool,
    {
      caseId: journey.caseId,
      merchantName: "한빛상점",
      contactName: "김하늘",
      contactEmail: "sky@hanbit.test",
      lang: "ko",
      countries: ["VN"],
    },
    now(),
  );
  const sent: Outgoing[] = [];
  const list = tasks({
    pool,
    ...posted(async (mail) => {
      sent.push(mail);
      return { messageId: `<${mail.key}@gangway>` };
    }),
  });
  const payload = {
    caseId: journey.caseId,
    subject: journey.caseId,
    seq: 2,
    params: { letter: "inquiryReceived", to: "merchant" },
  };
  await run(list, "sendMail", payload, job(`${journey.caseId}/2/0`));
  await run(list, "sendMail", payload, job(`${journey.caseId}/2/0`));
  const { rows } = await pool.query("select id, subject from mail_outbox");
  expect(rows).toHaveLength(1);
  await run(list, "deliverMail", { id: rows[0].id }, job("mail"));
  await run(list, "deliverMail", { id: rows[0].id }, job("mail"));
  expect(sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({ to: "sky@hanbit.test", key: rows[0].id });
  expect(sent[0]!.subject).toContain("접수되었습니다");
  // One business day after Monday 10:00 is Tuesday 10:00, said in the reader's words and zone.
  expect(sent[0]!.text).toContain("11월 24일");
});

test("a refused address is marked and left in peace until somebody sends again", async ({ pool }) => {
  const journey = await (await walk({ pool, now })).inquired();
  const card = {
    caseId: journey.caseId,
    merchantName: "M",
    contactName: "C",
    contactEmail: "gone@m.test",
    lang: "en",
    countries: [],
  } as const;
  await writeCard(pool, { ...card, countries: [] }, now());
  const list = tasks({
    pool,
    ...posted(async () => {
      throw new UpstreamError("smtp", "550 no such user", false);
    }),
  });
  const ask = (n: number) =>
    run(
      list,
      "sendMail",
      { caseId: journey.caseId, subject: journey.caseId, seq: 2, params: { letter: "caseResumed", to: "merchant" } },
      job(`k/${n}`),
    );
  await ask(1);
  const { rows } = await pool.query("select id from mail_outbox");
  await run(list, "deliverMail", { id: rows[0].id }, job("mail"));
  expect((await pool.query("select state, last_error from mail_outbox")).rows).toEqual([
    { state: "failed", last_error: "smtp: 550 no such user" },
  ]);
  await ask(2);
  expect((await pool.query("select 1 from mail_outbox")).rowCount).toBe(1);
  expect(await resend({ pool }, rows[0].id)).toBe(true);
  expect(await resend({ pool }, newId())).toBe(false);
  await ask(3);
  expect((await pool.query("select 1 from mail_outbox")).rowCount).toBe(2);
});

test("a mail server that does not answer is asked again later, and nothing is lost", async ({ pool }) => {
  const journey = await (await walk({ pool, now })).inquired();
  await writeCard(
    pool,
    { caseId: journey.caseId, merchantName: "M", contactName: "C", contactEmail: "c@m.test", lang: "en" },
    now(),
  );
  let fails = 2;
  const list = tasks({
    pool,
    ...posted(async ({ key }) => {
      if (fails-- > 0) throw new UpstreamError("smtp", "no answer", true);
      return { messageId: key };
    }),
  });
  await run(
    list,
    "sendMail",
    { caseId: journey.caseId, subject: journey.caseId, seq: 2, params: { letter: "caseHeld", to: "merchant" } },
    job("k"),
  );
  const { rows } = await pool.query("select id from mail_outbox");
  const deliver = (attempt: number) => run(list, "deliverMail", { id: rows[0].id }, job("mail", attempt));
  await expect(deliver(1)).rejects.toThrow("no answer");
  await expect(deliver(2)).rejects.toThrow("no answer");
  await deliver(3);
  expect((await pool.query("select state, attempts from mail_outbox")).rows).toEqual([{ state: "sent", attempts: 3 }]);
});
