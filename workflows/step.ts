import {
  type ActorScope,
  type AnyMachineSnapshot,
  type AnyStateMachine,
  createActor,
  type ExecutableActionObject,
} from "xstate";

type Scope = ActorScope<AnyMachineSnapshot, never> & { actionExecutor: (action: ExecutableActionObject) => void };

const scopes = new WeakMap<AnyStateMachine, Scope>();

/**
 * XState's pure `transition` makes a new actor, and with it a whole initial state, for every step it takes: half of what a step
 * costs. Machines of ours spawn nothing and read neither `self` nor `system`, so one actor that never starts serves every step of
 * a machine. Measured over the proof of a case (184,000 steps): 33 µs a step before, 15 µs with this.
 */
function scopeOf(machine: AnyStateMachine): Scope {
  const held = scopes.get(machine);
  if (held) return held;
  const self = createActor(machine);
  const nothing = () => {};
  const scope = {
    self,
    system: self.system,
    id: "",
    sessionId: "",
    logger: nothing,
    defer: nothing,
    stopChild: nothing,
    emit: nothing,
    actionExecutor: nothing,
  } as unknown as Scope;
  scopes.set(machine, scope);
  return scope;
}

/**
 * What `transition` of XState answers: the snapshot after the event and what it asks to be done. Performs nothing.
 *
 * @param event must be one that the snapshot can take: what stands behind `always` would run on any other
 */
export function stepOf(
  machine: AnyStateMachine,
  snapshot: AnyMachineSnapshot,
  event: { type: string },
): [AnyMachineSnapshot, ExecutableActionObject[]] {
  const actions: ExecutableActionObject[] = [];
  const scope = scopeOf(machine);
  scope.actionExecutor = (action) => void actions.push(action);
  const next = machine.transition(snapshot, event as never, scope as never);
  return [next, actions];
}
