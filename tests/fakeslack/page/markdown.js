// Standard markdown, as `markdown` blocks hold it: headings, lists, quotes, fences and the marks inside a line.

import { el } from "./dom.js";
import { decoded, runs, shownLink, special } from "./mrkdwn.js";

const pair = (mark) => new RegExp(`${mark}(?=\\S)([^\\n]*?\\S)${mark}`);
const INLINE = [
  { find: /\\([!-/:-@[-`{-~])/, make: (match) => document.createTextNode(match[1]) },
  { find: /`([^`\n]+)`/, make: (match) => el("code", {}, decoded(match[1])) },
  { find: /<([@#!][^<>\n]*|https?:[^<>\n]+|mailto:[^<>\n]+)>/, make: (match, names) => special(match[1], names) },
  { find: /!?\[([^\]\n]+)\]\(([^()\s]+)\)/, make: (match) => shownLink(match[2], match[1]) },
  { find: pair(String.raw`\*\*`), make: (match, names) => el("strong", {}, inline(match[1], names)) },
  { find: pair("~~"), make: (match, names) => el("s", {}, inline(match[1], names)) },
  { find: pair(String.raw`\*`), make: (match, names) => el("em", {}, inline(match[1], names)) },
  {
    find: /(?<![\p{L}\p{N}_])_(?=\S)([^\n]*?\S)_(?![\p{L}\p{N}_])/u,
    make: (match, names) => el("em", {}, inline(match[1], names)),
  },
  { find: /\bhttps?:\/\/[^\s<>]+[^\s<>.,;:!?)\]'"]/, make: (match) => shownLink(match[0], "") },
];

function inline(text, names) {
  return runs(INLINE, text, names);
}

const HEADING = /^(#{1,6})\s+(.*?)\s*#*$/;
const RULE = /^(?:-{3,}|\*{3,}|_{3,})$/;
const BULLET = /^\s*[-*+]\s+/;
const NUMBER = /^\s*(\d+)[.)]\s+/;
const QUOTE = /^>\s?/;
const FENCE = /^(?:```|~~~)/;
const TABLE_LINE = /^\|.*\|$/;

/** How a line begins a block, by name; "text" where it is running text. */
function kindOf(line) {
  const kinds = [
    ["fence", FENCE],
    ["heading", HEADING],
    ["rule", RULE],
    ["bullet", BULLET],
    ["number", NUMBER],
    ["quote", QUOTE],
    ["table", TABLE_LINE],
  ];
  return line.trim() ? (kinds.find(([, pattern]) => pattern.test(line))?.[0] ?? "text") : "blank";
}

const cells = (line) =>
  line
    .replace(/^\||\|$/g, "")
    .split("|")
    .map((cell) => cell.trim());

const BUILD = {
  heading: (rows, names, level) =>
    rows.map((row) => {
      const [, marks, words] = HEADING.exec(row);
      return el(
        "p",
        { class: `heading heading-${marks.length}`, role: "heading", "aria-level": level },
        inline(words, names),
      );
    }),
  rule: (rows) => rows.map(() => el("hr")),
  bullet: (rows, names) => [
    el(
      "ul",
      {},
      rows.map((row) => el("li", {}, inline(row.replace(BULLET, ""), names))),
    ),
  ],
  number: (rows, names) => [
    el(
      "ol",
      { start: NUMBER.exec(rows[0])[1] },
      rows.map((row) => el("li", {}, inline(row.replace(NUMBER, ""), names))),
    ),
  ],
  quote: (rows, names, level) => [
    el(
      "blockquote",
      {},
      built(
        rows.map((row) => row.replace(QUOTE, "")),
        names,
        level,
      ),
    ),
  ],
  table: (rows, names) => {
    const body = rows.filter((row) => !/^[|\s:-]+$/.test(row));
    const row = (line, tag) =>
      el(
        "tr",
        {},
        cells(line).map((cell) => el(tag, {}, inline(cell, names))),
      );
    return [
      el(
        "table",
        {},
        el("thead", {}, row(body[0] ?? "", "th")),
        el(
          "tbody",
          {},
          body.slice(1).map((line) => row(line, "td")),
        ),
      ),
    ];
  },
  text: (rows, names) => [
    el(
      "p",
      {},
      rows.flatMap((row, index) => (index ? [el("br"), ...inline(row, names)] : inline(row, names))),
    ),
  ],
  blank: () => [],
};

function built(rows, names, level) {
  const made = [];
  for (let at = 0; at < rows.length;) {
    const kind = kindOf(rows[at]);
    let end = at + 1;
    if (kind === "fence") {
      while (end < rows.length && !FENCE.test(rows[end])) end += 1;
      made.push(el("pre", {}, decoded(rows.slice(at + 1, end).join("\n"))));
      at = end + 1;
      continue;
    }
    while (end < rows.length && kindOf(rows[end]) === kind) end += 1;
    made.push(...BUILD[kind](rows.slice(at, end), names, level));
    at = end;
  }
  return made;
}

/** Standard markdown as a fragment of block elements; every heading in it is of one `level`, below what stands around. */
export function markdown(text, names, level = 3) {
  const fragment = document.createDocumentFragment();
  fragment.append(...built(text.split("\n"), names, level));
  return fragment;
}
