import { codeOf, stepOf } from "#app/auth/index.server.ts";
import { demoStaff } from "#app/seed/staff.server.ts";
import { until } from "./until.ts";
import { Visitor } from "./visitor.ts";

const STEP_MS = 30_000;

/** The house's own people, each signed in once, with a password and an authenticator app. */
export class Desk {
  private readonly base: string;
  private readonly atWork = new Map<string, Promise<Visitor>>();

  constructor(base: string) {
    this.base = base;
  }

  /** @param who local part of a demo address: `advisor`, `reviewer`, `approver`, `integration`, `integration2`, … */
  of(who: string): Promise<Visitor> {
    const known = this.atWork.get(who) ?? signIn(this.base, who);
    this.atWork.set(who, known);
    return known;
  }
}

async function signIn(base: string, who: string): Promise<Visitor> {
  const person = demoStaff.find(({ email }) => email.startsWith(`${who}@`));
  if (!person) throw new Error(`there is no ${who} among the demonstration's staff`);
  const visitor = new Visitor(base);
  const first = (await visitor.open("/staff/sign-in")).taken();
  const second = (
    await first.form("input[name=password]").fill({ email: person.email, password: person.password }).send()
  ).taken();
  // A code works once: where somebody has just signed in as the same person, the next one is waited for.
  const used = new Set<number>();
  await until(
    `a fresh code for ${person.email}`,
    async () => {
      const now = stepOf(new Date());
      const step = [now - 1, now, now + 1].find((one) => !used.has(one));
      if (step === undefined) return false;
      used.add(step);
      const answer = await second
        .form("input[name=code]")
        .fill({ code: codeOf(person.totpSecret, step) })
        .send();
      if (answer.status !== 422) answer.taken();
      return answer.status < 400;
    },
    { withinMs: 2 * STEP_MS },
  );
  return visitor;
}
