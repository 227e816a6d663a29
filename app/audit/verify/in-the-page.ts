import type { FileVerdict, Tools, verifyCaseBytes as Verify } from "#workflows/chain/case-file.ts";

// What runs in the page that verifies case files. It is carried inside the page behind the text of workflows/chain, as plain script:
// the names it uses of there are declared, not imported.

declare const verifyCaseBytes: typeof Verify;

interface Said {
  [key: string]: string | Record<string, string>;
}
interface Carried {
  keys: { id: string; publicKey: string }[];
  words: Record<"ko" | "en", Said>;
}

const carried = JSON.parse(document.getElementById("carried")!.textContent!) as Carried;
const find = (id: string): HTMLElement => document.getElementById(id)!;
let lang: "ko" | "en" = document.documentElement.lang === "en" ? "en" : "ko";
let shown: FileVerdict | null = null;

const bytesOf = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length: hex.length / 2 }, (_, place) => Number.parseInt(hex.slice(2 * place, 2 * place + 2), 16));
const hexOf = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
const utf8 = new TextEncoder();

const tools: Tools = {
  sha256: async (text) => hexOf(await crypto.subtle.digest("SHA-256", utf8.encode(text))),
  isSigned: async (keyId, text, signature) => {
    const known = carried.keys.find(({ id }) => id === keyId);
    if (!known) return false;
    const key = await crypto.subtle.importKey("raw", bytesOf(known.publicKey), "Ed25519", false, ["verify"]);
    return crypto.subtle.verify("Ed25519", key, bytesOf(signature), utf8.encode(text));
  },
};

async function check(file: File): Promise<void> {
  find("verdict").hidden = false;
  find("verdict").className = "";
  find("verdict").textContent = String(carried.words[lang].working);
  shown = await verifyCaseBytes(new Uint8Array(await file.arrayBuffer()), tools);
  show();
}

function line(name: string, value: string): HTMLElement[] {
  const term = document.createElement("dt");
  term.textContent = name;
  const what = document.createElement("dd");
  what.textContent = value;
  return [term, what];
}

function show(): void {
  const w = carried.words[lang];
  document.documentElement.lang = lang;
  document.title = `${w.title} · Gangway`;
  for (const place of document.querySelectorAll<HTMLElement>("[data-say]"))
    place.textContent = String(w[place.dataset.say!]);
  if (!shown) return;
  const box = find("verdict");
  const problems = w.problems as Record<string, string>;
  const { isWhole, checkpoint } = shown;
  box.className = isWhole ? "whole" : "broken";
  const head = document.createElement("h2");
  head.textContent = `${isWhole ? "✓" : "✗"} ${isWhole ? w.whole : w.broken}`;
  const why = document.createElement("p");
  const list = document.createElement("dl");
  if (!shown.isWhole) {
    why.textContent = problems[shown.problem] ?? "";
    if (shown.entry) {
      const { number, subjectId, seq } = shown.entry;
      const at = String(w.entryAt)
        .replace("{number}", String(number))
        .replace("{subject}", subjectId)
        .replace("{seq}", String(seq));
      list.append(...line(String(w.firstBroken), at));
    }
  }
  if (checkpoint) {
    list.append(...line(String(w.caseIs), `${checkpoint.publicId} (${checkpoint.caseId})`));
    list.append(...line(String(w.exportedAt), checkpoint.exportedAt));
    list.append(...line(String(w.charts), String(checkpoint.subjects.length)));
    list.append(...line(String(w.entries), String(checkpoint.subjects.reduce((sum, { entries }) => sum + entries, 0))));
    list.append(...line(String(w.signedBy), checkpoint.keyId));
  }
  box.replaceChildren(head, why, list);
}

find("file").addEventListener("change", (event) => {
  const file = (event.target as HTMLInputElement).files?.[0];
  if (file) void check(file);
});
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  const file = event.dataTransfer?.files[0];
  if (file) void check(file);
});
find("other").addEventListener("click", () => {
  lang = lang === "ko" ? "en" : "ko";
  show();
});
show();
