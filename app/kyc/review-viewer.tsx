import { Link } from "@remix-run/react";
import { useLang, useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { cx } from "#app/ui/cx.ts";
import { formatBytes } from "#app/ui/format/bytes.ts";
import { PdfPages } from "#app/ui/pdf/pdf-pages.tsx";
import type { Line } from "./checklist.server.ts";
import { itemName } from "./requirement-words.ts";
import type { Revealed } from "./review.server.ts";
import { DataOf, type Shown } from "./review-data.tsx";
import { reviewWords } from "./review-words.ts";

interface Props {
  caseId: string;
  line: Line;
  fileId: string | null;
  shown: Shown;
  revealed?: Revealed | null;
}

/** The thing under review itself: a form's answers, or a paper's files one at a time. */
export function Viewer({ caseId, line, fileId, shown, revealed }: Props) {
  const w = useWords(reviewWords);
  const lang = useLang();
  const name = itemName(line.id, lang, line.person ?? undefined);
  if (line.kind === "data") {
    return (
      <Card title={name}>
        <DataOf item={line.id} shown={shown} revealed={revealed ?? null} />
      </Card>
    );
  }
  const file = line.files.find(({ id }) => id === fileId);
  if (!file) {
    return (
      <Card title={name}>
        <p className="text-15 text-ink-2">{w.noFile}</p>
      </Card>
    );
  }
  const address = `/console/cases/${caseId}/files/${file.id}`;
  return (
    <Card
      title={name}
      flush
      footer={
        <span className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <span className="min-w-0 truncate">
            {file.name}{" "}
            <span className="num text-13">
              · {w.pages(file.pages)} · {formatBytes(file.bytes)}
            </span>
          </span>
          <span className="flex gap-4">
            {file.type === "application/pdf" ? null : (
              <a className="link" href={`${address}?look`} target="_blank" rel="noreferrer">
                {w.open}
              </a>
            )}
            <a className="link" href={address}>
              {w.download}
            </a>
          </span>
        </span>
      }
    >
      {line.files.length > 1 ? (
        <nav aria-label={name} className="flex flex-wrap gap-1 px-4 pb-3">
          {line.files.map(({ id, name: fileName }, place) => (
            <Link
              key={id}
              to={`?${new URLSearchParams({ item: line.id, file: id })}`}
              preventScrollReset
              title={fileName}
              aria-current={id === file.id ? "true" : undefined}
              className={cx(
                "rounded-sm border px-2 py-1 text-13 no-underline",
                id === file.id ? "border-accent bg-accent-wash font-semibold" : "border-line",
              )}
            >
              {w.file(place + 1)}
            </Link>
          ))}
        </nav>
      ) : null}
      <div className="border-t border-line bg-sunk">
        {file.type === "application/pdf" ? (
          <PdfPages key={file.id} name={w.shown(file.name)} address={`${address}?look`} />
        ) : (
          <a href={`${address}?look`} target="_blank" rel="noreferrer" className="block overflow-auto">
            <img
              key={file.id}
              src={`${address}?look`}
              alt={w.shown(file.name)}
              width={file.width ?? undefined}
              height={file.height ?? undefined}
              className="mx-auto h-auto max-h-[75vh] w-auto max-w-full"
            />
          </a>
        )}
      </div>
    </Card>
  );
}
