// The list of messages: days, authors, words, blocks, files, threads, and the menu of each message.

import { avatar, button, clock, dayOf, el, fullTime } from "./dom.js";
import { blocks } from "./blocks.js";
import { decoded, mrkdwn } from "./mrkdwn.js";

const TOGETHER = 300; // seconds within which messages of one author stand under one name

/** Whether the app wrote it, and not a person. */
export const byApp = (message) => "bot_id" in message;

/** Whether only one person can see it. */
export const isEphemeral = (message) => message.ephemeral === true;

/** Whether it stands in the conversation itself, and not in a thread. */
export const atTop = (message) => !message.thread_ts || message.thread_ts === message.ts;

/** The replies to each thread, by the thread's first `ts`. */
export function repliesByThread(messages) {
  const threads = new Map();
  for (const message of messages.filter((one) => !atTop(one))) {
    threads.set(message.thread_ts, [...(threads.get(message.thread_ts) ?? []), message]);
  }
  return threads;
}

/** What was sent, as one typed it: without what Slack made of mentions, addresses and its own three characters. */
const asTyped = (text) =>
  decoded(text.replace(/<@[^>]+>\s*/g, "").replace(/<((?:https?:|mailto:)[^>|]+)(?:\|[^>]*)?>/g, "$1"));

const size = (bytes) => (bytes < 1024 ? `${bytes} bytes` : `${Math.round(bytes / 1024)} kB`);

/** A file as a card that downloads it. */
export function fileCard(file) {
  const name = file.title || file.name;
  const address = new URL(file.url ?? file.url_private, location.href).pathname; // of this fake and nowhere else
  const about = file.size === undefined ? "" : el("span", { class: "hint" }, size(file.size));
  return el(
    "a",
    { class: "file", href: address, download: file.name },
    el("strong", {}, name),
    about,
    el("span", { class: "hint" }, "Download"),
  );
}

/**
 * Draws messages into an `<ol>`, keeping the nodes of those that did not change (and so what is being filled in there).
 *
 * `desk` is what a message needs to know and may do: {me(), app(), names, act(message, more), confirm(object),
 * heading, reply(ts)?, edit(ts, text), remove(ts), reflect(ts)}. Without `reply` no way into threads is shown.
 */
export class MessageList {
  constructor(root, desk) {
    this.root = root;
    this.desk = desk;
    this.editing = "";
    this.drawn = new Map();
    this.shown = [];
  }

  /** Show these messages, oldest first; `threads` holds the replies of those that have any. */
  show(messages, threads = new Map()) {
    this.shown = [messages, threads];
    const wanted = this.#items(messages, threads);
    const focused = [...this.drawn].find(([, { node }]) => node.contains(document.activeElement))?.[0];
    const next = new Map();
    for (const { key, signature, make } of wanted) {
      const before = this.drawn.get(key);
      next.set(key, before?.signature === signature ? before : { signature, node: make() });
    }
    for (const [key, { node }] of this.drawn) if (next.get(key)?.node !== node) node.remove();
    let previous = null;
    for (const { node } of next.values()) {
      const after = previous ? previous.nextSibling : this.root.firstChild;
      if (after !== node) this.root.insertBefore(node, after);
      previous = node;
    }
    this.drawn = next;
    if (focused && !next.get(focused)?.node.contains(document.activeElement)) next.get(focused)?.node.focus();
  }

  /** Begin to edit the newest of the reader's own messages, where there is one. */
  editNewest() {
    const own = this.shown[0]?.filter((message) => !byApp(message) && message.user === this.desk.me().id).at(-1);
    if (own) this.#edit(own.ts);
  }

  #items(messages, threads) {
    const items = [];
    let before = null;
    for (const message of messages) {
      const day = dayOf(message.ts);
      const newDay = before === null || dayOf(before.ts) !== day;
      if (newDay)
        items.push({
          key: `day ${day} ${message.ts}`,
          signature: day,
          make: () => el("li", { class: "day" }, el("span", {}, day)),
        });
      const joined = !newDay && this.#joined(before, message);
      const replies = threads.get(message.ts) ?? [];
      const editing = this.editing === message.ts;
      const signature = JSON.stringify([message, replies.length, joined, editing, this.desk.me().id]);
      items.push({ key: message.ts, signature, make: () => this.#message(message, { replies, joined, editing }) });
      before = message;
    }
    return items;
  }

  /** Whether a message stands under the name before it: the same person's, soon after. The app's stand apart. */
  #joined(before, message) {
    const same = !byApp(before) && !byApp(message) && before.user === message.user;
    return same && Number(message.ts) - Number(before.ts) < TOGETHER;
  }

