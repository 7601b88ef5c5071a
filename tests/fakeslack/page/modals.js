// Modals: the stack of views that the coach opened, the top one in a dialog; and the question before a dangerous button.

import { button, byId, el } from "./dom.js";
import { blocks, showErrors } from "./blocks.js";
import { textNodes, valuesIn } from "./elements.js";
import { decoded } from "./mrkdwn.js";

/** Ask as a button's `confirm` object says; true where the answer is yes. */
export function confirmed(object) {
  const dialog = byId("confirm");
  return new Promise((resolve) => {
    const answer = (value) => () => dialog.close(value);
    const style = object.style === "danger" ? "danger" : "primary";
    dialog.replaceChildren(
      el("h2", { id: "confirm-title" }, decoded(object.title?.text ?? "Are you sure?")),
      el("div", { class: "modal-body words" }, textNodes(object.text)),
      el(
        "div",
        { class: "modal-foot" },
        button(decoded(object.deny?.text ?? "Cancel"), answer("")),
        button(decoded(object.confirm?.text ?? "Yes"), answer("yes"), { class: style }),
      ),
    );
    dialog.returnValue = "";
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
    dialog.showModal();
  });
}

/** The dialog that shows the newest open view. `desk`: {names, act(view, more), submit(view, values), close(view)}. */
export class Modals {
  constructor(desk) {
    this.desk = desk;
    this.dialog = byId("modal");
    this.view = null;
    this.signature = "";
    this.dialog.addEventListener("cancel", (event) => {
      event.preventDefault(); // the view goes when Slack says so, as any other change does
      this.#leave();
    });
  }

  /** Show the newest of these open views; nothing where there is none. One that did not change is left as filled in. */
  show(views) {
    const view = views.at(-1) ?? null;
    const signature = view ? JSON.stringify([view.id, view.title, view.blocks, view.submit, view.close]) : "";
    if (signature === this.signature) return;
    this.signature = signature;
    this.view = view;
    if (view === null) {
      this.dialog.close();
      return;
    }
    this.#draw(view, views.length);
    if (!this.dialog.open) this.dialog.showModal();
    this.dialog.querySelector(".modal-body").querySelector("input, textarea, select, button")?.focus();
  }

  #draw(view, depth) {
    const surface = {
      names: this.desk.names,
      act: (more) => this.desk.act(view, more),
      confirm: confirmed,
      heading: 3,
    };
    const dismiss = decoded(view.close?.text ?? (depth > 1 ? "Back" : "Close"));
    const body = el(
      "form",
      { class: "modal-body", novalidate: true, tabindex: "0", "aria-labelledby": "modal-title" },
      blocks(view.blocks, surface),
    );
    body.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#submit(body);
    });
    this.dialog.replaceChildren(
      el("h2", { id: "modal-title" }, decoded(view.title.text)),
      body,
      el("p", { class: "error modal-error", role: "alert", hidden: true }),
      el(
        "div",
        { class: "modal-foot" },
        button(dismiss, () => this.#leave()),
        view.submit ? button(decoded(view.submit.text), () => this.#submit(body), { class: "primary" }) : "",
      ),
    );
  }

  #leave() {
    if (this.view) this.desk.close(this.view);
  }

  async #submit(body) {
    if (!this.view?.submit) return;
    const said = this.dialog.querySelector(".modal-error");
    said.hidden = true;
    const answer = await this.desk.submit(this.view, valuesIn(body));
    if (answer === null) {
      said.textContent = "The coach did not take this in. Your words are still here; please try again.";
      said.hidden = false;
    } else {
      showErrors(body, answer.response_action === "errors" ? answer.errors : {})?.focus();
    }
  }
}
