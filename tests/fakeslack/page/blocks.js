// Block Kit blocks as elements, for messages, App Home and modals.

import { el } from "./dom.js";
import { element, freshId, isGroup, textNodes } from "./elements.js";
import { markdown } from "./markdown.js";
import { richText } from "./richtext.js";

const LEVELS = { info: "Note", warning: "Warning", error: "Error", success: "Done" };

/** The place of an element in a block; `label` names a control that nothing else names. */
const placeOf = (block, surface, more = {}) => ({
  ...surface,
  blockId: block.block_id ?? "",
  dispatches: true,
  label: "Choose",
  ...more,
});

function section(block, surface) {
  const words = [
    block.text ? el("div", { class: "words" }, textNodes(block.text, surface.names)) : "",
    block.fields
      ? el(
          "div",
          { class: "fields" },
          block.fields.map((field) => el("div", { class: "words" }, textNodes(field, surface.names))),
        )
      : "",
  ];
  if (!block.accessory) return el("div", { class: "block section" }, words);
  const label = block.text?.text.replace(/[*_~`]/g, "").slice(0, 80);
  return el(
    "div",
    { class: "block section with-accessory" },
    el("div", {}, words),
    el("div", { class: "accessory" }, element(block.accessory, placeOf(block, surface, { label }))),
  );
}

function context(block, surface) {
  const parts = block.elements.map((part) =>
    part.type === "image"
      ? element(part, placeOf(block, surface))
      : el("span", { class: "words" }, textNodes(part, surface.names)),
  );
  return el("div", { class: "block context" }, parts);
}

function row(name) {
  return (block, surface) =>
    el(
      "div",
      { class: `block ${name}` },
      block.elements.map((one) => element(one, placeOf(block, surface))),
    );
}

function input(block, surface) {
  const controlId = freshId("field");
  const labelId = `${controlId}-label`;
  const hintId = block.hint ? `${controlId}-hint` : "";
  const group = isGroup(block.element);
  const place = placeOf(block, surface, {
    controlId: group ? null : controlId,
    labelId,
    describedBy: `${hintId} ${controlId}-error`.trim(),
    dispatches: block.dispatch_action === true,
  });
  return el(
    "div",
    { class: "block input", dataset: { input: block.block_id } },
    el(
      group ? "span" : "label",
      { class: "label", id: labelId, for: group ? null : controlId },
      textNodes(block.label, surface.names),
      block.optional ? el("span", { class: "optional" }, " (optional)") : "",
    ),
    element(block.element, place),
    block.hint ? el("p", { class: "hint", id: hintId }, textNodes(block.hint, surface.names)) : "",
    el("p", { class: "error", id: `${controlId}-error`, hidden: true }),
  );
}

function alert(block, surface) {
  const level = LEVELS[block.level];
  return el(
    "div",
    { class: `block alert alert-${block.level ?? "default"}`, role: "note" },
    level ? el("strong", {}, `${level}: `) : "",
    el("div", { class: "words" }, textNodes(block.text, surface.names)),
  );
}

function container(block, surface) {
  const children = blocks(block.child_blocks, surface);
  const title = block.title ? textNodes(block.title, surface.names) : richText(block.rich_text_title, surface.names);
  if (!block.is_collapsible) return el("div", { class: "block container" }, el("strong", {}, title), children);
  return el(
    "details",
    { class: "block container", open: !block.default_collapsed },
    el("summary", {}, title),
    children,
  );
}

const BLOCKS = {
  section,
  context,
  input,
  alert,
  container,
  actions: row("actions"),
  context_actions: row("context-actions"),
  header: (block, surface) =>
    el(`h${surface.heading ?? 3}`, { class: "block header" }, textNodes(block.text, surface.names)),
  divider: () => el("hr", { class: "block" }),
  markdown: (block, surface) =>
    el("div", { class: "block words" }, markdown(block.text, surface.names, surface.heading)),
  rich_text: (block, surface) => el("div", { class: "block words" }, richText(block, surface.names)),
  image: (block) =>
    el(
      "figure",
      { class: "block" },
      element({ type: "image", alt_text: block.alt_text }, {}),
      block.title ? el("figcaption", {}, block.title.text) : "",
    ),
};

/**
 * Blocks as nodes. `surface` is where they are: {names, act(more), confirm(object), heading}; a block of a kind that
 * this page does not know is named in place, so that nobody takes it for nothing.
 */
export function blocks(given, surface) {
  return given.map(
    (block) =>
      BLOCKS[block.type]?.(block, surface) ??
      el("p", { class: "block unknown" }, `(This page cannot draw a block of type ${block.type}.)`),
  );
}

/** Put the errors of a submission ({block_id: text}) under their fields; others are cleared. Returns the first field. */
export function showErrors(root, errors) {
  let first = null;
  for (const field of root.querySelectorAll("[data-input]")) {
    const text = errors[field.dataset.input] ?? "";
    const line = field.querySelector(".error");
    line.textContent = text;
    line.hidden = !text;
    const control = field.querySelector("input, textarea, select");
    control?.toggleAttribute("aria-invalid", Boolean(text));
    if (text) control?.setAttribute("aria-invalid", "true");
    if (text && first === null) first = control;
  }
  return first;
}
