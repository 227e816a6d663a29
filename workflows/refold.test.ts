import { expect, test } from "vitest";
import { advance, laws } from "./law.ts";
import { movesAt } from "./proof/explore.ts";
import { promisesOf } from "./proof/promises.ts";
import { prove } from "./proof/prove.ts";
import { refold } from "./refold.ts";

test.each(laws)(
  "$kind version $version: refolding takes and refuses what the law does, and comes to the same",
  (law) => {
    const { graphs } = prove(law);
    let compared = 0;
    for (const [place, { world }] of promisesOf(law).entries()) {
      for (const [number, node] of [...graphs[place]!.nodes.values()].entries()) {
        // Every state of a channel, and some thousand of the many of a case.
        if (law.kind === "onboarding" && number % 7 !== 0) continue;
        for (const event of movesAt(world, node).flatMap((move) => move.events(node))) {
          const [step, next] = [advance(law, node.snapshot, event)?.next ?? null, refold(law, node.snapshot, event)];
          compared += step ? 1 : 0;
          if (
            JSON.stringify([step?.value, step?.context, step?.status]) !==
            JSON.stringify([next?.value, next?.context, next?.status])
          )
            expect.fail(`${event.type} in ${node.place.leaves.join(", ")}`);
        }
      }
    }
    expect(compared).toBeGreaterThan(500);
  },
  120_000,
);
