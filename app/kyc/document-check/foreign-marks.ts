import { refuse } from "./refused.ts";

/** Beginnings of other kinds of file, which have no business inside a picture's remarks. */
const MARKS = [
  "%PDF-",
  "<script",
  "<html",
  "<!doctype",
  "<svg",
  "<?php",
  "<%@",
  "PK\u0003\u0004",
  "Rar!\u001a",
  "7z\u00bc\u00af",
];

/** The industry's test virus: harmless, and refused by everybody so that refusing can be tried. */
export const EICAR = "EICAR-STANDARD-ANTIVIRUS-TEST-FILE";

/** @throws DocumentRefused when a picture carries another file along */
export function assertNoForeignMarks(bytes: Buffer): void {
  const text = bytes.toString("latin1").toLowerCase();
  if (text.includes(EICAR.toLowerCase())) refuse("malware", "EICAR");
  const mark = MARKS.find((one) => text.includes(one.toLowerCase()));
  if (mark) refuse("polyglot", JSON.stringify(mark));
}
