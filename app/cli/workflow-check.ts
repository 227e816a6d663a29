import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { allMutants, currentLaws, killedBy, prove } from "#workflows/proof/prove.ts";
import { answering } from "./on-database.ts";

// npm run workflow:check: proves the promises of every machine version by walking every state it can reach, and then that the proof
// itself notices mistakes, by making several hundred of them.

interface Fate {
  place: number;
  killer: string | null;
}

if (!isMainThread) {
  // One of the threads that make mistakes and look whether they are found out.
  const { first, step } = workerData as { first: number; step: number };
  const mutants = allMutants();
  for (let place = first; place < mutants.length; place += step)
    parentPort!.postMessage({ place, killer: killedBy(mutants[place]!) } satisfies Fate);
} else {
  await answering(async () => {
    const began = performance.now();
    const proofs = currentLaws.map(prove);
    const seconds = Math.round(performance.now() - began) / 1000;
    for (const { machine, states, edges } of proofs)
      console.log(`${machine}: ${states} states, ${edges} edges, every promise holds.`);

    const mutants = allMutants();
    const fates = await judged(mutants.length);
    const survivors = fates.filter(({ killer }) => killer === null).map(({ place }) => mutants[place]!.name);
    for (const name of survivors) console.log(`NOT FOUND: ${name}`);
    const byPromise = Map.groupBy(
      fates.filter(({ killer }) => killer),
      ({ killer }) => killer!,
    );
    for (const [promise, killed] of [...byPromise].sort((a, b) => b[1].length - a[1].length))
      console.log(`${String(killed.length).padStart(4)} mistakes found by: ${promise}`);

    const line = {
      machines: proofs.length,
      states: proofs.reduce((sum, { states }) => sum + states, 0),
      edges: proofs.reduce((sum, { edges }) => sum + edges, 0),
      violations: 0,
      mutants: mutants.length,
      killed: mutants.length - survivors.length,
      seconds,
    };
    writeCertificate(proofs, line);
    return { line, holds: survivors.length === 0 && mutants.length >= 200 };
  });
}

async function judged(count: number): Promise<Fate[]> {
  const step = Math.max(1, availableParallelism());
  const fates: Fate[] = [];
  await Promise.all(
    Array.from({ length: step }, (_, first) => {
      const worker = new Worker(fileURLToPath(import.meta.url), {
        workerData: { first, step },
        execArgv: ["--import", "tsx"],
      });
      return new Promise<void>((resolve, reject) => {
        worker.on("message", (fate: Fate) => fates.push(fate));
        worker.on("error", reject);
        worker.on("exit", (code) => (code === 0 ? resolve() : reject(new Error(`a thread ended with ${code}`))));
      });
    }),
  );
  if (fates.length !== count) throw new Error(`${count - fates.length} mistakes were not judged`);
  return fates;
}

/** What was proved, of which text of the law: whoever changes the law sees that the certificate is of another. */
function writeCertificate(proofs: { machine: string }[], line: object): void {
  const law = createHash("sha256");
  for (const { kind, version, machine } of currentLaws) law.update(JSON.stringify([kind, version, machine.definition]));
  mkdirSync(".data", { recursive: true });
  writeFileSync(
    ".data/workflow-certificate.json",
    `${JSON.stringify({ law: law.digest("hex"), proofs, ...line }, null, 2)}\n`,
  );
  console.log("The certificate is in .data/workflow-certificate.json.");
}
