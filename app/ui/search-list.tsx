import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { useWords } from "../i18n/use-words.ts";
import { cx } from "./cx.ts";
import { describedBy, FieldError, Hint, LabelText } from "./field-frame.tsx";
import { type FieldBinding, idOf } from "./form/binding.ts";
import { words } from "./search-words.ts";
import { useHydrated } from "./use-hydrated.ts";

export interface SearchOption {
  value: string;
  label: string;
  /** The heading it stands under; options of one group stand together. */
  group?: string;
  /** A short remark behind the name. */
  hint?: ReactNode;
  /** Other names it is found by: "Vietnam 베트남 VN". */
  alsoFoundBy?: string;
}

interface Props extends Partial<FieldBinding> {
  name: string;
  legend: ReactNode;
  hint?: ReactNode;
  optional?: boolean;
  options: readonly SearchOption[];
  /** Told at every change, with what is chosen in the order of the list. */
  onChosen?: (values: string[]) => void;
  columns?: 1 | 2 | 3;
  large?: boolean;
  hideLegend?: boolean;
}

const columnClass = { 1: "", 2: "sm:grid-cols-2", 3: "sm:grid-cols-2 lg:grid-cols-3" };
const folded = (text: string) => text.normalize("NFC").toLocaleLowerCase("en");

/**
 * Many to choose from, found by typing. Without scripts a plain list of boxes; what the search hides stays chosen.
 * The boxes themselves hold what is chosen, so that a tick made before hydration, or brought back by the browser, counts.
 */
export function SearchList(props: Props) {
  const { name, legend, hint, error, optional, options, value, id = idOf(name), onChosen, columns = 2 } = props;
  const w = useWords(words).search;
  const isHydrated = useHydrated();
  const fieldset = useRef<HTMLFieldSetElement>(null);
  const [initial] = useState(() => new Set(typeof value === "string" ? [value] : value));
  const [chosen, setChosen] = useState(initial);
  const [typed, setTyped] = useState("");
  const wanted = folded(useDeferredValue(typed).trim());

  const groups = useMemo(() => grouped(options), [options]);
  const isFound = (option: SearchOption) =>
    wanted === "" || folded(`${option.label} ${option.alsoFoundBy ?? ""}`).includes(wanted);
  const isNothingFound = !options.some(isFound);

  const boxes = () => [...(fieldset.current?.querySelectorAll<HTMLInputElement>("input[type=checkbox]") ?? [])];
  const read = () => new Set(boxes().flatMap((box) => (box.checked ? [box.value] : [])));
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page comes alive; afterwards every change reads.
  useEffect(() => setChosen(read()), []);

  const change = () => {
    const now = read();
    setChosen(now);
    onChosen?.([...now]);
  };
  const remove = (option: string) =>
    boxes()
      .find((box) => box.value === option)
      ?.click();

  return (
    <fieldset ref={fieldset} className="grid min-w-0 gap-1.5" aria-describedby={describedBy(id, hint, error)}>
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
      {isHydrated ? (
        <div className="mt-0.5 grid gap-2">
          <input
            type="search"
            aria-label={w.filterPlaceholder}
            placeholder={w.filterPlaceholder}
            autoComplete="off"
            className="control"
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            // Enter belongs to the search, not to the form around it.
            onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
          />
          <Chosen options={options.filter(({ value }) => chosen.has(value))} onRemove={remove} />
        </div>
      ) : null}
      <div className="mt-2 grid gap-4">
        {groups.map(([group, members]) => (
          <div key={group} hidden={!members.some(isFound)} className="grid gap-1">
            {group ? <p className="text-13 font-semibold text-ink-2">{group}</p> : null}
            <ul aria-label={group || undefined} className={cx("grid gap-x-4", columnClass[columns])}>
              {members.map((option) => (
                <li key={option.value} hidden={!isFound(option)}>
                  <Row
                    id={option === options[0] ? id : `${id}-${option.value}`}
                    name={name}
                    option={option}
                    isChosen={initial.has(option.value)}
                    onChange={change}
                    binding={props}
                  />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </div>
      <p aria-live="polite" className={isNothingFound ? "text-15 text-ink-2" : "sr-only"}>
        {isNothingFound ? w.nothing(typed) : ""}
      </p>
    </fieldset>
  );
}

const grouped = (options: readonly SearchOption[]): [string, SearchOption[]][] => {
  const groups = new Map<string, SearchOption[]>();
  for (const option of options) {
    const group = option.group ?? "";
    groups.set(group, [...(groups.get(group) ?? []), option]);
  }
  return [...groups];
};

interface RowProps {
  id: string;
  name: string;
  option: SearchOption;
  isChosen: boolean;
  onChange: () => void;
  binding: Partial<FieldBinding>;
}

function Row({ id, name, option, isChosen, onChange, binding }: RowProps) {
  return (
    <label
      htmlFor={id}
      className="flex min-h-11 cursor-pointer items-center gap-3 rounded-md px-2 py-1 hover:bg-sunk has-checked:bg-accent-wash has-focus-visible:outline-2 has-focus-visible:outline-accent lg:in-[.dense]:min-h-8"
    >
      <input
        id={id}
        type="checkbox"
        name={name}
        value={option.value}
        defaultChecked={isChosen}
        onChange={(event) => {
          onChange();
          binding.onChange?.(event);
        }}
        onBlur={binding.onBlur}
        className="size-5 shrink-0 accent-accent outline-none"
      />
      <span className="text-17 in-[.dense]:text-15">{option.label}</span>
      {option.hint ? <span className="ml-auto text-right text-13 text-ink-2">{option.hint}</span> : null}
    </label>
  );
}

function Chosen({ options, onRemove }: { options: SearchOption[]; onRemove: (value: string) => void }) {
  const w = useWords(words).search;
  return (
    <div className="flex min-h-8 flex-wrap items-center gap-2">
      <span aria-live="polite" className="text-15 text-ink-2">
        {w.chosen(options.length)}
      </span>
      {options.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          aria-label={w.remove(label)}
          onClick={() => onRemove(value)}
          className="flex min-h-8 cursor-pointer items-center gap-1.5 rounded-full border border-accent bg-accent-wash py-0.5 pr-2 pl-3 text-15 text-accent-strong hover:bg-sheet"
        >
          {label}
          <svg viewBox="0 0 12 12" aria-hidden="true" className="size-3">
            <path d="M2.5 2.5l7 7M9.5 2.5l-7 7" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
          </svg>
        </button>
      ))}
    </div>
  );
}
