// Where one writes: Enter sends, Shift+Enter makes a new line, the arrow up edits the last message.

import { button, el } from "./dom.js";

const COMMANDS = "Commands: /coach start, goals, draft, privacy, forget, help";

/**
 * A composer in `root`. `send(text)` is called with what was written, `editLast()` when the arrow is pressed in an empty
 * field. What is half written is kept per place: `place(key, label, hint)` goes to another one.
 */
export class Composer {
  constructor(root, { send, editLast = () => {} }) {
    this.drafts = new Map();
    this.key = "";
    this.hintText = "";
    this.hint = el("p", { class: "hint", id: `${root.id}-hint` });
    this.field = el("textarea", { class: "field", rows: 1, "aria-describedby": this.hint.id });
    const submit = () => this.#submit(send);
    this.field.addEventListener("input", () => this.#hinted());
    this.field.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        submit();
      } else if (event.key === "ArrowUp" && !this.field.value) {
        event.preventDefault();
        editLast();
      }
    });
    root.append(
      el("div", { class: "composer-row" }, this.field, button("Send", submit, { class: "primary" })),
      this.hint,
    );
  }

  /** Go to another place: its own half-written text, its label for the field and its hint. */
  place(key, label, hint) {
    if (key !== this.key) {
      this.drafts.set(this.key, this.field.value);
      this.field.value = this.drafts.get(key) ?? "";
      this.key = key;
    }
    this.hintText = hint;
    this.field.setAttribute("aria-label", label);
    this.field.setAttribute("placeholder", label);
    this.#hinted();
  }

  focus() {
    this.field.focus();
  }

  #hinted() {
    const hint = this.field.value.startsWith("/") ? COMMANDS : this.hintText;
    if (this.hint.textContent !== hint) this.hint.textContent = hint;
  }

  #submit(send) {
    const text = this.field.value.trim();
    if (!text) return;
    this.field.value = "";
    this.#hinted();
    send(text);
  }
}
