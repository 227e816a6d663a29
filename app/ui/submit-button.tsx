import { type Fetcher, useNavigation } from "@remix-run/react";
import type { MouseEvent } from "react";
import { useWords } from "../i18n/use-words.ts";
import { Button, type ButtonProps } from "./button.tsx";
import { Spinner } from "./spinner.tsx";
import { words } from "./words.ts";

interface Props extends Omit<ButtonProps, "type"> {
  /** Said while the form is on its way; "Sending…" unless told. */
  pending?: string;
  /** The fetcher whose form this button sends; without it, the page's navigation is watched. */
  fetcher?: Pick<Fetcher, "state" | "formData">;
}

/**
 * Sends its form, and says that it is on its way. A second press while it is does nothing.
 * With `name` and `value` it knows itself from the other buttons of the page.
 */
export function SubmitButton({ tone = "primary", pending, fetcher, icon, children, onClick, ...rest }: Props) {
  const w = useWords(words);
  const navigation = useNavigation();
  const { state, formData } = fetcher ?? navigation;
  const isMine = !rest.name || formData?.get(rest.name) === String(rest.value ?? "");
  const isPending = state !== "idle" && formData !== undefined && isMine;

  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (isPending) event.preventDefault();
    else onClick?.(event);
  };
  return (
    <Button
      {...rest}
      type="submit"
      tone={tone}
      icon={isPending ? <Spinner /> : icon}
      aria-disabled={isPending || undefined}
      onClick={press}
    >
      {isPending ? (pending ?? w.pending) : children}
    </Button>
  );
}
