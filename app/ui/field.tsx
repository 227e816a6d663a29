import type { HTMLInputAutoCompleteAttribute, HTMLInputTypeAttribute, ReactNode, Ref } from "react";
import { cx } from "./cx.ts";
import { describedBy, FieldError, Hint, LabelText } from "./field-frame.tsx";
import { type FieldBinding, idOf } from "./form/binding.ts";

export type FieldType =
  | "text"
  | "email"
  | "tel"
  | "url"
  | "number"
  | "money"
  | "date"
  | "password"
  | "code"
  | "textarea"
  | "select";

export interface FieldProps extends Partial<FieldBinding> {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  type?: FieldType;
  optional?: boolean;
  /** For `select`; an empty first choice is added unless `value` is given or one of them is empty. */
  options?: readonly { value: string; label: string }[];
  /** For `money`: ISO 4217, shown before the box. */
  currency?: string;
  /** A unit shown behind the box. */
  suffix?: string;
  /** How long an answer is expected to be: the box is as wide as that. */
  width?: "full" | "half" | "short";
  rows?: number;
  placeholder?: string;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  inputMode?: "text" | "numeric" | "decimal" | "email" | "tel" | "url";
  maxLength?: number;
  min?: string | number;
  max?: string | number;
  readOnly?: boolean;
  disabled?: boolean;
  autoFocus?: boolean;
  spellCheck?: boolean;
}

/** What the browser is told about each kind; `money` and `number` stay text, so that "1,000" is not thrown away. */
const kinds: Record<
  FieldType,
  { type: HTMLInputTypeAttribute; inputMode?: FieldProps["inputMode"]; className?: string }
> = {
  text: { type: "text" },
  email: { type: "email", inputMode: "email" },
  tel: { type: "tel", inputMode: "tel", className: "num" },
  url: { type: "url", inputMode: "url" },
  number: { type: "text", inputMode: "decimal", className: "num" },
  money: { type: "text", inputMode: "decimal", className: "num text-right" },
  date: { type: "date", className: "num" },
  password: { type: "password" },
  code: { type: "text", inputMode: "numeric", className: "num tracking-[0.3em]" },
  textarea: { type: "text" },
  select: { type: "text" },
};
const widths = { full: "", half: "sm:max-w-72", short: "max-w-40" };

/** A question with one answer. Spread `field("name")` of a form into it, or give `name`, `value` and `error` yourself. */
export function Field(props: FieldProps) {
  const { name, label, hint, error, type = "text", optional, width = "full", id = idOf(name) } = props;
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-17 font-semibold in-[.dense]:text-15">
        <LabelText label={label} optional={optional} />
      </label>
      <Hint id={id}>{hint}</Hint>
      <FieldError id={id}>{error}</FieldError>
      <div className={cx("flex items-stretch", widths[width])}>
        {props.currency ? <Unit side="left">{props.currency}</Unit> : null}
        <Control {...props} id={id} type={type} />
        {props.suffix ? <Unit side="right">{props.suffix}</Unit> : null}
      </div>
    </div>
  );
}

function Control({ id, type, ...props }: FieldProps & { id: string; type: FieldType }) {
  const { name, value, error, hint, optional, currency, suffix, options, inputRef, onChange, onBlur } = props;
  const { readOnly, disabled, placeholder, maxLength, autoComplete, autoFocus, spellCheck } = props;
  const kind = kinds[type];
  const text = typeof value === "string" ? value : (value?.[0] ?? "");
  const shared = {
    id,
    name,
    defaultValue: text,
    onChange,
    onBlur,
    disabled,
    autoComplete,
    autoFocus,
    "aria-describedby": describedBy(id, hint, error),
    "aria-invalid": error ? true : undefined,
    "aria-required": optional ? undefined : true,
    className: cx("control", kind.className, currency && "rounded-l-none", suffix && "rounded-r-none"),
  };
  if (type === "select") {
    return (
      <span className="relative grid w-full">
        <select
          {...shared}
          className={cx(shared.className, "appearance-none pr-10")}
          ref={inputRef as Ref<HTMLSelectElement>}
        >
          {text === "" && !options?.some((option) => option.value === "") ? (
            <option value="">{placeholder ?? "—"}</option>
          ) : null}
          {options?.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <svg
          viewBox="0 0 12 12"
          aria-hidden="true"
          className="pointer-events-none absolute top-1/2 right-3 size-3 -translate-y-1/2"
        >
          <path
            d="M2 4l4 4 4-4"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.75"
            strokeLinecap="round"
            strokeLinejoin="round"
          />
        </svg>
      </span>
    );
  }
  const typed = { ...shared, readOnly, placeholder, maxLength, spellCheck };
  if (type === "textarea")
    return <textarea {...typed} rows={props.rows ?? 4} ref={inputRef as Ref<HTMLTextAreaElement>} />;
  return (
    <input
      {...typed}
      type={kind.type}
      inputMode={props.inputMode ?? kind.inputMode}
      min={props.min}
      max={props.max}
      ref={inputRef as Ref<HTMLInputElement>}
    />
  );
}

function Unit({ side, children }: { side: "left" | "right"; children: ReactNode }) {
  return (
    <span
      className={cx(
        "flex shrink-0 items-center border border-edge bg-sunk px-3 text-15 text-ink-2",
        side === "left" ? "rounded-l-md border-r-0" : "rounded-r-md border-l-0",
      )}
    >
      {children}
    </span>
  );
}
