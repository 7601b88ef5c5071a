// Building elements: text goes in as text nodes only, so nothing that a message holds can become markup.

/**
 * Make an element. Attributes that are null, undefined or false are left out; `on` holds listeners, `dataset` data.
 * Children are elements, strings or nested arrays of them; empty ones are skipped.
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "on") for (const [event, run] of Object.entries(value)) element.addEventListener(event, run);
    else if (name === "dataset") Object.assign(element.dataset, value);
    else if (name === "value") element.value = value;
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

/** The element with that id; the page is broken without it, so there is no "maybe". */
export const byId = (id) => document.getElementById(id);

/** A button that runs something; `attributes` as for `el`. */
export function button(label, run, attributes = {}) {
  const { class: more = "", ...rest } = attributes;
  return el("button", { type: "button", class: `button ${more}`.trim(), on: { click: run }, ...rest }, label);
}

/** Up to two initials of a name, for an avatar; "?" where there is none. */
export function initials(name) {
  const words = name
    .split(/\s+/)
    .filter((word) => !/^(dr|mr|mrs|ms|miss|prof)\.?$/i.test(word) && /^\p{L}/u.test(word));
  return (
    (words.length > 1 ? [words[0], words.at(-1)] : words).map((word) => [...word][0].toUpperCase()).join("") || "?"
  );
}

/** An avatar: initials on one of six calm colours, always the same one for a name. Decoration: hidden from readers. */
export function avatar(name, { app = false } = {}) {
  const shade = app ? "app" : [...name].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % 6;
  return el("span", { class: `avatar avatar-${shade}`, "aria-hidden": "true" }, initials(name));
}

const ROUND = 1000;
const moment = (ts) => new Date(Number.parseFloat(ts) * ROUND);

/** The time of day of a message's `ts`, as 09:05. */
export const clock = (ts) => moment(ts).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });

/** Date and time in full, for the tooltip and for readers. */
export const fullTime = (ts) => moment(ts).toLocaleString("en-GB", { dateStyle: "full", timeStyle: "short" });

/** The day of a `ts` in words: Today, Yesterday, or as Thursday 26 November. */
export function dayOf(ts, now = new Date()) {
  const day = moment(ts);
  const midnight = (date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  const ago = Math.round((midnight(now) - midnight(day)) / 86_400_000);
  if (ago === 0) return "Today";
  if (ago === 1) return "Yesterday";
  return day.toLocaleDateString("en-GB", { weekday: "long", day: "numeric", month: "long" });
}
