import type { ButtonHTMLAttributes, ReactNode } from "react";
import { cx } from "./cx.ts";

/** `primary`: the thing to do now, one a page. `plain`: everything else. `quiet`: in rows and bars. `danger`: what cannot be taken back. */
export type ButtonTone = "primary" | "plain" | "quiet" | "danger";
export type ButtonSize = "m" | "s";

const tones: Record<ButtonTone, string> = {
  primary: "border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong",
  plain: "border-edge bg-sheet text-ink hover:border-ink hover:bg-sunk",
  quiet: "border-transparent bg-transparent text-accent hover:bg-accent-wash",
  danger: "border-problem bg-sheet text-problem hover:bg-problem hover:text-on-problem",
};
const sizes: Record<ButtonSize, string> = {
  m: "min-h-12 gap-2 px-5 py-2 text-17 lg:in-[.dense]:min-h-9 lg:in-[.dense]:px-3 lg:in-[.dense]:py-1 lg:in-[.dense]:text-15",
  s: "min-h-9 gap-1.5 px-3 py-1 text-15 whitespace-nowrap lg:in-[.dense]:min-h-7 lg:in-[.dense]:px-2 lg:in-[.dense]:py-0 lg:in-[.dense]:text-13",
};

/** The looks of a button, for what is a link underneath. */
export const buttonClass = (tone: ButtonTone = "plain", size: ButtonSize = "m", isWide = false): string =>
  cx(
    "inline-flex cursor-pointer items-center justify-center rounded-md border text-center font-semibold no-underline transition-colors",
    "aria-disabled:cursor-default aria-disabled:opacity-60 disabled:cursor-not-allowed disabled:border-line disabled:bg-sunk disabled:text-ink-2",
    tones[tone],
    sizes[size],
    isWide && "w-full sm:w-auto",
  );

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  tone?: ButtonTone;
  size?: ButtonSize;
  icon?: ReactNode;
  /** The whole width of a phone. */
  wide?: boolean;
}

export function Button({ tone, size, icon, wide, className, children, type = "button", ...rest }: ButtonProps) {
  return (
    <button type={type} className={cx(buttonClass(tone, size, wide), className)} {...rest}>
      {icon}
      {children}
    </button>
  );
}
