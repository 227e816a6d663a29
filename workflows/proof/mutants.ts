import { type AnyStateMachine, createMachine } from "xstate";
import type { Law } from "../law.ts";
import type { Role } from "../roles.ts";
import type { Touches } from "./walk-again.ts";

/** A machine with one mistake in it, of the kind that people make. */
export interface Mutant {
  name: string;
  law: Law;
  /** Which steps the mistake can change; null: none, only who may say what. */
  touches: Touches | "all" | null;
}

type Config = Record<string, unknown>;
interface Spot {
  /** Where in the chart, e.g. `application.kyc.review RECOMMEND_APPROVAL`. */
  where: string;
  touches: Touches;
  get: () => Config;
  put: (transitions: unknown) => void;
}

/**
 * Every mutant of a machine that these operators make: a guard dropped whole or in part, a guard turned round, a transition removed,
 * pointed elsewhere or copied to where it does not belong, an action or a timer lost, a tag lost, a role given away.
 */
export function mutantsOf(law: Law): Mutant[] {
  const mutants: Mutant[] = [];
  const make = (name: string, touches: Touches, change: (config: Config) => void) => {
    const config = copy(law.machine.config) as Config;
    change(config);
    mutants.push({ name, touches, law: { ...law, machine: rebuild(law.machine, config) } });
  };

  for (const [place, { where, touches, get }] of spotsOf(law.machine.config as Config).entries()) {
    const at = (config: Config) => spotsOf(config)[place]!;
    const add = (name: string, change: (config: Config) => void) => make(name, touches, change);
    const here = get();
    if (here.guard !== undefined) {
      add(`${where}: guard dropped`, (config) => change(at(config), { guard: undefined }));
      add(`${where}: guard turned round`, (config) =>
        change(at(config), { guard: turned(at(config).get().guard, law) }),
      );
      const all = partsOf(here.guard);
      for (const [n, part] of all.entries()) {
        if (all.length > 1)
          add(`${where}: guard ${part} dropped`, (config) =>
            change(at(config), {
              guard: joined(
                all.filter((_, m) => m !== n),
                law,
              ),
            }),
          );
      }
    }
    add(`${where}: transition removed`, (config) => at(config).put(undefined));
    if (typeof here.target === "string") {
      for (const sibling of siblings(law.machine, where.split(" ")[0]!, here.target).slice(0, 2))
        add(`${where}: leads to ${sibling}`, (config) => change(at(config), { target: sibling }));
    }
    for (const [n, action] of listOf(here.actions).entries()) {
      add(`${where}: action ${nameOf(action)} lost`, (config) =>
        change(at(config), { actions: without(at(config).get().actions, n) }),
      );
    }
  }

  for (const path of statesOf(law.machine.config as Config)) {
    const state = stateAt(law.machine.config as Config, path);
    const add = (name: string, change: (config: Config) => void) => make(name, ownTouches(state, path), change);
    for (const entry of ["entry", "exit"] as const) {
      for (const [n, action] of listOf(state[entry]).entries()) {
        add(`${path}: ${entry} ${nameOf(action)} lost`, (config) => {
          const target = stateAt(config, path);
          target[entry] = without(target[entry], n);
        });
      }
    }
    for (const tag of listOf(state.tags))
      add(`${path}: tag ${tag} lost`, (config) => {
        const target = stateAt(config, path);
        target.tags = listOf(target.tags).filter((one) => one !== tag);
      });
    if (state.type === "final")
      add(`${path}: no longer final`, (config) => {
        const target = stateAt(config, path);
        delete target.type;
      });
  }

  const others: Role[] = ["merchant", "advisor", "reviewer", "approver", "integration", "system"];
  for (const [type, roles] of Object.entries(law.sentBy)) {
    const stranger = others.find((role) => !roles.includes(role))!;
    mutants.push({
      name: `${type}: ${stranger} may send it too`,
      touches: null,
      law: { ...law, sentBy: { ...law.sentBy, [type]: [...roles, stranger] } },
    });
    mutants.push({
      name: `${type}: nobody may send it`,
      touches: null,
      law: { ...law, sentBy: { ...law.sentBy, [type]: [] } },
    });
  }
  for (const type of law.personal)
    mutants.push({
      name: `${type}: a key may send it`,
      touches: null,
      law: { ...law, personal: new Set([...law.personal].filter((one) => one !== type)) },
    });
  mutants.push({ name: "a hold lets everything through", touches: "all", law: { ...law, halted: () => null } });
  return mutants;
}

