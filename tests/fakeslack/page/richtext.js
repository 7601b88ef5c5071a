// `rich_text` blocks: sections, lists, quotes and preformatted runs of text.

import { el } from "./dom.js";
import { shownLink } from "./mrkdwn.js";

const STYLES = [
  ["bold", "strong"],
  ["italic", "em"],
  ["strike", "s"],
  ["code", "code"],
];

function styled(node, style = {}) {
  return STYLES.reduce((inner, [name, tag]) => (style[name] ? el(tag, {}, inner) : inner), node);
}

const LEAVES = {
  text: (leaf) => leaf.text.split("\n").flatMap((line, index) => (index ? [el("br"), line] : [line])),
  link: (leaf) => shownLink(leaf.url, leaf.text ?? ""),
  user: (leaf, names) => el("span", { class: "mention" }, `@${names.user(leaf.user_id)}`),
  channel: (leaf, names) => el("span", { class: "mention" }, `#${names.channel(leaf.channel_id)}`),
  broadcast: (leaf) => el("span", { class: "mention broadcast" }, `@${leaf.range}`),
  emoji: (leaf) => `:${leaf.name}:`,
  date: (leaf) => leaf.fallback ?? "",
};

function leaves(elements, names) {
  return elements.map((leaf) =>
    [LEAVES[leaf.type]?.(leaf, names) ?? ""].flat().map((node) => styled(node, leaf.style)),
  );
}

const PARTS = {
  rich_text_section: (part, names) => el("p", {}, leaves(part.elements, names)),
  rich_text_quote: (part, names) => el("blockquote", {}, leaves(part.elements, names)),
  rich_text_preformatted: (part, names) => el("pre", {}, leaves(part.elements, names)),
  rich_text_list: (part, names) =>
    el(
      part.style === "ordered" ? "ol" : "ul",
      {},
      part.elements.map((item) => el("li", {}, leaves(item.elements, names))),
    ),
};

/** The elements of a rich_text block; what is of an unknown kind is left out. */
export const richText = (block, names) => block.elements.map((part) => PARTS[part.type]?.(part, names) ?? "");
