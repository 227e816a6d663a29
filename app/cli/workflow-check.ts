import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { type Law, laws } from "#workflows/law.ts";
import { type Mutant, mutantsOf } from "#workflows/proof/mutants.ts";
import { nameOf } from "#workflows/proof/promises.ts";
import { killedBy, type Proof, type Proven, prove } from "#workflows/proof/prove.ts";
import { answering } from "./on-database.ts";

// npm run workflow:check: proves the promises of every machine version by walking every state it can reach, and then that the proof
// itself notices mistakes, by making several hundred of them. A thread a processor, each with the machine versions it has proven.

/** To prove a machine version, or to judge some of its mutants; `law` is its place in `laws`. */
type Task = { law: number; mutants: number[] | null };
interface Answer {
  proof: Proof | null;
  fates: { law: number; mutant: number; killer: string | null }[];
}

const CHUNK = 8;

if (!isMainThread) {
  const proven = new Map<number, Proven>();
  const mutants = new Map<number, Mutant[]>();
  parentPort!.on("message", ({ law: place, mutants: wanted }: Task) => {
    const law = laws[place]!;
    if (!proven.has(place)) proven.set(place, prove(law));
    if (!mutants.has(place)) mutants.set(place, mutantsOf(law));
    const { machine, states, edges, graphs } = proven.get(place)!;
    const fates = (wanted ?? []).map((mutant) => ({
      law: place,
      mutant,
      killer: killedBy(mutants.get(place)![mutant]!, { graphs }),
    }));
    parentPort!.postMessage({ proof: wanted ? null : { machine, states, edges }, fates } satisfies Answer);
  });
} else {
  await answering(async () => {
    const threads = Array.from({ length: Math.max(1, availableParallelism()) }, thread);
    const began = performance.now();
    const proofs = await provenBy(threads);
    const seconds = Math.round(performance.now() - began) / 1000;
    for (const { machine, states, edges } of proofs)
      console.log(`${machine}: ${states} states, ${edges} edges, every promise holds.`);
    console.log(`Proven in ${seconds} s.`);

    const mutants = laws.map((law) => mutantsOf(law).map(({ name }) => `${nameOf(law)}: ${name}`));
    const fates = await judgedBy(threads, mutants);
    const survivors = fates.filter(({ killer }) => killer === null).map(({ law, mutant }) => mutants[law]![mutant]!);
    for (const name of survivors) console.log(`NOT FOUND: ${name}`);
    const killed = fates.flatMap(({ killer }) => killer ?? []);
    for (const [promise, { length }] of [...Map.groupBy(killed, (one) => one)].sort(
      (a, b) => b[1].length - a[1].length,
    ))
      console.log(`${String(length).padStart(4)} mistakes found by: ${promise}`);
    console.log(`${fates.length} mistakes judged in ${Math.round((performance.now() - began) / 1000 - seconds)} s.`);
    await Promise.all(threads.map(({ worker }) => worker.terminate()));

    const line = {
      machines: proofs.length,
      states: proofs.reduce((sum, { states }) => sum + states, 0),
      edges: proofs.reduce((sum, { edges }) => sum + edges, 0),
      violations: 0,
      mutants: fates.length,
      killed: killed.length,
      seconds,
    };
    writeCertificate(proofs, line);
    return { line, holds: survivors.length === 0 && fates.length >= 200 };
  });
}

interface Thread {
  worker: Worker;
  /** Places of the machine versions that it has walked. */
  knows: Set<number>;
  ask: (task: Task) => Promise<Answer>;
}

function thread(): Thread {
  const worker = new Worker(fileURLToPath(import.meta.url), {
    // Node reads these files by itself; tsx, with which a command runs, would be loaded once a thread.
    execArgv: [],
    // Most of what a walk makes is thrown away at once: a roomy nursery halves the time spent on collecting it.
    resourceLimits: { maxYoungGenerationSizeMb: 256, maxOldGenerationSizeMb: 4096 },
  });
  const ask = (task: Task) =>
    new Promise<Answer>((resolve, reject) => {
      worker.once("error", reject);
      worker.once("message", (answer: Answer) => {
        worker.off("error", reject);
        resolve(answer);
      });
      worker.postMessage(task);
    });
  return { worker, knows: new Set(), ask };
}

/** @throws Violation of the first machine version that breaks a promise, with the way there */
async function provenBy(threads: Thread[]): Promise<Proof[]> {
  const waiting = laws.map((_, place) => place);
  const proofs: Proof[] = [];
  await Promise.all(
    threads.map(async ({ ask, knows }) => {
      for (let law = waiting.shift(); law !== undefined; law = waiting.shift()) {
        proofs[law] = (await ask({ law, mutants: null })).proof!;
        knows.add(law);
      }
    }),
  );
  return proofs;
}

/** Each thread judges mutants of what it has walked already, and walks another machine version only when those are done. */
async function judgedBy(threads: Thread[], mutants: string[][]): Promise<Answer["fates"]> {
  const waiting = mutants.map((names) => names.map((_, place) => place));
  const fates: Answer["fates"] = [];
  const next = (knows: Set<number>): Task | null => {
    const open = waiting.flatMap((left, law) => (left.length > 0 ? [law] : []));
    const law = open.find((one) => knows.has(one)) ?? open.sort((a, b) => waiting[b]!.length - waiting[a]!.length)[0];
    return law === undefined ? null : { law, mutants: waiting[law]!.splice(0, CHUNK) };
  };
  await Promise.all(
    threads.map(async ({ ask, knows }) => {
      for (let task = next(knows); task; task = next(knows)) {
        knows.add(task.law);
        fates.push(...(await ask(task)).fates);
      }
    }),
  );
  return fates;
}

/** What was proved, of which text of the law: whoever changes the law sees that the certificate is of another. */
function writeCertificate(proofs: Proof[], line: object): void {
  const law = createHash("sha256");
  for (const one of laws) law.update(textOf(one));
  mkdirSync(".data", { recursive: true });
  writeFileSync(
    ".data/workflow-certificate.json",
    `${JSON.stringify({ law: law.digest("hex"), proofs, ...line }, null, 2)}\n`,
  );
  console.log("The certificate is in .data/workflow-certificate.json.");
}

/** The chart, the guards as they are written, and who may say what. */
function textOf({ kind, version, machine, guards, sentBy, personal }: Law): string {
  const said = Object.values(guards).map(String);
  return JSON.stringify([kind, version, machine.definition, said, sentBy, [...personal].sort()]);
}
