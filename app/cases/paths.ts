/** Pages of a case that an act can lead to; each side has its own way there. */
export type ActPage = "inquiry" | "proposal" | "documents" | "contract" | "site" | "channel" | "home";

/** Where a merchant does it. @param channelId for `channel` */
export function merchantPath(caseId: string, page: ActPage, channelId?: string): string {
  if (page === "inquiry") return "/inquiry";
  if (page === "home") return `/cases/${caseId}`;
  return page === "channel" ? `/cases/${caseId}/channels/${channelId}` : `/cases/${caseId}/${page}`;
}

/** Where staff do it. */
export function consolePath(caseId: string, page: ActPage, channelId?: string): string {
  const home = `/console/cases/${caseId}`;
  if (page === "home" || page === "inquiry") return home;
  return page === "channel" ? `${home}/channels/${channelId}` : `${home}/${page}`;
}
