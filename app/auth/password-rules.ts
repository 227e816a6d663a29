import { LONGEST, SHORTEST } from "./password-length.ts";

/**
 * What the longest common passwords are made of. Lists of leaked passwords hold few of 15 characters or more, and those few are short ones
 * repeated, joined or run along the keyboard; so each is judged by what is left once these are taken out.
 */
const common = (
  "password passwort passw0rd pass word qwerty qwertz azerty asdf asdfgh asdfghjkl zxcvbn zxcvbnm qwertyuiop 1q2w3e4r 1qaz2wsx qazwsx " +
  "iloveyou letmein welcome admin administrator login master dragon monkey football baseball basketball sunshine princess superman batman " +
  "trustno1 shadow michael jennifer jordan michelle charlie ashley donald freedom whatever starwars computer internet secret " +
  "changeme default temp temporary test testing user guest root abc abcd abcde abcdef a1b2c3 google facebook samsung naver kakao korea seoul " +
  "dkssud dkssudgktpdy tkfkd tkfkdgo rlatjsdud qlalfqjsgh wpqkf correct horse battery staple " +
  "summer winter spring autumn monday january december company payment merchant gangway"
)
  .split(" ")
  .sort((a, b) => b.length - a.length);

const runs = ["01234567890", "abcdefghijklmnopqrstuvwxyz", "qwertyuiop", "asdfghjkl", "zxcvbnm"];

/** Letters as they are often disguised. */
const plain = (text: string) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[@4]/g, "a")
    .replace(/[3€]/g, "e")
    .replace(/[1!|]/g, "i")
    .replace(/0/g, "o")
    .replace(/[5$]/g, "s");

function without(text: string, pieces: readonly string[]): string {
  return pieces.reduce((left, piece) => (piece.length > 2 ? left.replaceAll(piece, "") : left), text);
}

/** Steps along the alphabet, the digits or the keyboard, in either direction: `4567`, `poiu`. */
function withoutRuns(text: string): string {
  const neighbours = (a: string, b: string) => runs.some((run) => run.includes(a + b) || run.includes(b + a));
  return [...text]
    .filter((letter, place, all) => place === 0 || !(letter === all[place - 1] || neighbours(all[place - 1]!, letter)))
    .join("");
}

/** How much of a password a guesser would have to find out: without repetition, common words, runs, and what is known of its owner. */
function unguessed(password: string, about: readonly string[]): string {
  const known = about.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  const lower = password.normalize("NFKC").toLowerCase();
  const stripped = [lower, plain(password)].map((text) => {
    const unit = /^(.+?)\1+$/su.exec(text)?.[1] ?? text;
    return withoutRuns(without(without(unit, known), common));
  });
  return stripped.sort((a, b) => a.length - b.length)[0]!;
}

const FEWEST_KINDS = 5;

/**
 * Why a password cannot be taken, as a message key; null when it can. Length counts, not kinds of characters (NIST SP 800-63B).
 *
 * @param about what a guesser knows of its owner: name, address
 */
export function passwordProblem(password: string, about: readonly string[]): string | null {
  const length = [...password].length;
  if (length < SHORTEST) return `auth.password.short:${SHORTEST}`;
  if (length > LONGEST) return `auth.password.long:${LONGEST}`;
  const left = unguessed(password, about);
  return new Set(left).size < FEWEST_KINDS ? "auth.password.common" : null;
}
