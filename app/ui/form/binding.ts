import type { ChangeEventHandler, FocusEventHandler, Ref } from "react";
import type { Lang } from "../../i18n/words.ts";
import { valueAt } from "./names.ts";
import type { FormErrors } from "./parse-form.ts";
import { type Problems, sentenceOf } from "./problem.ts";

/** What a person types or ticks. */
export type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What a form tells one of its fields. Without scripts only name, value and error matter. */
export interface FieldBinding {
  id: string;
  name: string;
  /** What stood in the field: text, or the list of choices. */
  value?: string | readonly string[];
  /** A sentence, in the language of the page. */
  error?: string;
  // A ref callback of react-hook-form takes any element; each control hands over its own kind.
  inputRef?: Ref<Control> & ((element: Control | null) => void);
  onChange?: ChangeEventHandler<Control>;
  onBlur?: FocusEventHandler<Control>;
}

/** What the loader or the action said: `values: posted?.values ?? saved`, `errors: posted?.errors`. */
export interface FormState {
  // The shapes of rooms' own types; only text, numbers, booleans and lists of them are shown.
  values?: object | null;
  errors?: FormErrors;
}

/** `attempt` counts the times a person tried and was told no: the summary takes the focus when it grows. */
export interface FormProblems {
  attempt: number;
  list: { id: string; name: string; message: string }[];
}

export const idOf = (name: string, prefix?: string): string =>
  `${prefix ? `${prefix}-` : ""}${name.replaceAll(".", "-")}`;

const textOf = (held: unknown): string | readonly string[] | undefined => {
  if (held === undefined || held === null) return undefined;
  if (Array.isArray(held)) return held.filter((one) => typeof one !== "object").map(String);
  return typeof held === "object" ? undefined : String(held);
};

export function bindingOf(name: string, state: FormState & { id?: string }, error: string | undefined): FieldBinding {
  return { id: idOf(name, state.id), name, value: textOf(valueAt(state.values, name)), error };
}

export const listOf = (
  errors: FormErrors,
  state: { id?: string },
  lang: Lang,
  problems?: Problems,
): FormProblems["list"] =>
  Object.entries(errors).map(([name, key]) => ({
    id: idOf(name, state.id),
    name,
    message: sentenceOf(key, lang, problems),
  }));

/** Whether there is anything in it to judge: an empty box that was only passed through is no answer. */
export const isAnswered = (control: Control): boolean =>
  control instanceof HTMLInputElement && ["checkbox", "radio"].includes(control.type)
    ? control.checked
    : control.value !== "";
