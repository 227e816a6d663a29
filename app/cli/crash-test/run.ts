import { type ChildProcess, fork } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Pool } from "pg";
import { openTestServer } from "#tests/support/server.ts";
import { bundleChild } from "./bundle.ts";
import { type Answer, type Done, type Order, TAKEN_OVER_AFTER_MS } from "./orders.ts";
import { voyage } from "./voyage.ts";
import { type Note, openWorld, type World } from "./world.ts";

/** One place to die at: the n-th point of a step, n from 1. */
export interface CrashPoint {
  step: number;
  point: number;
  label: string;
}

/** How one death ended, as seen from outside. */
export interface Outcome {
  at: CrashPoint;
  /** How many processes died. */
  deaths: number;
  lost: string[];
  doubled: string[];
  /** How the database differs from that of a voyage nobody disturbed. */
  otherwise: string[];
  /** Letters that came again under the Message-ID they had: a receiver knows them, and counts them once. */
  mailsAgain: number;
  /** Webhooks, payments, refunds and look-ups asked for again under the id they had. */
  callsAgain: number;
}

/** A step as it goes when nobody dies: where it begins, what it says to the outside, how it leaves things. */
interface Reference {
  template: string;
  folder: string;
  aheadMs: number;
  points: string[];
  notes: Note[];
  state: string[];
}

export interface Attack extends AsyncDisposable {
  points: CrashPoint[];
  /**
   * Kills a process at one point, lets another take over and finish, and compares.
   *
   * @param again the point at which the one that takes over dies, too, if it comes so far; a third finishes then
   */
  kill(at: CrashPoint, again?: number): Promise<Outcome>;
}

/**
 * Sails the voyage once, counting, and keeps the database and the files as each step finds them: a death is then tried from where it
 * happens, not from the beginning. A step that leaves the world and the database as the undisturbed one does is followed by the same.
 *
 * @param atOnce deaths tried side by side
 */
export async function prepareAttack(atOnce: number): Promise<Attack> {
  const { server, admin, template } = await openTestServer();
  const root = mkdtempSync(join(tmpdir(), "gangway-crash-"));
  const run = process.env.GANGWAY_TEST_RUN ?? process.pid;
  let made = 0;
  const nameOf = (what: string) => `test_${run}_${process.pid}_crash_${what}_${++made}`;
  const copy = async (from: string, what: string) => {
    const name = nameOf(what);
    await admin.query(`create database ${name} template ${from}`);
    return name;
  };
  const databases = new Set<string>();
  const bundle = bundleChild();
  const hands = new Hands(bundle, atOnce);
  const worlds = new Set<World>();
  const freeWorlds: World[] = [];
  const takeWorld = async () => {
    const world = freeWorlds.pop() ?? (await openWorld());
    worlds.add(world);
    world.notes.length = 0;
    return world;
  };

  const references: Reference[] = [];
  const orderFor = (database: string, folder: string, world: World, order: Partial<Order>): Order => ({
    act: "takeStep",
    databaseUrl: server.url(database),
    world: { smtpUrl: world.smtpUrl, httpHost: world.httpHost, ports: world.ports },
    folder,
    step: 0,
    aheadMs: 0,
    killAt: null,
    takesOver: false,
    presses: true,
    ...order,
  });

  let database = await copy(template, "start");
  databases.add(database);
  let folder = join(root, "start");
  mkdirSync(folder);
  let aheadMs = 0;
  const world = await takeWorld();
  await hands.ask(orderFor(database, folder, world, { act: "setTheScene" }));
  for (const [step, { passes = 0 }] of voyage.entries()) {
    aheadMs += passes;
    const before = database;
    const folderBefore = folder;
    database = await copy(before, `step${step}`);
    databases.add(database);
    folder = join(root, `step${step}`);
    cpSync(folderBefore, folder, { recursive: true });
    world.notes.length = 0;
    const { done, secrets } = await hands.ask(orderFor(database, folder, world, { step, aheadMs }));
    await world.quiet();
    const notes = [...world.notes, ...secrets.map(noteOf)];
    references.push({ template: before, folder: folderBefore, aheadMs, points: done.points, notes, state: done.state });
  }
  freeWorlds.push(world);

  return {
    points: references.flatMap(({ points }, step) => points.map((label, place) => ({ step, point: place + 1, label }))),

    async kill(at, again) {
      const reference = references[at.step]!;
      const name = await copy(reference.template, "run");
      const files = mkdtempSync(join(root, "run-"));
      cpSync(reference.folder, files, { recursive: true });
      const outside = await takeWorld();
      try {
        const order = { step: at.step, aheadMs: reference.aheadMs };
        const first = await hands.killed(orderFor(name, files, outside, { ...order, killAt: at.point }));
        await outside.quiet();
        const secrets = [...first.secrets];
        let { heard } = first;
        let [deaths, done] = [1, null as Done | null];
        // Each that takes over comes later than the one before it: a lease that one took has run out.
        const takingOver = () =>
          orderFor(name, files, outside, {
            ...order,
            aheadMs: order.aheadMs + (deaths - 1) * TAKEN_OVER_AFTER_MS,
            takesOver: true,
            presses: !heard,
          });
        if (again !== undefined) {
          const second = await hands.mayDie({ ...takingOver(), killAt: again });
          await outside.quiet();
          secrets.push(...second.secrets);
          heard ||= second.heard;
          done = second.done;
          if (!done) deaths++;
        }
        if (!done) {
          const last = await hands.ask(takingOver());
          await outside.quiet();
          secrets.push(...last.secrets);
          done = last.done;
        }
        const notes = [...outside.notes, ...secrets.map(noteOf)];
        return { ...judge(at, reference, notes, done.state), deaths };
      } finally {
        freeWorlds.push(outside);
        await admin.query(`drop database ${name} with (force)`);
        rmSync(files, { recursive: true, force: true });
      }
    },

    async [Symbol.asyncDispose]() {
      hands.letGo();
      bundle[Symbol.dispose]();
      for (const one of worlds) await one[Symbol.asyncDispose]();
      await Promise.all([...databases].map((name) => drop(admin, name)));
      rmSync(root, { recursive: true, force: true });
      await admin.end();
      if (!process.env.GANGWAY_TEST_RUN) await server.release();
    },
  };
}

