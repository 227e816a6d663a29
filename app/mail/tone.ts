/** How a letter's state is shown, in the classes that mean the same everywhere. */
export const toneOf = { waiting: "wait", sent: "done", failed: "problem", bounced: "problem" } as const;
