import type { ReactNode, Ref } from "react";
import { cx } from "./cx.ts";
import { describedBy, FieldError, Hint } from "./field-frame.tsx";
import { type FieldBinding, idOf } from "./form/binding.ts";

interface Props extends Partial<FieldBinding> {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What is posted instead of `on`, where several boxes of one name make a list. */
  checkedValue?: string;
}

/** One yes. Posts `on`; a schema's `z.boolean()` or `z.literal(true)` understands it. */
export function Checkbox({ name, label, hint, error, value, checkedValue, id = idOf(name), ...binding }: Props) {
  const { inputRef, onChange, onBlur } = binding;
  return (
    <div className="grid gap-1.5">
      <FieldError id={id}>{error}</FieldError>
      <label htmlFor={id} className="flex cursor-pointer items-start gap-3 text-17 in-[.dense]:text-15">
        <input
          id={id}
          name={name}
          type="checkbox"
          // Never undefined: React would empty the attribute when the page comes alive, and a ticked box would post "".
          value={checkedValue ?? "on"}
          defaultChecked={value === "on" || value === "true"}
          ref={inputRef as Ref<HTMLInputElement>}
          onChange={onChange}
          onBlur={onBlur}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy(id, hint, error)}
          className={cx("mt-1 size-5 shrink-0 accent-accent in-[.dense]:mt-0.5")}
        />
        <span>{label}</span>
      </label>
      {hint ? (
        <div className="pl-8">
          <Hint id={id}>{hint}</Hint>
        </div>
      ) : null}
    </div>
  );
}
