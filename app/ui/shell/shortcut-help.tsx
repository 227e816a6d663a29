import { useWords } from "../../i18n/use-words.ts";
import { Dialog } from "../dialog.tsx";
import { words } from "./console-words.ts";
import type { Shortcut } from "./shortcuts.ts";

/** Every key that does something on this page. */
export default function ShortcutHelp({ own, onClose }: { own: Map<string, Shortcut>; onClose: () => void }) {
  const w = useWords(words).keys;
  const rows: [string, string][] = [
    ["j", w.next],
    ["k", w.previous],
    ["↵", w.open],
    ["/", w.find],
    ["⌘K · Ctrl K", w.palette],
    ["?", w.help],
    ...[...own].map(([key, { label }]): [string, string] => [key, label]),
  ];
  return (
    <Dialog title={w.title} open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-6 gap-y-2 text-15">
        {rows.map(([key, label]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded-sm border border-edge bg-sunk px-2 py-0.5 font-mono text-13">{key}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
