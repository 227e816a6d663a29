/** A name in one spelling: no case, no marks, the words of a Latin one in any order. */
function keyOf(name: string): string {
  const plain = name.normalize("NFKC").toLowerCase();
  if (!/^[\p{Script=Latin}\p{M}\s.,'’-]+$/u.test(plain)) return plain.replace(/[^\p{L}\p{N}]/gu, "");
  return plain
    .normalize("NFD")
    .replace(/\p{M}|[.'’]/gu, "")
    .split(/[\s,-]+/)
    .filter((word) => word !== "")
    .sort()
    .join(" ");
}

const joinedUp = (key: string) => key.replaceAll(" ", "");

/**
 * Whether a site names exactly the people on file. "문지호 외 1명" names two when two are on file and one of them is
 * named; a head too many or too few is a difference.
 *
 * @param people each person with every spelling of their name
 */
export function samePeople(onSite: string, people: string[][]): boolean {
  const keys = people.map((spellings) => spellings.map(keyOf));
  const has = (person: string[], name: string) =>
    person.some((key) => key === keyOf(name) || joinedUp(key) === joinedUp(keyOf(name)));
  // "Moon, Jiho" is one person.
  if (people.length === 1 && has(keys[0]!, onSite)) return true;
  const others = /\s*외\s*(\d+)\s*[명인]/.exec(onSite);
  const named = onSite
    .replace(others?.[0] ?? "", "")
    .split(/[,·/&、，]|\s및\s|\s(?:and|와|과)\s/)
    .map((name) => name.replace(/^\s*(?:공동|각자)?\s*(?:대표(?:이사|자)?)\s+/, "").trim())
    .filter((name) => name !== "");
  if (named.length + Number(others?.[1] ?? 0) !== people.length) return false;
  const free = new Set(keys);
  return named.every((name) => {
    const person = [...free].find((each) => has(each, name));
    return person !== undefined && free.delete(person);
  });
}
