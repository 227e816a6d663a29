import type { ReactNode } from "react";
import { useWords } from "#app/i18n/use-words.ts";
import type { AppPicture } from "./app-pictures.ts";
import { words } from "./words.ts";

interface Props {
  pictures: readonly AppPicture[];
  /** Where they are served: `/cases/…/site/picture`. */
  at: string;
  /** What stands below a picture: the button that takes it out. */
  below?: (picture: AppPicture) => ReactNode;
}

/** Pictures of an app side by side, each opening in full. */
export function AppPictureList({ pictures, at, below }: Props) {
  const w = useWords(words).app;
  return (
    <ul className="flex flex-wrap gap-3">
      {pictures.map((picture) => (
        <li key={picture.id} className="grid w-32 content-start justify-items-start gap-1">
          <a href={`${at}/${picture.id}`} target="_blank" rel="noreferrer" className="w-full">
            <img
              src={`${at}/${picture.id}`}
              alt={w.pictureOf(w.subjects[picture.shows], picture.name)}
              width={picture.width}
              height={picture.height}
              loading="lazy"
              className="h-44 w-full rounded-md border border-line bg-paper object-contain"
            />
          </a>
          <span className="w-full truncate text-13 text-ink-2">{picture.name}</span>
          {below?.(picture)}
        </li>
      ))}
    </ul>
  );
}

/** What the merchant sent along for one condition, or that there is nothing. */
export function SentPictures({ pictures, at }: Pick<Props, "pictures" | "at">) {
  const w = useWords(words).app;
  if (pictures.length === 0) return <p className="text-15 text-ink-2 in-[.dense]:text-13">{w.notSent}</p>;
  return (
    <figure className="grid gap-2">
      <figcaption className="text-13 text-ink-2">{w.sent}</figcaption>
      <AppPictureList pictures={pictures} at={at} />
    </figure>
  );
}
