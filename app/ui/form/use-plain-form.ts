import { useEffect, useState } from "react";
import { useLang } from "../../i18n/use-words.ts";
import { bindingOf, type FieldBinding, type FormProblems, type FormState, listOf } from "./binding.ts";
import { type Problems, sentenceOf } from "./problem.ts";

/**
 * A form judged by the server alone: the same `field` and `errors` as `useZodForm`, without its weight in the browser.
 * For short forms (a code, a reason, one choice), where an answer from the server is soon enough.
 */
export function usePlainForm({ problems, ...state }: FormState & { problems?: Problems; id?: string } = {}): {
  field(name: string): FieldBinding;
  errors: FormProblems;
} {
  const lang = useLang();
  const [attempt, setAttempt] = useState(0);
  const { errors } = state;
  useEffect(() => {
    if (errors) setAttempt((n) => n + 1);
  }, [errors]);
  return {
    field: (name) => {
      const key = errors?.[name];
      return bindingOf(name, state, key && sentenceOf(key, lang, problems));
    },
    errors: { attempt, list: listOf(errors ?? {}, state, lang, problems) },
  };
}
