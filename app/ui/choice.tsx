import type { ReactNode, Ref } from "react";
import { cx } from "./cx.ts";
import { describedBy, FieldError, Hint, LabelText } from "./field-frame.tsx";
import { type FieldBinding, idOf } from "./form/binding.ts";

export interface Option {
  value: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Why it cannot be chosen; it is shown and greyed. */
  locked?: ReactNode;
}

export interface ChoiceProps extends Partial<FieldBinding> {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  /** `radio`: one of them. `checkbox`: any number; the form then holds the name once for each. */
  type?: "radio" | "checkbox";
  options: readonly Option[];
  /** Cards side by side from a desk's width on. */
  columns?: 1 | 2 | 3;
  /** The legend is the page's question: bigger. */
  large?: boolean;
  /** Said to screen readers only. */
  hideLegend?: boolean;
}

const columnClass = { 1: "", 2: "sm:grid-cols-2", 3: "sm:grid-cols-3" };

/** One of a few, or some of a few, each as a card that can be pressed anywhere. */
export function Choice(props: ChoiceProps) {
  const { name, legend, hint, error, optional, type = "radio", options, columns = 1, id = idOf(name), value } = props;
  const chosen = new Set(typeof value === "string" ? [value] : value);
  return (
    <fieldset className="grid min-w-0 gap-1.5" aria-describedby={describedBy(id, hint, error)}>
      <legend
        className={cx(
          props.hideLegend ? "sr-only" : "float-left w-full font-semibold",
          props.large ? "text-21" : "text-17 in-[.dense]:text-15",
        )}
      >
        <LabelText label={legend} optional={optional} />
      </legend>
      <Hint id={id}>{hint}</Hint>
      <FieldError id={id}>{error}</FieldError>
      <div className={cx("mt-0.5 grid gap-2", columnClass[columns])}>
        {options.map((option, place) => (
          <Card
            key={option.value}
            option={option}
            // The summary's link leads to the first card.
            id={place === 0 ? id : `${id}-${place}`}
            isInvalid={Boolean(error)}
            input={{
              type,
              name,
              value: option.value,
              defaultChecked: chosen.has(option.value),
              ref: props.inputRef as Ref<HTMLInputElement>,
              onChange: props.onChange,
              onBlur: props.onBlur,
            }}
          />
        ))}
      </div>
    </fieldset>
  );
}

interface CardProps {
  option: Option;
  id: string;
  isInvalid: boolean;
  input: React.InputHTMLAttributes<HTMLInputElement> & { ref?: Ref<HTMLInputElement> };
}

function Card({ option, id, isInvalid, input }: CardProps) {
  const note = option.locked ?? option.hint;
  return (
    <label
      htmlFor={id}
      className={cx(
        "relative flex items-start gap-3 rounded-md border bg-sheet px-4 py-3 transition-colors in-[.dense]:px-3 in-[.dense]:py-2",
        "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
        "has-checked:border-accent has-checked:bg-accent-wash has-checked:shadow-[inset_0_0_0_1px_var(--accent)]",
        option.locked ? "cursor-not-allowed border-line bg-sunk" : "cursor-pointer hover:border-ink",
        isInvalid ? "border-problem" : "border-edge",
      )}
    >
      <input
        {...input}
        id={id}
        disabled={Boolean(option.locked)}
        aria-describedby={note ? `${id}-note` : undefined}
        className="mt-1 size-5 shrink-0 accent-accent outline-none in-[.dense]:mt-0.5"
      />
      <span className="grid min-w-0 gap-0.5">
        <span className="text-17 font-medium in-[.dense]:text-15">{option.label}</span>
        {note ? (
          <span id={`${id}-note`} className="text-15 text-ink-2 in-[.dense]:text-13">
            {note}
          </span>
        ) : null}
      </span>
    </label>
  );
}
