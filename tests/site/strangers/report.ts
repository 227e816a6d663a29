import { measure } from "./measure.ts";

/** Prints how the judge does on strangers: `tsx tests/site/strangers/report.ts [--second] [--held] [--quiet]`. */
const held = process.argv.includes("--held");
const { tallies, misses } = measure(held, process.argv.includes("--second") ? "second" : "first");
for (const [name, each] of [...tallies].sort(([a], [b]) => a.localeCompare(b))) {
  const { precision, recall, f1 } = each.figures;
  console.log(
    `${name.padEnd(26)} P ${precision.toFixed(3)} R ${recall.toFixed(3)} F1 ${f1.toFixed(3)}  (${each.hit} right, ${each.falseAlarm} false passes, ${each.miss} missed)`,
  );
}
if ((!held || process.argv.includes("--spent")) && !process.argv.includes("--quiet"))
  for (const { who, what, truth, said } of misses)
    console.log(`${who.padEnd(26)} ${what.padEnd(22)} ${truth} but ${said}`);