/** A state that is passed through without a stay shows in steps from and to any other state of its phase. */
const ownTouches = (state: Config, path: string): Touches => ({
  path: state.type === "final" || state.always ? path.split(".")[0]! : path,
  type: null,
});

/** The same machine with another chart: guards, actions and delays stay as they are. */
const rebuild = (machine: AnyStateMachine, config: Config): AnyStateMachine =>
  createMachine(config as never).provide(machine.implementations as never) as unknown as AnyStateMachine;

/** Functions (assigns, guards, params) are shared; everything that can be written is copied. */
function copy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copy);
  if (value && typeof value === "object")
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, copy(inner)]));
  return value;
}

const listOf = (value: unknown): unknown[] => (value === undefined ? [] : Array.isArray(value) ? value : [value]);
const without = (list: unknown, place: number): unknown[] => listOf(list).filter((_, n) => n !== place);
const nameOf = (action: unknown): string => {
  if (typeof action === "string") return action;
  if (typeof action === "function") return "assign";
  const { type, params } = action as { type: string; params?: { letter?: string } };
  return params && typeof params === "object" && params.letter ? `${type} ${params.letter}` : type;
};

function partsOf(guard: unknown): string[] {
  if (typeof guard === "string") return [guard];
  const parts = (guard as { guards?: unknown[] } | undefined)?.guards;
  return parts ? parts.flatMap(partsOf) : [];
}

type Check = (facts: never) => boolean;
const joined = (names: string[], law: Law) => (facts: never) =>
  names.every((name) => (law.guards[name] as Check)(facts));
const turned = (guard: unknown, law: Law) => (facts: never) =>
  !partsOf(guard).every((name) => (law.guards[name] as Check)(facts));

const change = (spot: Spot, fields: Config) => spot.put({ ...spot.get(), ...fields });

/** Every transition of a chart, one after the other, always in the same order. */
function spotsOf(config: Config, path: string[] = [], root = String(config.id)): Spot[] {
  const spots: Spot[] = [];
  for (const kind of ["on", "after"] as const) {
    const table = config[kind] as Record<string, unknown> | undefined;
    for (const [event, written] of Object.entries(table ?? {})) {
      const many = Array.isArray(written) && written.every((one) => typeof one === "object");
      const list = many ? (written as unknown[]) : [written];
      for (const [n, one] of list.entries()) {
        spots.push({
          where: `${path.join(".") || "(root)"} ${event}${list.length > 1 ? `[${n}]` : ""}`,
          touches: {
            path: path.join("."),
            type: kind === "on" ? event : `xstate.after.${event}.${[root, ...path].join(".")}`,
          },
          get: () => (typeof one === "string" ? { target: one } : (one as Config)),
          put: (next) => {
            if (many) table![event] = list.flatMap((other, m) => (m === n ? (next ?? []) : [other]));
            else if (next === undefined) delete table![event];
            else table![event] = next;
          },
        });
      }
    }
  }
  for (const kind of ["always", "onDone"] as const) {
    if (config[kind])
      spots.push({
        where: `${path.join(".") || "(root)"} ${kind}`,
        touches: ownTouches(config, path.join(".")),
        get: () => config[kind] as Config,
        put: (next) => {
          if (next === undefined) delete config[kind];
          else config[kind] = next;
        },
      });
  }
  for (const [name, state] of Object.entries((config.states ?? {}) as Record<string, Config>))
    spots.push(...spotsOf(state, [...path, name], root));
  return spots;
}

const statesOf = (config: Config, path: string[] = []): string[] =>
  Object.entries((config.states ?? {}) as Record<string, Config>).flatMap(([name, state]) => [
    [...path, name].join("."),
    ...statesOf(state, [...path, name]),
  ]);

const stateAt = (config: Config, path: string): Config =>
  path.split(".").reduce((state, name) => (state.states as Record<string, Config>)[name]!, config);

/** Other states that a transition could have been pointed at by mistake. */
function siblings(machine: AnyStateMachine, where: string, target: string): string[] {
  if (target.startsWith("#") || target.startsWith(".")) return [];
  const path = where === "(root)" ? [] : where.split(".").slice(0, -1);
  const parent = path.length === 0 ? (machine.config as Config) : stateAt(machine.config as Config, path.join("."));
  const names = Object.keys((parent.states ?? {}) as object);
  const own = where.split(".").at(-1);
  return names.filter((name) => name !== target && name !== own);
}
