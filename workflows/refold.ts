import type { AnyMachineSnapshot, AnyStateMachine, AnyStateNode } from "xstate";
import type { Law, Sent } from "./law.ts";
import { stepOf } from "./step.ts";

/** A transition as XState resolves it; the few fields that a refold reads. */
interface Taken {
  target: AnyStateNode[] | undefined;
  actions: readonly unknown[];
  reenter: boolean;
  source: AnyStateNode;
}

type Assignment = (facts: { context: unknown; event: unknown }) => object | Record<string, unknown>;

/** What a set of transitions does to a chart that stands somewhere: always the same, but for what `assign` reads. */
interface Known {
  /** A snapshot that stands where they lead. */
  shape: AnyMachineSnapshot;
  assigns: readonly Assignment[];
}

interface Learnt {
  /** Where the machine can stand, by the text of its value: the same place is always the same list of states. */
  places: Map<string, readonly AnyStateNode[]>;
  /** Places and transitions by number, e.g. `3 17`; null: XState is asked every time. */
  ways: Map<string, Known | null>;
  numbers: Map<object, number>;
}

const learnt = new WeakMap<AnyStateMachine, Learnt>();

function learntOf(machine: AnyStateMachine): Learnt {
  const held = learnt.get(machine);
  if (held) return held;
  const fresh: Learnt = { places: new Map(), ways: new Map(), numbers: new Map() };
  learnt.set(machine, fresh);
  return fresh;
}

function numberOf({ numbers }: Learnt, thing: object): number {
  const held = numbers.get(thing);
  if (held !== undefined) return held;
  numbers.set(thing, numbers.size);
  return numbers.size - 1;
}

/** The same snapshot with the list of states that is known for its place. */
function placed({ places, numbers }: Learnt, snapshot: AnyMachineSnapshot): AnyMachineSnapshot {
  if (numbers.has(snapshot._nodes)) return snapshot;
  const text = JSON.stringify(snapshot.value);
  const nodes = places.get(text);
  if (nodes) return { ...snapshot, _nodes: nodes } as AnyMachineSnapshot;
  places.set(text, snapshot._nodes);
  numbers.set(snapshot._nodes, numbers.size);
  return snapshot;
}

/**
 * Applies an event as `advance` does and leaves out what it asks of the world: enough to fold a log, at a quarter of the price.
 *
 * XState works out for every step which states are left and entered. That depends on where the chart stands and which transitions
 * are taken alone, so it is worked out once for each; afterwards only guards and assignments run. Where something may follow by
 * itself (`always`, a final state), XState is asked every time. A test holds it against `advance` in the states that the proof finds.
 *
 * @returns `null` when the subject, as it stands, does not take the event
 */
export function refold(law: Law, current: AnyMachineSnapshot, event: Sent): AnyMachineSnapshot | null {
  if (current.status !== "active" || law.halted(current.context, event)) return null;
  const { machine } = law;
  const taken = machine.getTransitionData(current, event as never) as unknown as Taken[];
  if (!taken.some(({ target, actions }) => target !== undefined || actions.length > 0)) return null;
  const own = learntOf(machine);
  const at = placed(own, current);
  let key = String(numberOf(own, at._nodes));
  for (const one of taken) key += ` ${numberOf(own, one)}`;
  let way = own.ways.get(key);
  if (way === undefined) {
    way = wayOf(machine, at, event, taken);
    if (way) way.shape = placed(own, way.shape);
    own.ways.set(key, way);
  }
  if (!way) return placed(own, stepOf(machine, current, event)[0]);
  return { ...way.shape, context: assigned(current.context, event, way.assigns) } as AnyMachineSnapshot;
}

function assigned(before: unknown, event: Sent, assigns: readonly Assignment[]): unknown {
  let context = before as object;
  for (const assign of assigns) context = { ...context, ...assign({ context, event }) };
  return context;
}

/** null where something may follow by itself, or where XState's answer shows that this one would be another. */
function wayOf(
  machine: AnyStateMachine,
  current: AnyMachineSnapshot,
  event: Sent,
  taken: readonly Taken[],
): Known | null {
  const [shape] = stepOf(machine, current, event);
  const before = new Set<AnyStateNode>(current._nodes);
  const after = new Set<AnyStateNode>(shape._nodes);
  const entered = [...after].filter((node) => !before.has(node)).sort((a, b) => a.order - b.order);
  const left = [...before].filter((node) => !after.has(node)).sort((a, b) => b.order - a.order);
  const followsByItself = [...before, ...after].some((node) => (node.always?.length ?? 0) > 0);
  if (followsByItself || entered.some(({ type }) => type === "final")) return null;
  // Not where it was pointed: something has followed by itself already.
  if (taken.some(({ target }) => target?.some((state) => !after.has(state)))) return null;
  // A state that is left and entered in one step shows in neither list.
  if (taken.some(({ reenter, source, target }) => reenter || target?.includes(source))) return null;
  const actions = [
    ...left.flatMap(({ exit }) => exit),
    ...taken.flatMap((one) => one.actions),
    ...entered.flatMap(({ entry }) => entry),
  ];
  const assigns = actions.flatMap((action) => assignmentOf(machine, action));
  const context = assigned(current.context, event, assigns);
  return JSON.stringify(context) === JSON.stringify(shape.context) ? { shape, assigns } : null;
}

/** What an action does to the context; nothing for an effect. */
function assignmentOf(machine: AnyStateMachine, action: unknown): Assignment[] {
  const named =
    typeof action === "string" ? action : typeof action === "object" ? (action as { type: string }).type : null;
  const made = (named === null ? action : machine.implementations.actions[named]) as
    | { assignment?: Assignment | Record<string, unknown> }
    | undefined;
  const assignment = made?.assignment;
  if (assignment === undefined) return [];
  if (typeof assignment === "function") return [assignment];
  const fields = Object.entries(assignment);
  return [
    (facts) =>
      Object.fromEntries(
        fields.map(([key, made]) => [key, typeof made === "function" ? (made as (f: object) => unknown)(facts) : made]),
      ),
  ];
}
