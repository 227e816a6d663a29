import { useState } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { Dialog } from "../dialog.tsx";
import { words } from "./console-words.ts";
import { type Shortcut, singleKeys } from "./shortcuts.ts";

/** Every key that does something on this page. */
export default function ShortcutHelp({ own, onClose }: { own: Map<string, Shortcut>; onClose: () => void }) {
  const w = useWords(words).keys;
  const [isOn, setOn] = useState(singleKeys.isOn);
  const turn = (next: boolean) => {
    singleKeys.turn(next);
    setOn(next);
  };
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
      <label className="mt-5 flex cursor-pointer items-center gap-3 border-t border-line pt-4 text-15">
        <input
          type="checkbox"
          checked={isOn}
          onChange={(event) => turn(event.target.checked)}
          className="size-5 accent-accent"
        />
        {w.singleKeys}
      </label>
    </Dialog>
  );
}
