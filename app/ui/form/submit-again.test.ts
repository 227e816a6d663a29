import { expect, test } from "vitest";
import { submitAgain } from "./submit-again.ts";

/** A form as the HTML standard has it: while it tells its listeners of a submission, it takes no other one. */
class PlainForm {
  sent = 0;
  private isTelling = false;
  private readonly listener: (hold: () => void) => void;

  constructor(listener: (hold: () => void) => void) {
    this.listener = listener;
  }

  requestSubmit(): void {
    if (this.isTelling) return;
    this.isTelling = true;
    let isHeld = false;
    this.listener(() => {
      isHeld = true;
    });
    // Promises that are kept by then run between one listener and the next: the form is still telling.
    queueMicrotask(() =>
      queueMicrotask(() =>
        queueMicrotask(() => {
          this.isTelling = false;
          if (!isHeld) this.sent += 1;
        }),
      ),
    );
  }
}

const rested = () => new Promise((resolve) => setTimeout(resolve, 5));

test("a form that was held back and found good is sent once", async () => {
  let isJudged = false;
  const form: PlainForm = new PlainForm((hold) => {
    if (isJudged) return;
    hold();
    void Promise.resolve("good").then(() =>
      submitAgain(form, null, () => {
        isJudged = true;
      }),
    );
  });
  form.requestSubmit();
  await rested();
  expect(form.sent).toBe(1);
});

test("asking right when the promise is kept would be too early: the form takes no notice", async () => {
  let isJudged = false;
  const form: PlainForm = new PlainForm((hold) => {
    if (isJudged) return;
    hold();
    void Promise.resolve("good").then(() => {
      isJudged = true;
      form.requestSubmit();
    });
  });
  form.requestSubmit();
  await rested();
  expect(form.sent).toBe(0);
});
