import { useRevalidator } from "@remix-run/react";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import { useLang, useWords } from "../i18n/use-words.ts";
import { Button } from "./button.tsx";
import { cx } from "./cx.ts";
import { describedBy, FieldError } from "./field-frame.tsx";
import { words } from "./file-words.ts";
import { idOf } from "./form/binding.ts";
import { type Problems, sentenceOf } from "./form/problem.ts";
import { formatBytes } from "./format/bytes.ts";
import { upload } from "./upload.ts";
import { useHydrated } from "./use-hydrated.ts";

interface Props {
  name: string;
  label: ReactNode;
  /** What stands above it says it already; a screen reader still hears it. */
  hideLabel?: boolean;
  id?: string;
  hint?: ReactNode;
  /** A sentence already known, from the server. */
  error?: string;
  /** Media types, as in `accept`; shown by their common names. */
  accept?: readonly string[];
  maxBytes?: number;
  /**
   * Where the file goes by itself when chosen: a route that answers `UploadAnswer` as JSON to `Accept: application/json`
   * and redirects otherwise. Without it the box is one field of the form around it.
   */
  action?: string;
  /** Posted before the file. */
  fields?: Record<string, string>;
  /** Sentences for what the route may answer. */
  problems?: Problems;
  onDone?: () => void;
}

type State =
  | { is: "idle" }
  | { is: "chosen"; file: File }
  | { is: "sending"; file: File; share: number }
  | { is: "sent"; file: File };

const named = (type: string) => ({ "application/pdf": "PDF", "image/jpeg": "JPEG", "image/png": "PNG" })[type] ?? type;
const DOCUMENTS = ["application/pdf", "image/jpeg", "image/png"] as const;
const MAX_BYTES = 20_000_000;

/** A place to drop one file. Before scripts a plain file input, with its own button when it has its own `action`. */
export function FileDrop(props: Props) {
  const { name, label, hint, accept = DOCUMENTS, maxBytes = MAX_BYTES, action, fields = {}, id = idOf(name) } = props;
  const w = useWords(words).file;
  const lang = useLang();
  const isHydrated = useHydrated();
  const revalidator = useRevalidator();
  const input = useRef<HTMLInputElement>(null);
  const stop = useRef<AbortController | null>(null);
  const [state, setState] = useState<State>({ is: "idle" });
  const [problem, setProblem] = useState<string | null>(null);
  const [isOver, setOver] = useState(false);

  const types = accept.map(named).join(", ");
  const refusal = (file: File): string | null => {
    if (file.size > maxBytes) return w.tooBig(formatBytes(maxBytes));
    return accept.includes(file.type) ? null : w.wrongType(types);
  };

  const send = async (file: File, to: string) => {
    stop.current = new AbortController();
    setState({ is: "sending", file, share: 0 });
    const onProgress = (share: number) => setState({ is: "sending", file, share });
    const answer = await upload({ action: to, fields, name, file, onProgress, signal: stop.current.signal });
    const isStopped = stop.current.signal.aborted;
    setState(answer?.ok ? { is: "sent", file } : { is: "idle" });
    if (!answer?.ok)
      setProblem(isStopped ? null : answer ? sentenceOf(answer.problem, lang, props.problems) : w.failed);
    if (input.current) input.current.value = "";
    if (answer?.ok) props.onDone?.();
    // Asking a server that cannot be reached for the page again would only lose the page.
    if (answer) revalidator.revalidate();
  };

  const take = (file: File | undefined) => {
    if (!file) return setState({ is: "idle" });
    const why = refusal(file);
    setProblem(why);
    if (why) {
      if (input.current) input.current.value = "";
      setState({ is: "idle" });
    } else if (action) void send(file, action);
    else setState({ is: "chosen", file });
  };

  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    if (!input.current || state.is === "sending" || event.dataTransfer.files.length === 0) return;
    input.current.files = event.dataTransfer.files;
    take(event.dataTransfer.files[0]);
  };

  const error = problem ?? props.error;
  const note = hint ?? w.upTo(types, formatBytes(maxBytes));
  const box = (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the input inside does the same by keyboard.
    <div
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      className={cx(
        "relative grid gap-1 rounded-md border border-dashed bg-sheet px-4 py-4 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-accent",
        isOver ? "border-accent bg-accent-wash" : error ? "border-problem" : "border-edge hover:border-ink",
      )}
    >
      <input
        ref={input}
        id={id}
        type="file"
        name={name}
        accept={accept.join(",")}
        aria-describedby={describedBy(id, note, error)}
        aria-invalid={error ? true : undefined}
        disabled={state.is === "sending"}
        onChange={(event) => take(event.target.files?.[0])}
        className={isHydrated ? "absolute inset-0 cursor-pointer opacity-0" : "text-15"}
      />
      {isHydrated ? (
        <span aria-hidden="true" className="text-15">
          <span className="font-semibold text-accent">{w.choose}</span>
          <span className="text-ink-2 max-sm:hidden"> {w.drop}</span>
        </span>
      ) : null}
      <span id={`${id}-hint`} className="text-13 text-ink-2">
        {note}
      </span>
      <Progress state={state} onStop={() => stop.current?.abort()} />
    </div>
  );

  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className={props.hideLabel ? "sr-only" : "text-17 font-semibold in-[.dense]:text-15"}>
        {label}
      </label>
      <FieldError id={id}>{error}</FieldError>
      {action && !isHydrated ? (
        <form method="post" action={action} encType="multipart/form-data" className="grid justify-items-start gap-2">
          {Object.entries(fields).map(([key, value]) => (
            <input key={key} type="hidden" name={key} value={value} />
          ))}
          {box}
          <Button type="submit">{w.upload}</Button>
        </form>
      ) : (
        box
      )}
    </div>
  );
}

function Progress({ state, onStop }: { state: State; onStop: () => void }) {
  const w = useWords(words).file;
  if (state.is === "idle") return <span role="status" className="sr-only" />;
  const { name, size } = state.file;
  const said = state.is === "sending" ? w.uploading(name) : state.is === "sent" ? w.done(name) : name;
  return (
    <div className="relative mt-2 grid gap-1">
      <span role="status" className="flex justify-between gap-4 text-15">
        <span className="truncate">{said}</span>
        <span className="num shrink-0 text-ink-2">{formatBytes(size)}</span>
      </span>
      {state.is === "sending" ? (
        <span className="flex items-center gap-3">
          <progress max={1} value={state.share} aria-label={said} className="h-1 flex-1 accent-accent" />
          <Button tone="quiet" size="s" onClick={onStop}>
            {w.stop}
          </Button>
        </span>
      ) : null}
    </div>
  );
}
