import { type ChangeEvent, type FocusEvent, type FormEvent, useEffect, useMemo, useRef, useState } from "react";
import { type FieldErrors, type FieldPath, get, type Resolver, set, useForm } from "react-hook-form";
import type { input, ZodType } from "zod";
import { useLang } from "../../i18n/use-words.ts";
import { useHydrated } from "../use-hydrated.ts";
import {
  bindingOf,
  type Control,
  type FieldBinding,
  type FormProblems,
  type FormState,
  isAnswered,
  listOf,
} from "./binding.ts";
import { type FormErrors, parseForm } from "./parse-form.ts";
import { type Problems, sentenceOf } from "./problem.ts";
import { submitAgain } from "./submit-again.ts";

type Names<S extends ZodType> = input<S> extends Record<string, unknown> ? FieldPath<input<S>> : string;

interface Options extends FormState {
  /** The room's `words.*.problems`. */
  problems?: Problems;
  /** Put before every field's id; needed when two forms of a page share a field name. */
  id?: string;
}

export interface ZodForm<S extends ZodType> {
  onSubmit(event: FormEvent<HTMLFormElement>): void;
  /** Everything a `Field`, `Choice` or `SearchList` needs to know about the field of this name. */
  field(name: Names<S>): FieldBinding;
  errors: FormProblems;
}

/**
 * A form that posts by itself, and with scripts says what is wrong before it is sent.
 *
 * Judging is `parseForm` over the form as it stands in the page, so browser and server cannot disagree. A field
 * is judged when it is left with something in it, and at every keystroke once it has an error: nobody is told
 * "missing" for passing through. A submitter with `formNoValidate` is let through untouched.
 *
 * @param schema the schema, or a function that imports it: then zod is loaded at the first answer, not with the page
 */
export function useZodForm<S extends ZodType>(schema: S | (() => Promise<S>), options: Options = {}): ZodForm<S> {
  const lang = useLang();
  const isHydrated = useHydrated();
  const formElement = useRef<HTMLFormElement | null>(null);
  const isJudged = useRef(false);
  const [attempt, setAttempt] = useState(0);
  const ask = useRef(schema);
  ask.current = schema;

  const resolver: Resolver = useMemo(
    () => async () => {
      const judge = typeof ask.current === "function" ? await ask.current().catch(() => null) : ask.current;
      const parsed = judge && formElement.current ? parseForm(judge, new FormData(formElement.current)) : null;
      // Nothing to judge with (the schema could not be fetched): the server will.
      return parsed && !parsed.ok ? { values: {}, errors: asFieldErrors(parsed.errors) } : { values: {}, errors: {} };
    },
    [],
  );
  const answered = useMemo(() => (options.errors ? asFieldErrors(options.errors) : undefined), [options.errors]);
  const { register, trigger, formState } = useForm({ resolver, errors: answered, shouldFocusError: false });

  useEffect(() => {
    if (answered) setAttempt((n) => n + 1);
  }, [answered]);

  const keyOf = (name: string): string | undefined =>
    isHydrated ? (get(formState.errors, name) as { message?: string } | undefined)?.message : options.errors?.[name];

  const field = (name: Names<S>): FieldBinding => {
    const { ref, onBlur, onChange } = register(name);
    const judge = (control: Control) => {
      formElement.current = control.form;
      void trigger(name);
    };
    const key = keyOf(name);
    return {
      ...bindingOf(name, options, key && sentenceOf(key, lang, options.problems)),
      inputRef: ref,
      onChange: (event: ChangeEvent<Control>) => {
        void onChange(event);
        if (keyOf(name)) judge(event.target);
      },
      onBlur: (event: FocusEvent<Control>) => {
        void onBlur(event);
        if (keyOf(name) || isAnswered(event.target)) judge(event.target);
      },
    };
  };

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (isJudged.current || (submitter as HTMLButtonElement | null)?.formNoValidate) {
      isJudged.current = false;
      return;
    }
    event.preventDefault();
    const form = event.currentTarget;
    formElement.current = form;
    void trigger().then((isGood) => {
      if (!isGood) return setAttempt((n) => n + 1);
      submitAgain(form, submitter, () => {
        isJudged.current = true;
      });
    });
  };

  const keys = isHydrated ? flat(formState.errors) : (options.errors ?? {});
  return { onSubmit, field, errors: { attempt, list: listOf(keys, options, lang, options.problems) } };
}

function asFieldErrors(errors: FormErrors): FieldErrors {
  const held: FieldErrors = {};
  for (const [name, message] of Object.entries(errors))
    set(held, name === "" ? "root" : name, { type: "judged", message });
  return held;
}

function flat(errors: object, path: string[] = []): FormErrors {
  const found: FormErrors = {};
  for (const [key, held] of Object.entries(errors)) {
    if (typeof held !== "object" || held === null) continue;
    if (typeof held.message === "string" && typeof held.type === "string")
      found[[...path, key].join(".")] = held.message;
    else Object.assign(found, flat(held, [...path, key]));
  }
  return found;
}