  #author(message) {
    if (message.subtype === "tombstone") return "Deleted";
    return byApp(message) ? this.desk.app().name : this.desk.names.user(message.user);
  }

  #message(message, { replies, joined, editing }) {
    const author = this.#author(message);
    const app = byApp(message);
    const kinds = ["message", joined ? "joined" : "", isEphemeral(message) ? "ephemeral" : ""];
    const head = el(
      "div",
      { class: "head" },
      el("span", { class: "author" }, author),
      app ? el("span", { class: "tag" }, "App") : "",
      el(
        "time",
        { title: fullTime(message.ts), datetime: new Date(Number(message.ts) * 1000).toISOString() },
        clock(message.ts),
      ),
    );
    return el(
      "li",
      { class: kinds.join(" ").trim(), tabindex: "-1", dataset: { ts: message.ts } },
      avatar(author, { app }),
      el(
        "div",
        { class: "body" },
        head,
        isEphemeral(message) ? el("p", { class: "only-you" }, "Only visible to you") : "",
        editing ? this.#editor(message) : this.#content(message),
        (message.files ?? []).map(fileCard),
        this.desk.reply && replies.length ? this.#threadButton(message, replies) : "",
      ),
      editing || isEphemeral(message) ? "" : this.#menu(message, author),
    );
  }

  #content(message) {
    const { names } = this.desk;
    const surface = {
      names,
      confirm: this.desk.confirm,
      act: (more) => this.desk.act(message, more),
      heading: this.desk.heading,
    };
    const body =
      message.blocks?.length && byApp(message)
        ? blocks(message.blocks, surface)
        : el("div", { class: "words" }, mrkdwn(message.text ?? "", names));
    return el("div", { class: "content" }, body, message.edited ? el("span", { class: "hint" }, "(edited)") : "");
  }

  #threadButton(message, replies) {
    const count = replies.length === 1 ? "1 reply" : `${replies.length} replies`;
    return button(`${count}, last at ${clock(replies.at(-1).ts)}`, () => this.desk.reply(message.ts), {
      class: "thread-link",
    });
  }

  #menu(message, author) {
    const about = `${author}, ${clock(message.ts)}`;
    const entry = (label, run) => button(label, run, { class: "quiet", "aria-label": `${label}: ${about}` });
    const own = !byApp(message) && message.user === this.desk.me().id;
    return el(
      "div",
      { class: "menu", role: "group", "aria-label": `Actions on the message of ${about}` },
      this.desk.reply ? entry("Reply in thread", () => this.desk.reply(message.thread_ts || message.ts)) : "",
      own ? entry("Edit", () => this.#edit(message.ts)) : "",
      own ? entry("Delete", () => this.desk.remove(message.ts)) : "",
      entry("Reflect on this", () => this.desk.reflect(message.ts)),
    );
  }

  #edit(ts) {
    this.editing = ts;
    this.show(...this.shown);
    this.drawn.get(ts)?.node.querySelector("textarea")?.focus();
  }

  #editor(message) {
    const field = el("textarea", {
      class: "field",
      rows: 3,
      "aria-label": "Edit your message",
      value: asTyped(message.text ?? ""),
    });
    const leave = () => {
      this.editing = "";
      this.show(...this.shown);
      this.drawn.get(message.ts)?.node.focus();
    };
    const save = () => {
      const text = field.value.trim();
      leave();
      if (text) this.desk.edit(message.ts, text);
    };
    field.addEventListener("keydown", (event) => {
      if (event.key === "Escape") leave();
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        save();
      }
    });
    return el(
      "div",
      { class: "editor" },
      field,
      el("div", { class: "choices" }, button("Save", save, { class: "primary" }), button("Cancel", leave)),
    );
  }
}
