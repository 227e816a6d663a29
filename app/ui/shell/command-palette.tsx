import { useFetcher, useNavigate } from "@remix-run/react";
import { Command } from "cmdk";
import { Dialog as Radix } from "radix-ui";
import { useEffect, useState } from "react";
import { useWords } from "../../i18n/use-words.ts";
import { words } from "./console-words.ts";

export interface PaletteItem {
  id: string;
  label: string;
  /** Quieter, behind it: a short id, a state. */
  hint?: string;
  group: string;
  to: string;
}

export interface PaletteSource {
  /** Pages and actions that are always there; filtered in the browser. */
  items: readonly PaletteItem[];
  /** A route whose loader answers `?q=` with `{ found: PaletteItem[] }`: merchants, payment IDs, documents. */
  searchPath?: string;
}

const QUIET_MS = 120;
const MIN_LETTERS = 2;

/** Anything, by typing a part of it. Loaded when first opened. */
export default function CommandPalette({ items, searchPath, onClose }: PaletteSource & { onClose: () => void }) {
  const w = useWords(words).palette;
  const navigate = useNavigate();
  const fetcher = useFetcher<{ found: PaletteItem[] }>();
  const [typed, setTyped] = useState("");
  const wanted = typed.trim();

  const { load } = fetcher;
  useEffect(() => {
    if (!searchPath || wanted.length < MIN_LETTERS) return;
    const timer = setTimeout(() => load(`${searchPath}?q=${encodeURIComponent(wanted)}`), QUIET_MS);
    return () => clearTimeout(timer);
  }, [load, searchPath, wanted]);

  const folded = wanted.toLocaleLowerCase("en");
  const fixed = items.filter(({ label, hint }) => `${label} ${hint ?? ""}`.toLocaleLowerCase("en").includes(folded));
  const found = wanted.length < MIN_LETTERS ? [] : (fetcher.data?.found ?? []);
  const groups = Map.groupBy([...found, ...fixed], ({ group }) => group);

  const go = (to: string) => {
    onClose();
    navigate(to);
  };
  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-[rgb(5_20_18/0.5)]" />
        <Radix.Content
          aria-describedby={undefined}
          className="dense fixed inset-x-4 top-[12vh] z-50 mx-auto max-w-xl overflow-clip rounded-md border border-line bg-sheet shadow-float"
        >
          <Radix.Title className="sr-only">{w.title}</Radix.Title>
          <Command shouldFilter={false} label={w.title} loop>
            <Command.Input
              value={typed}
              onValueChange={setTyped}
              placeholder={w.placeholder}
              className="w-full border-b border-line bg-transparent px-4 py-3 text-17 outline-none"
            />
            <Command.List className="max-h-[50vh] overflow-y-auto p-2">
              <Command.Empty className="px-2 py-4 text-15 text-ink-2">
                {fetcher.state === "idle" ? w.nothing : w.waiting}
              </Command.Empty>
              {[...groups].map(([group, members]) => (
                <Command.Group
                  key={group}
                  heading={group}
                  className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-13 [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-ink-2"
                >
                  {members.map(({ id, label, hint, to }) => (
                    <Command.Item
                      key={id}
                      value={id}
                      onSelect={() => go(to)}
                      className="flex min-h-9 cursor-pointer items-center justify-between gap-4 rounded-md px-2 text-15 data-[selected=true]:bg-accent-wash"
                    >
                      <span className="truncate">{label}</span>
                      {hint ? <span className="num shrink-0 text-13 text-ink-2">{hint}</span> : null}
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
