export type { FieldBinding, FormProblems, FormState } from "./binding.ts";
export type { FormValues } from "./names.ts";
export { type FormErrors, type Parsed, parseForm } from "./parse-form.ts";
export { type Problems, sentenceOf } from "./problem.ts";
export { usePlainForm } from "./use-plain-form.ts";
export { useZodForm, type ZodForm } from "./use-zod-form.ts";
