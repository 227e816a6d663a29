import { Link } from "@remix-run/react";
import { useWords } from "#app/i18n/use-words.ts";
import { LinkButton } from "#app/ui/link-button.tsx";
import { Shape } from "#app/ui/shape.tsx";
import { Status } from "#app/ui/status.tsx";
import { VisuallyHidden } from "#app/ui/visually-hidden.tsx";
import { actWords } from "./act-words.ts";
import type { ChannelLineView } from "./journey.server.ts";
import { stateName, stateWords } from "./state-words.ts";
import { words } from "./words.ts";

/** One channel on a line of its own: what it is, how far it has come, what is next. */
export function ChannelLine({ channel, isCompact }: { channel: ChannelLineView; isCompact?: boolean }) {
  const w = useWords(words).journey;
  const names = useWords(stateWords);
  const { acts, waits } = useWords(actWords);
  const waiting: Readonly<Record<string, string>> = waits.channel;
  const todo = channel.todo && (acts as Readonly<Record<string, { title: string; button: string }>>)[channel.todo.say];
  return (
    <li className="grid gap-3 border-t border-line px-5 py-4 first:border-t-0">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <h3 className="text-17 font-semibold">
          <Link to={channel.to} className="underline decoration-line underline-offset-4 hover:decoration-accent">
            {channel.name}
          </Link>
        </h3>
        <Status tone={channel.status}>{stateName(names, "channel", channel.phase)}</Status>
      </div>
      <ChannelPath channel={channel} />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 text-15 text-ink-2">
        <p className="min-w-0 flex-1 basis-60">{todo ? todo.title : waiting[channel.phase]}</p>
        {todo && !isCompact ? (
          <LinkButton to={channel.to} size="s">
            {todo.button}
          </LinkButton>
        ) : null}
      </div>
      {channel.reason ? <p className="border-l-2 border-line pl-3 text-15 text-ink-2">{channel.reason}</p> : null}
      {channel.paymentId ? (
        <p className="text-15">
          <span className="text-ink-2">{w.paymentId}</span>{" "}
          <span className="num font-semibold">{channel.paymentId}</span>
        </p>
      ) : null}
    </li>
  );
}

const marks = {
  done: "border-accent bg-sheet text-accent",
  now: "border-accent bg-accent",
  later: "border-line bg-sheet",
};

/** The five stops of a channel in a row: what is behind it, where it is, what comes. */
export function ChannelPath({ channel: { name, path } }: { channel: Pick<ChannelLineView, "name" | "path"> }) {
  const w = useWords(words).journey;
  return (
    <ol aria-label={w.channelPath(name)} className="flex">
      {path.map(({ stop, state }, place) => (
        <li
          key={stop}
          aria-current={state === "now" ? "step" : undefined}
          className="relative grid flex-1 justify-items-center gap-1"
        >
          {place > 0 ? (
            <span
              aria-hidden="true"
              className={`absolute top-[9px] right-1/2 left-[-50%] mx-3 h-0.5 ${state === "later" ? "bg-line" : "bg-accent"}`}
            />
          ) : null}
          <span
            aria-hidden="true"
            className={`relative flex size-5 items-center justify-center rounded-full border-2 ${marks[state]}`}
          >
            {state === "done" ? <Shape tone="done" className="size-2.5" /> : null}
          </span>
          <span className={`text-center text-13 ${state === "now" ? "font-semibold text-ink" : "text-ink-2"}`}>
            {w.stops[stop]}
            <VisuallyHidden> ({w.stopStates[state]})</VisuallyHidden>
          </span>
        </li>
      ))}
    </ol>
  );
}
