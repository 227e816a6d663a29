/** Class names that apply: `cx("a", isOpen && "b")`. */
export const cx = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(" ");
