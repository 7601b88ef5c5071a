// The parts of blocks that can be pressed and filled in. Each one that holds a value can say it as Slack's view state does.

import { button, el } from "./dom.js";
import { decoded, mrkdwn } from "./mrkdwn.js";

/** A text object of either kind, as nodes; plain text keeps its line breaks by style. */
export function textNodes(text, names) {
  if (!text) return "";
  return text.type === "mrkdwn" ? mrkdwn(text.text, names) : decoded(text.text);
}

let lastId = 0;
/** An id for a label to point to. */
export const freshId = (stem) => `${stem}-${(lastId += 1)}`;

const states = new WeakMap();

function holds(node, blockId, element, state) {
  node.dataset.holds = "";
  states.set(node, { blockId, actionId: element.action_id, state });
  return node;
}

/** What is filled in below a node: {block_id: {action_id: {type, value | selected_...}}}, as in a view's state. */
export function valuesIn(root) {
  const values = {};
  for (const node of root.querySelectorAll("[data-holds]")) {
    const { blockId, actionId, state } = states.get(node);
    values[blockId] = { ...values[blockId], [actionId]: state() };
  }
  return values;
}

/** What a screen reader says of a button: its words first (who speaks to the device says what they see), then its label. */
function spoken(words, label) {
  if (!label) return null;
  return label.toLowerCase().includes(words.toLowerCase()) ? label : `${words}: ${label}`;
}

const STYLES = { primary: "primary", danger: "danger" };

async function press(event, element, place, more) {
  const pressed = event.currentTarget;
  if (element.confirm && !(await place.confirm(element.confirm))) return;
  pressed.disabled = true;
  try {
    await place.act({ block_id: place.blockId, action_id: element.action_id, ...more });
  } finally {
    pressed.disabled = false;
  }
}

function pressable(element, place) {
  const run = (event) => press(event, element, place, { value: element.value });
  const label = {
    "aria-label": spoken(decoded(element.text.text), element.accessibility_label),
    class: STYLES[element.style],
  };
  return button(decoded(element.text.text), run, label);
}

function feedback(element, place) {
  const choice = (object, sign) => {
    const chosen = (event) => {
      for (const other of event.currentTarget.parentElement.children) other.removeAttribute("aria-pressed");
      event.currentTarget.setAttribute("aria-pressed", "true");
      return press(event, element, place, { value: object.value });
    };
    const words = decoded(object.text.text);
    const mark = el("span", { "aria-hidden": "true" }, sign);
    return button([mark, words], chosen, { "aria-label": spoken(words, object.accessibility_label), class: "quiet" });
  };
  return el("span", { class: "choices" }, choice(element.positive_button, "▲ "), choice(element.negative_button, "▼ "));
}

function iconButton(element, place) {
  const run = (event) => press(event, element, place, { value: element.value });
  return button(decoded(element.text.text), run, {
    "aria-label": spoken(decoded(element.text.text), element.accessibility_label),
    class: "quiet",
  });
}

/** Attributes of a control that its input block's label, hint and error speak for. */
function described(place) {
  return {
    id: place.controlId,
    "aria-label": place.controlId ? null : place.label,
    "aria-describedby": place.describedBy,
  };
}

const tell = (element, place, state) => () => {
  if (place.dispatches) place.act({ block_id: place.blockId, action_id: element.action_id, ...state() });
};

function textInput(element, place) {
  const tag = element.multiline ? "textarea" : "input";
  const control = el(tag, {
    ...described(place),
    class: "field",
    rows: element.multiline ? 6 : null,
    type: element.multiline ? null : "text",
    maxlength: element.max_length,
    placeholder: element.placeholder?.text,
    value: element.initial_value ?? "",
  });
  return holds(control, place.blockId, element, () => ({ type: element.type, value: control.value || null }));
}

function dateInput(element, place) {
  const control = el("input", { ...described(place), class: "field", type: "date", value: element.initial_date ?? "" });
  const state = () => ({ type: element.type, selected_date: control.value || null });
  control.addEventListener("change", tell(element, place, state));
  return holds(control, place.blockId, element, state);
}

const optionsOf = (element) => element.options ?? (element.option_groups ?? []).flatMap((group) => group.options);

function selectInput(element, place) {
  const options = optionsOf(element);
  const first = element.initial_option?.value ?? "";
  const control = el(
    "select",
    { ...described(place), class: "field" },
    el("option", { value: "" }, element.placeholder?.text ?? "Choose one"),
    options.map((option) =>
      el("option", { value: option.value, selected: option.value === first }, decoded(option.text.text)),
    ),
  );
  const state = () => ({
    type: element.type,
    selected_option: options.find((option) => option.value === control.value) ?? null,
  });
  control.addEventListener("change", tell(element, place, state));
  return holds(control, place.blockId, element, state);
}

function choices(type) {
  const many = type === "checkbox";
  return (element, place) => {
    const options = optionsOf(element);
    const name = freshId("choice");
    const initial = many ? (element.initial_options ?? []) : [element.initial_option].filter(Boolean);
    const row = (option) => {
      const control = el("input", {
        type,
        name,
        value: option.value,
        checked: initial.some((one) => one.value === option.value),
      });
      const more = option.description ? el("span", { class: "hint" }, textNodes(option.description, place.names)) : "";
      return el("label", { class: "choice" }, control, el("span", {}, textNodes(option.text, place.names), more));
    };
    const group = el(
      "div",
      {
        class: "group",
        role: many ? "group" : "radiogroup",
        "aria-labelledby": place.labelId,
        "aria-label": place.labelId ? null : place.label,
        "aria-describedby": place.describedBy,
      },
      options.map(row),
    );
    const state = () => {
      const chosen = options.filter((option) =>
        [...group.querySelectorAll("input:checked")].some((box) => box.value === option.value),
      );
      return many
        ? { type: element.type, selected_options: chosen }
        : { type: element.type, selected_option: chosen[0] ?? null };
    };
    group.addEventListener("change", tell(element, place, state));
    return holds(group, place.blockId, element, state);
  };
}

function overflow(element, place) {
  const entry = (option) =>
    button(
      decoded(option.text.text),
      (event) => press(event, element, place, { value: option.value, selected_option: option }),
      { class: "quiet" },
    );
  return el("details", { class: "overflow" }, el("summary", {}, "More"), element.options.map(entry));
}

const image = (element) =>
  el("span", { class: "picture", role: "img", "aria-label": element.alt_text }, element.alt_text);

const ELEMENTS = {
  button: pressable,
  feedback_buttons: feedback,
  icon_button: iconButton,
  plain_text_input: textInput,
  datepicker: dateInput,
  static_select: selectInput,
  checkboxes: choices("checkbox"),
  radio_buttons: choices("radio"),
  overflow,
  image,
};

/** Whether a kind of element is a group of controls, which a legend names, and not one that a label points to. */
export const isGroup = (element) => element.type === "checkboxes" || element.type === "radio_buttons";

/**
 * An element as a node. `place` says where it stands: {names, act, confirm, blockId, label, controlId?, labelId?,
 * describedBy?, dispatches}: `act(more)` tells the coach that it was used, `dispatches` whether a change does.
 */
export function element(given, place) {
  const make = ELEMENTS[given.type];
  return make ? make(given, place) : el("span", { class: "unknown" }, `(This page cannot draw a ${given.type}.)`);
}
