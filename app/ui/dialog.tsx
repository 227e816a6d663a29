import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useContext } from "react";
import { useWords } from "../i18n/use-words.ts";
import { cx } from "./cx.ts";
import { DenseContext } from "./dense.ts";
import { words } from "./words.ts";

interface Props {
  title: ReactNode;
  description?: ReactNode;
  /** The button that opens it; without one, `open` says. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  children: ReactNode;
  /** Its buttons, the one that does it first. Cancel is added. */
  footer?: ReactNode;
  wide?: boolean;
}

/** Asks for one thing above the page. Focus stays inside, Esc and the backdrop close it, and it goes back where it came from. */
export function Dialog({ title, description, trigger, open, onOpenChange, children, footer, wide }: Props) {
  const w = useWords(words);
  const isDense = useContext(DenseContext);
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger ? <Radix.Trigger asChild>{trigger}</Radix.Trigger> : null}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-[rgb(5_20_18/0.5)]" />
        <Radix.Content
          {...(description ? {} : { "aria-describedby": undefined })}
          className={cx(
            "fixed inset-x-4 top-[10vh] z-50 mx-auto flex max-h-[80vh] flex-col rounded-md border border-line bg-sheet shadow-float outline-none",
            wide ? "max-w-3xl" : "max-w-lg",
            isDense && "dense",
          )}
        >
          <header className="flex items-start justify-between gap-4 px-6 pt-5">
            <div className="grid gap-1">
              <Radix.Title className="text-21">{title}</Radix.Title>
              {description ? <Radix.Description className="text-15 text-ink-2">{description}</Radix.Description> : null}
            </div>
            <Radix.Close
              aria-label={w.close}
              className="-mr-2 flex size-9 shrink-0 cursor-pointer items-center justify-center rounded-md hover:bg-sunk"
            >
              <svg viewBox="0 0 14 14" aria-hidden="true" className="size-3.5">
                <path d="M2 2l10 10M12 2L2 12" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
              </svg>
            </Radix.Close>
          </header>
          <div className="overflow-y-auto px-6 py-4">{children}</div>
          {footer ? (
            <footer className="flex flex-row-reverse flex-wrap justify-start gap-2 border-t border-line px-6 py-4">
              {footer}
            </footer>
          ) : null}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** Closes the dialog it stands in: `<DialogClose><Button>…</Button></DialogClose>`. */
export function DialogClose({ children }: { children: ReactNode }) {
  return <Radix.Close asChild>{children}</Radix.Close>;
}
