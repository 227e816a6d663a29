import type { AnyMachineSnapshot } from "xstate";
import { testPlanFor } from "#workflows/channel/test-plan.ts";
import { type Ask, advance, begin, currentLaw, type Kind, type Law, type Sent, store } from "#workflows/law.ts";
import type { ChannelLine } from "#workflows/onboarding/events.ts";
import { gatesOf } from "#workflows/project.ts";
import { type Entry, GENESIS, hashEntry } from "./chain.ts";
import { channelId } from "./tasks.server.ts";

/** An entry as the log keeps it. */
export interface Kept extends Entry {
  prevHash: string;
  hash: string;
}

export interface JournalSubject {
  id: string;
  kind: Kind;
  law: Law;
  snapshot: AnyMachineSnapshot;
  seq: number;
  head: string;
}

/**
 * A case's log without a database: the same law, the same stamps and the same chain as `dispatch` makes, kept in memory. What the
 * charts ask of the engine itself (channels opened, one chart told of another) happens at once. For benches, samples and tests.
 */
export function journalOf(caseId: string, { actorId, at }: { actorId: string; at: Date }) {
  const entries: Kept[] = [];
  const subjects = new Map<string, JournalSubject>();
  let clock = at.getTime();

  const theCase = () => subjects.get(caseId)!;
  const gates = () => gatesOf(theCase().snapshot as Parameters<typeof gatesOf>[0]);
  const keep = (subject: JournalSubject, event: object, actor: string, role: string, when: string) => {
    const { id: subjectId, law, head: prevHash } = subject;
    const entry: Entry = {
      ...{ subjectId, seq: subject.seq + 1, at: when, caseId, event, actorId: actor, actorRole: role },
      ...{ machineVersion: law.version, idempotencyKey: role === "system" ? null : `${caseId}/${entries.length}` },
    };
    const hash = hashEntry(prevHash, entry);
    entries.push({ ...entry, prevHash, hash });
    subject.seq++;
    subject.head = hash;
  };
  const open = (id: string, kind: Kind, input: object | undefined, actor: string, role: string) => {
    const law = currentLaw(kind);
    const { next, asks } = begin(law, input);
    const subject: JournalSubject = { id, kind, law, snapshot: next, seq: 0, head: GENESIS };
    subjects.set(id, subject);
    const event = { type: "OPEN", ...(input && { input }), ...(kind === "channel" && { gates: gates() }) };
    keep(subject, event, actor, role, new Date(clock).toISOString());
    for (const ask of asks) follow(subject, ask);
  };
  const say = (event: { type: string } & Record<string, unknown>, by: string, role: string, id = caseId) => {
    const subject = subjects.get(id)!;
    clock += 1000;
    const when = new Date(clock).toISOString();
    const parsed = subject.law.Event.parse(event);
    const said = subject.kind === "channel" ? { ...parsed, gates: gates() } : parsed;
    const step = advance(subject.law, subject.snapshot, { ...said, by, at: when } as Sent);
    if (!step) throw new Error(`${event.type} is not taken in ${JSON.stringify(subject.snapshot.value)}`);
    subject.snapshot = step.next;
    keep(subject, said, by, role, when);
    for (const ask of step.asks) follow(subject, ask);
  };
  const follow = (subject: JournalSubject, ask: Ask) => {
    if (ask.ask !== "effect") return;
    if (ask.name === "openChannels") {
      for (const line of ask.params.lines as ChannelLine[]) {
        const id = channelId(caseId, line);
        const { preScreened } = ask.params;
        const input = { caseId, line, plan: testPlanFor(line), ...(preScreened ? { preScreened } : {}) };
        open(id, "channel", input, "system", "system");
        say({ type: "ACTIVATE" }, "system", "system", id);
      }
    } else if (ask.name === "tellChannels") {
      for (const { id, kind, snapshot } of subjects.values())
        if (kind === "channel" && snapshot.status === "active") hear({ type: String(ask.params.event) }, id);
    } else if (ask.name === "tellCase")
      hear({ type: "CHANNEL_MOVED", channelId: subject.id, to: ask.params.to }, caseId);
  };
  /** News that the hearer has no use for any more is no failure. */
  const hear = (event: { type: string } & Record<string, unknown>, id: string) => {
    const { law, snapshot, kind } = subjects.get(id)!;
    const sent = { ...event, by: "system", at: "", ...(kind === "channel" && { gates: gates() }) } as Sent;
    if (advance(law, snapshot, sent)) say(event, "system", "system", id);
  };

  open(caseId, "onboarding", undefined, actorId, "merchant");
  return {
    caseId,
    entries,
    subjects,
    say,
    contextOf: (id = caseId) => subjects.get(id)!.snapshot.context as object,
    stored: (subject: JournalSubject) => store(subject.snapshot),
  };
}
export type Journal = ReturnType<typeof journalOf>;
