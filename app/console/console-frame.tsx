import { useMatches } from "@remix-run/react";
import type { ReactNode } from "react";
import { actWords } from "#app/cases/index.ts";
import { useWords } from "#app/i18n/use-words.ts";
import { ConsoleShell } from "#app/ui/shell/console-shell.tsx";
import { type Desk, desks } from "#workflows/roles.ts";
import type { DeskCount } from "./desks.server.ts";
import { words } from "./words.ts";
import type { Workspace } from "./workspace.server.ts";

interface Props {
  own: readonly Desk[];
  counts: readonly DeskCount[];
  isAdmin: boolean;
  children: ReactNode;
}

/** The rail of the console and what its palette always knows. */
export function ConsoleFrame({ own, counts, isAdmin, children }: Props) {
  const w = useWords(words);
  const acts: Readonly<Record<string, { button: string }>> = useWords(actWords).acts;
  const matches = useMatches();
  const caseId = matches.find(({ params }) => params.caseId)?.params.caseId;
  const workspace = matches.map(({ data }) => (data as { workspace?: Workspace } | undefined)?.workspace).find(Boolean);
  const deskLink = (desk: Desk) => ({
    to: `/console/desk/${desk}`,
    label: w.desks[desk],
    count: counts.find((one) => one.desk === desk)?.items,
  });
  const others = desks.filter((desk) => !own.includes(desk));
  const everything = [
    { to: "/console/search", label: w.rail.cases },
    { to: "/console/mails", label: w.rail.mails },
    { to: "/console/catalogue", label: w.rail.catalogue },
    { to: "/console/advice", label: w.rail.advice },
    { to: "/console/incidents", label: w.rail.incidents },
    { to: "/console/calendars", label: w.rail.calendars },
    ...(isAdmin
      ? [
          { to: "/console/partners", label: w.rail.partners },
          { to: "/staff/people", label: w.rail.people },
        ]
      : []),
  ];
  const home = `/console/cases/${caseId}`;
  const pages = caseId
    ? (["overview", "proposal", "documents", "contract", "site", "timeline", "chart"] as const).map((page) => ({
        id: `page-${page}`,
        label: w.case.pages[page],
        group: w.palette.pages,
        to: page === "overview" ? home : `${home}/${page}`,
      }))
    : [];
  // Of the case on show: what this person has to do in it, and its channels.
  const tasks = (workspace?.tasks ?? []).map(({ say, to, about }) => ({
    id: `task-${say}-${to}`,
    label: acts[say]?.button ?? say,
    hint: about ?? undefined,
    group: w.case.yours,
    to,
  }));
  const channels = (workspace?.channels ?? []).map(({ id, name }) => ({
    id: `channel-${id}`,
    label: name,
    group: w.palette.channels,
    to: `${home}/channels/${id}`,
  }));
  return (
    <ConsoleShell
      rail={[
        ...(own.length > 0 ? [{ label: w.rail.own, links: own.map(deskLink) }] : []),
        { label: w.rail.others, links: others.map(deskLink) },
        { label: w.rail.everything, links: everything },
      ].filter(({ links }) => links.length > 0)}
      palette={{
        items: [
          ...tasks,
          ...pages,
          ...channels,
          ...desks.map((desk) => ({
            id: desk,
            label: w.queue.title(w.desks[desk]),
            group: w.palette.go,
            to: `/console/desk/${desk}`,
          })),
          ...everything.map(({ to, label }) => ({ id: to, label, group: w.palette.go, to })),
        ],
        searchPath: "/console/find",
      }}
    >
      {children}
    </ConsoleShell>
  );
}
