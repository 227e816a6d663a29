/** The list before an opening, in the groups of the trade. `auto`: seen by us. `said`: only a person can say. */
export const goLiveItems = [
  { item: "paymentId", group: "channel", kind: "auto" },
  { item: "pspWebhook", group: "channel", kind: "said" },
  { item: "merchantWebhook", group: "webhook", kind: "auto" },
  { item: "methods", group: "web", kind: "auto" },
  { item: "defaults", group: "web", kind: "said" },
  { item: "signatures", group: "security", kind: "auto" },
  { item: "secretFetched", group: "security", kind: "auto" },
  { item: "keysOutsideCode", group: "security", kind: "said" },
  { item: "edgeCases", group: "before", kind: "said" },
  { item: "smallPayment", group: "before", kind: "auto" },
  { item: "liveKeyUsed", group: "opening", kind: "auto" },
  { item: "cardReview", group: "opening", kind: "said" },
] as const;
export type GoLiveItem = (typeof goLiveItems)[number]["item"];

export const saidItems: readonly string[] = goLiveItems.filter(({ kind }) => kind === "said").map(({ item }) => item);