const drop = (admin: Pool, name: string) => admin.query(`drop database if exists ${name} with (force)`);
const noteOf = (secret: string): Note => ({ what: "secret", says: "shown to the merchant", id: secret });

/** A receiver knows by the id what it has had; what is left is counted by what it says. */
function judge(at: CrashPoint, reference: Reference, notes: Note[], state: string[]): Omit<Outcome, "deaths"> {
  const heard = unique(notes);
  const wanted = count(unique(reference.notes).map(({ what, says }) => `${what} ${says}`));
  const got = count(heard.map(({ what, says }) => `${what} ${says}`));
  const more = (a: Map<string, number>, b: Map<string, number>) =>
    [...a].flatMap(([key, n]) => Array<string>(Math.max(0, n - (b.get(key) ?? 0))).fill(key));
  const [then, now] = [count(reference.state), count(state)];
  const again = (isMail: boolean) =>
    notes.filter(({ what }) => (what === "mail") === isMail && what !== "secret").length -
    heard.filter(({ what }) => (what === "mail") === isMail && what !== "secret").length -
    // What an undisturbed voyage asks twice is no doing of the death.
    (isMail
      ? 0
      : reference.notes.filter(({ what }) => what !== "mail").length -
        unique(reference.notes).filter(({ what }) => what !== "mail").length);
  return {
    at,
    lost: more(wanted, got),
    doubled: more(got, wanted),
    otherwise: [
      ...more(then, now).map((line) => `missing: ${line}`),
      ...more(now, then).map((line) => `too much: ${line}`),
    ],
    mailsAgain: Math.max(0, again(true)),
    callsAgain: Math.max(0, again(false)),
  };
}

const unique = (notes: Note[]): Note[] => [
  ...new Map(notes.map((note) => [`${note.what} ${note.id} ${note.says}`, note])).values(),
];
const count = (keys: string[]): Map<string, number> => {
  const counted = new Map<string, number>();
  for (const key of keys) counted.set(key, (counted.get(key) ?? 0) + 1);
  return counted;
};

interface Told {
  heard: boolean;
  secrets: string[];
}

/** Processes: loaded ahead, so that a death costs no waiting; those that live are used again, on a database they have never seen. */
class Hands {
  private readonly idle: ChildProcess[] = [];
  private readonly all = new Set<ChildProcess>();
  private spares: ChildProcess[] = [];
  private readonly bundle: { file: string; cache: string };
  private readonly spare: number;

  constructor(bundle: { file: string; cache: string }, spare: number) {
    this.bundle = bundle;
    this.spare = spare;
    this.fill();
  }

  /** @throws with what went wrong in the process */
  async ask(order: Order): Promise<{ done: Done; secrets: string[] }> {
    const child = this.idle.pop() ?? this.fresh();
    const { done, secrets } = await converse(child, order);
    if (!done) throw new Error(`the process ended in the middle of "${voyage[order.step]?.name}"`);
    this.idle.push(child);
    return { done, secrets };
  }

  /** @throws when it did not die */
  async killed(order: Order): Promise<Told> {
    const { done, ...told } = await this.mayDie(order);
    if (done) throw new Error(`"${voyage[order.step]!.name}" never came to its point ${order.killAt}`);
    return told;
  }

  /** One that dies, or is done before it comes to that. */
  async mayDie(order: Order): Promise<Told & { done: Done | null }> {
    const child = this.fresh();
    const told = await converse(child, order);
    this.all.delete(child);
    if (told.done) child.kill("SIGKILL");
    return told;
  }

  letGo(): void {
    for (const child of this.all) child.kill("SIGKILL");
  }

  private fresh(): ChildProcess {
    const child = this.spares.shift() ?? this.fork();
    this.fill();
    return child;
  }

  private fill(): void {
    while (this.spares.length < this.spare) this.spares.push(this.fork());
  }

  private fork(): ChildProcess {
    const child = fork(this.bundle.file, {
      execArgv: [],
      env: { ...process.env, NODE_COMPILE_CACHE: this.bundle.cache },
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    this.all.add(child);
    return child;
  }
}

async function converse(child: ChildProcess, order: Order): Promise<Told & { done: Done | null }> {
  const secrets: string[] = [];
  let heard = false;
  let failure: string | null = null;
  let done: Done | null = null;
  const over = Promise.withResolvers<void>();
  const listen = (answer: Answer) => {
    if (answer.said === "heard") {
      heard = true;
      if (answer.secret) secrets.push(answer.secret);
      return;
    }
    if (answer.said === "failed") failure = answer.why;
    else done = answer;
    over.resolve();
  };
  child.on("message", listen).once("exit", over.resolve);
  child.send(order);
  await over.promise;
  child.off("message", listen).off("exit", over.resolve);
  if (failure) throw new Error(`"${voyage[order.step]?.name}" failed: ${failure}`);
  return { done, secrets, heard };
}
