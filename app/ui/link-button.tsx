import { Link, type LinkProps } from "@remix-run/react";
import type { ReactNode } from "react";
import { type ButtonSize, type ButtonTone, buttonClass } from "./button.tsx";
import { cx } from "./cx.ts";

interface Props extends LinkProps {
  tone?: ButtonTone;
  size?: ButtonSize;
  icon?: ReactNode;
  wide?: boolean;
}

/** A link that looks like a button: it goes somewhere and changes nothing. */
export function LinkButton({ tone, size, icon, wide, className, children, ...rest }: Props) {
  return (
    <Link className={cx(buttonClass(tone, size, wide), className)} {...rest}>
      {icon}
      {children}
    </Link>
  );
}
