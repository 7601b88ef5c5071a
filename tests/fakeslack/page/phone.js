// The locked phone: a small card that shows exactly what a notification would, and nothing more.

import { avatar, button, byId, el } from "./dom.js";

const SHOWN = 8000; // milliseconds

/** Show a notification for a while; it stays as long as the pointer or the focus is on it. */
export function notify(app, text) {
  const root = byId("phone");
  const dismiss = button("Dismiss", () => card.remove(), { class: "quiet", "aria-label": "Dismiss the notification" });
  const card = el(
    "div",
    { class: "phone-card" },
    el("div", { class: "phone-caption" }, el("p", {}, "On a locked phone"), dismiss),
    el(
      "div",
      { class: "phone-note" },
      avatar(app.name, { app: true }),
      el("div", {}, el("strong", {}, app.name), el("p", { class: "phone-text" }, text)),
    ),
  );
  root.replaceChildren(card);
  const leave = () => (card.matches(":hover, :focus-within") ? setTimeout(leave, SHOWN / 4) : card.remove());
  setTimeout(leave, SHOWN);
}
