import { useWords } from "#app/i18n/use-words.ts";
import { Card } from "#app/ui/card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import type { SavedPeople } from "./saved.ts";
import { words } from "./words.ts";

/** Who counts as an owner and why, and what stands in the way of an answer. */
export function OwnersFound({
  people,
  companies,
  ownership,
  doubts,
}: Pick<SavedPeople, "people" | "companies" | "ownership" | "doubts">) {
  const all = useWords(words);
  const w = all.people;
  const name = (id: string) => [...people, ...companies].find((one) => one.id === id)?.name;
  const because: Readonly<Record<string, string>> = w.because;
  const said: Readonly<Record<string, string>> = all.doubts;
  return (
    <Card title={w.found}>
      {ownership.owners.length > 0 ? (
        <ul className="grid gap-2 text-15">
          {ownership.owners.map((owner) => (
            <li key={owner.personId}>
              <span className="font-semibold">
                {owner.percent === null
                  ? name(owner.personId)
                  : w.owner(name(owner.personId) ?? "", String(owner.percent))}
              </span>{" "}
              · {because[owner.because]}
            </li>
          ))}
        </ul>
      ) : ownership.exempt ? null : (
        <p className="text-15">{w.nobody}</p>
      )}
      {doubts.length > 0 ? (
        <div className="mt-3">
          <Notice tone="wait">
            <ul className="grid gap-1">
              {doubts.map(({ field, why }) => (
                <li key={`${field}/${why}`}>
                  {name(field) ? `${name(field)}: ` : ""}
                  {said[why] ?? why}
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      ) : null}
    </Card>
  );
}
