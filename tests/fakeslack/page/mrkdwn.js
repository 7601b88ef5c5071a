// Slack's own markup ("mrkdwn") as elements: what a doctor would see of *bold*, > quotes, <@U1> and &lt;script&gt;.

import { el } from "./dom.js";

const ENTITIES = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

/** Slack escapes three characters; everything else is already text. */
export const decoded = (text) => text.replace(/&(?:lt|gt|amp);/g, (entity) => ENTITIES[entity]);

/** The names behind ids, for mentions: `names.user(id)` and `names.channel(id)`. */
export const NO_NAMES = { user: (id) => id, channel: (id) => id };

const SPECIAL = /<([^<>\n]+)>/;
const BARE_LINK = /\b(?:https?:\/\/[^\s<>|]+[^\s<>|.,;:!?)\]'"]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/;

function mention(text, kind) {
  return el("span", { class: `mention ${kind}`.trim() }, text);
}

/** A link, shown and not followed: this page leads nowhere. The address is said where the label hides it. */
export function shownLink(url, label) {
  const address = decoded(url).replace(/^mailto:/, "");
  const text = label ? decoded(label) : address;
  return el(
    "span",
    { class: "link", title: `A link to ${address}, not followed here` },
    text,
    text === address ? "" : ` (${address})`,
  );
}

/** What stands between < and >: a mention, a broadcast, a date or a link. */
export function special(inside, names) {
  const [head, ...rest] = inside.split("|");
  const label = rest.join("|");
  if (head.startsWith("@")) return mention(`@${label || names.user(head.slice(1))}`, "");
  if (head.startsWith("#")) return mention(`#${label || names.channel(head.slice(1))}`, "");
  if (head.startsWith("!date^")) return document.createTextNode(decoded(label));
  if (head.startsWith("!subteam^")) return mention(label || "@group", "broadcast");
  if (head.startsWith("!")) return mention(`@${decoded(label || head.slice(1))}`, "broadcast");
  if (/^(?:https?:|mailto:|tel:)/i.test(head)) return shownLink(head, label);
  return document.createTextNode(decoded(`<${inside}>`));
}

// One mark each, in the order they are looked for. A mark opens after a border and closes before one.
const border = String.raw`(?<![\p{L}\p{N}_*~` + "`" + String.raw`])`;
const after = String.raw`(?![\p{L}\p{N}])`;
const marked = (mark) => new RegExp(`${border}${mark}(?=\\S)([^\\n]*?[^\\s])${mark}${after}`, "u");
const INLINE = [
  { find: /`([^`\n]+)`/, make: (match) => el("code", {}, decoded(match[1])) },
  { find: SPECIAL, make: (match, names) => special(match[1], names) },
  { find: marked(String.raw`\*`), make: (match, names) => el("strong", {}, inline(match[1], names)) },
  { find: marked("_"), make: (match, names) => el("em", {}, inline(match[1], names)) },
  { find: marked("~"), make: (match, names) => el("s", {}, inline(match[1], names)) },
  { find: BARE_LINK, make: (match) => shownLink(match[0], "") },
];

/** The first mark of any kind in a text, or null: what starts first wins, then the order of the list. */
export function firstOf(kinds, text) {
  let first = null;
  for (const kind of kinds) {
    const match = kind.find.exec(text);
    if (match && (first === null || match.index < first.match.index)) first = { kind, match };
  }
  return first;
}

/** A run of text as nodes, marks of the given kinds made elements; what is left over goes through `decoded`. */
export function runs(kinds, text, names) {
  const nodes = [];
  let rest = text;
  for (let found = firstOf(kinds, rest); found; found = firstOf(kinds, rest)) {
    const { kind, match } = found;
    nodes.push(decoded(rest.slice(0, match.index)), kind.make(match, names));
    rest = rest.slice(match.index + match[0].length);
  }
  return [...nodes, decoded(rest)];
}

function inline(text, names) {
  return runs(INLINE, text, names);
}

/** Lines with breaks between them. */
function lines(rows, names) {
  return rows.flatMap((row, index) => (index ? [el("br"), ...inline(row, names)] : inline(row, names)));
}

const QUOTE = /^(?:>|&gt;) ?/;

/** mrkdwn as a fragment of block elements: paragraphs, quotes and preformatted text. */
export function mrkdwn(text, names = NO_NAMES) {
  const fragment = document.createDocumentFragment();
  text.split(/```\n?/).forEach((piece, index, pieces) => {
    const fenced = index % 2 === 1 && index < pieces.length - 1;
    if (fenced) fragment.append(el("pre", {}, decoded(piece.replace(/\n$/, ""))));
    else if (piece.trim()) fragment.append(...paragraphs(index % 2 === 1 ? `\`\`\`${piece}` : piece, names));
  });
  return fragment;
}

function paragraphs(text, names) {
  const made = [];
  let rows = [];
  let quoting = false;
  const close = () => {
    if (rows.some((row) => row.trim())) made.push(el(quoting ? "blockquote" : "p", {}, lines(rows, names)));
    rows = [];
  };
  for (const row of text.replace(/^\n+|\n+$/g, "").split("\n")) {
    const quoted = QUOTE.test(row);
    if (quoted !== quoting || (!quoted && !row.trim())) close();
    quoting = quoted;
    if (quoted || row.trim()) rows.push(quoted ? row.replace(QUOTE, "") : row);
  }
  close();
  return made;
}
