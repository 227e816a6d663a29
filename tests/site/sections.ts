import type { Section } from "./pack.ts";

/** How a shop sets a heading and its lines. */
export type SectionStyle = (section: Section, n: number) => string;

const flat = (line: string | [string, string], mark = " : ") =>
  typeof line === "string" ? line : `${line[0]}${mark}${line[1]}`;
const paragraphs = (lines: Section["lines"]) => lines.map((line) => `<p>${flat(line)}</p>`).join("");

export const styles: Record<string, SectionStyle> = {
  headings: ({ title, lines }) => `<section><h2>${title}</h2>${paragraphs(lines)}</section>`,
  list: ({ title, lines }) => `<h3>${title}</h3><ul>${lines.map((line) => `<li>${flat(line)}</li>`).join("")}</ul>`,
  definition: ({ title, lines }) =>
    `<dl><dt>${title}</dt>${lines.map((line) => `<dd>${flat(line)}</dd>`).join("") || "<dd></dd>"}</dl>`,
  table: ({ title, lines }) =>
    `<h3>${title}</h3><table><tbody>${lines.map((line) => (typeof line === "string" ? `<tr><td colspan="2">${line}</td></tr>` : `<tr><th scope="row">${line[0]}</th><td>${line[1]}</td></tr>`)).join("")}</tbody></table>`,
  titledRow: ({ title, lines }) =>
    `<table class="info"><tr><th>${title}</th><td>${lines.map((line) => flat(line)).join("<br>")}</td></tr></table>`,
  details: ({ title, lines }) => `<details><summary>${title}</summary><div>${paragraphs(lines)}</div></details>`,
  collapse: ({ title, lines }, n) =>
    `<div class="accordion-item"><button class="accordion-button collapsed" aria-expanded="false" aria-controls="c${n}">${title}</button><div id="c${n}" class="collapse" style="display:none">${paragraphs(lines)}</div></div>`,
  tabs: ({ title, lines }, n) =>
    `<ul class="tabs"><li><a href="#t${n}">${title}</a></li></ul><div id="t${n}" class="tab-pane" style="display:none"><strong>${title}</strong>${paragraphs(lines)}</div>`,
  oldSchool: ({ title, lines }) =>
    `<font size="3"><b>■ ${title}</b></font><br><br>${lines.map((line) => flat(line)).join("<br>\n")}<br><br>`,
  boldLine: ({ title, lines }) =>
    `<div class="cont"><p><strong>${title}</strong></p>${lines.map((line) => `<div>${flat(line)}</div>`).join("")}</div>`,
};

/** Set aside: laid out only after the rules were written, to see what they do with what they have not seen. */
export const heldOut: Record<string, SectionStyle> = {
  roleHeading: ({ title, lines }) =>
    `<div role="heading" aria-level="3" class="x1">${title}</div><div class="x2">${lines.map((line) => `<span class="x3">${flat(line)}</span>`).join("<br/>")}</div>`,
  faqData: ({ title, lines }) =>
    `<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", "@type": "FAQPage", mainEntity: [{ "@type": "Question", name: title, acceptedAnswer: { "@type": "Answer", text: lines.map((line) => `<p>${flat(line)}</p>`).join("") || " " } }] })}</script>`,
  columns: ({ title, lines }) =>
    `<div class="row"><div class="col-3"><h4>${title}</h4></div><div class="col-9">${lines.map((line) => (typeof line === "string" ? `<div>${line}</div>` : `<div><em>${line[0]}</em><span>${line[1]}</span></div>`)).join("")}</div></div>`,
  cells: ({ title, lines }) =>
    `<table width="100%"><tr><td colspan="2" bgcolor="#eee"><b>${title}</b></td></tr>${lines.map((line) => (typeof line === "string" ? `<tr><td colspan="2">${line}</td></tr>` : `<tr><td>${line[0]}</td><td>${line[1]}</td></tr>`)).join("")}</table>`,
  onePiece: ({ title, lines }) =>
    `<div class="rte"><h2>${title}</h2><div>${lines.map((line) => flat(line, " ")).join(" ")}</div></div>`,
  numbered: ({ title, lines }, n) =>
    `<p class="tit">${n + 1}. ${title}</p><ol>${lines.map((line) => `<li><p>${flat(line)}</p></li>`).join("")}</ol>`,
};
