import { type ChangeEvent, type FocusEvent, type FormEvent, useEffect, useRef, useState } from "react";
import type { ZodType } from "zod";
import { useLang } from "../../i18n/use-words.ts";
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

interface Options extends FormState {
  problems?: Problems;
  id?: string;
  /** Imports the schema at the first answer; then the browser judges too, by the manners of `useZodForm`. */
  schema?: () => Promise<ZodType>;
}

interface PlainForm {
  onSubmit(event: FormEvent<HTMLFormElement>): void;
  field(name: string): FieldBinding;
  errors: FormProblems;
}

const none: FormErrors = {};

/**
 * `useZodForm` for pages that are counted by the kilobyte: nothing but this file in the browser.
 *
 * Without a `schema` the server alone judges, which is soon enough for a code, a reason or one choice.
 */
export function usePlainForm({ problems, schema, ...state }: Options = {}): PlainForm {
  const lang = useLang();
  const { errors: answered = none } = state;
  const [keys, setKeys] = useState(answered);
  const [attempt, setAttempt] = useState(0);
  const isJudged = useRef(false);

  useEffect(() => {
    setKeys(answered);
    if (answered !== none) setAttempt((n) => n + 1);
  }, [answered]);

  const judge = async (form: HTMLFormElement): Promise<FormErrors> => {
    // A schema that cannot be fetched judges nothing: the server will.
    const loaded = await schema?.().catch(() => null);
    const parsed = loaded ? parseForm(loaded, new FormData(form)) : null;
    return parsed && !parsed.ok ? parsed.errors : none;
  };
  const judgeOne = async (name: string, { form }: Control) => {
    if (!form) return;
    const { [name]: key } = await judge(form);
    setKeys(({ [name]: _, ...others }) => (key ? { ...others, [name]: key } : others));
  };

  const field = (name: string): FieldBinding => {
    const key = keys[name];
    const binding = bindingOf(name, state, key && sentenceOf(key, lang, problems));
    if (!schema) return binding;
    return {
      ...binding,
      onChange: ({ target }: ChangeEvent<Control>) => void (key && judgeOne(name, target)),
      onBlur: ({ target }: FocusEvent<Control>) => void ((key || isAnswered(target)) && judgeOne(name, target)),
    };
  };

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    const { submitter } = event.nativeEvent as SubmitEvent;
    if (!schema || isJudged.current || (submitter as HTMLButtonElement | null)?.formNoValidate) {
      isJudged.current = false;
      return;
    }
    event.preventDefault();
    const form = event.currentTarget;
    void judge(form).then((found) => {
      setKeys(found);
      if (Object.keys(found).length > 0) return setAttempt((n) => n + 1);
      submitAgain(form, submitter, () => {
        isJudged.current = true;
      });
    });
  };

  return { onSubmit, field, errors: { attempt, list: listOf(keys, state, lang, problems) } };
}
