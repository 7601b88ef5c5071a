// What is shown around the messages: places, prompts, the status line, App Home, files, and what a screen reader hears.

import { blocks } from "./blocks.js";
import { send, viewDesk } from "./deeds.js";
import { avatar, button, byId, clock, el } from "./dom.js";
import { byApp, fileCard, isEphemeral } from "./messages.js";
import { confirmed } from "./modals.js";
import { notify } from "./phone.js";
import { HOME, MESSAGES, at, inApp, names } from "./state.js";

/** The choice of who one is. */
export function drawWho() {
  const root = byId("who");
  const drawn = JSON.stringify(at.world.users);
  if (root.dataset.drawn !== drawn)
    root.replaceChildren(...at.world.users.map((user) => el("option", { value: user.id }, user.name)));
  root.dataset.drawn = drawn;
  root.value = at.me?.id ?? "";
}

/** The sidebar, the head and the tabs; `go(place)` leads to another place. */
export function drawPlaces(go) {
  const { world, place } = at;
  const entry = (target, shown) =>
    el(
      "li",
      {},
      el(
        "button",
        {
          type: "button",
          class: "place",
          "aria-current": place === target || (target === MESSAGES && inApp()) ? "page" : null,
          dataset: { place: target },
          on: { click: () => go(target) },
        },
        shown,
      ),
    );
  const focused = document.activeElement?.dataset?.place;
  byId("channels").replaceChildren(...world.channels.map((channel) => entry(channel.id, `# ${channel.name}`)));
  byId("apps").replaceChildren(
    entry(MESSAGES, [
      avatar(world.app.name, { app: true }),
      world.app.name,
      at.unread ? el("span", { class: "badge" }, "New") : "",
    ]),
  );
  if (focused) document.querySelector(`.place[data-place="${CSS.escape(focused)}"]`)?.focus();
  byId("team-name").textContent = world.team.name ?? "Workspace";
  byId("place-name").textContent = inApp() ? world.app.name : `# ${world.channel(place)}`;
  byId("place-about").textContent = inApp() ? "App" : "A public channel: everybody here can read it";
  byId("tabs").hidden = !inApp();
  byId("home").hidden = place !== HOME;
  byId("conversation").hidden = place === HOME;
  for (const tab of [HOME, MESSAGES]) {
    byId(`tab-${tab}`).setAttribute("aria-selected", String(place === tab));
    byId(`tab-${tab}`).tabIndex = place === tab ? 0 : -1;
  }
}

/** The words of a message as it is drawn, without its buttons; its notification text where it is drawn nowhere. */
function wordsOf(message) {
  const drawn = document.querySelector(`.message[data-ts="${CSS.escape(message.ts)}"] .content`);
  const parts = drawn ? [...drawn.querySelectorAll(".words, .header")].map((node) => node.innerText) : [];
  return parts.join(" ") || message.text;
}

/** What the app wrote in a conversation since the last look; nothing at the first look. */
function freshIn({ channel, messages }) {
  const wrote = messages.filter(byApp);
  const before = at.heard.get(channel);
  at.heard.set(channel, new Set(wrote.map((message) => message.ts)));
  return before ? wrote.filter((message) => !before.has(message.ts)) : [];
}

/** Tell of what the app wrote since the last look: the locked phone shows its `text`, a screen reader hears its words. */
export function tellNew(transcripts, drawer) {
  const fresh = transcripts.flatMap((one) => freshIn(one).map((message) => ({ ...message, channel: one.channel })));
  if (!fresh.length) return;
  for (const message of fresh.filter((one) => !isEphemeral(one))) {
    notify(at.world.app, message.text);
    drawer.noticed(message.text, clock(message.ts));
  }
  at.unread ||= at.place !== MESSAGES && fresh.some((message) => message.channel === at.direct);
  byId("live").textContent = `${at.world.app.name}: ${fresh.map(wordsOf).join(" ")}`;
}

/** Suggested prompts, until one of them is used or something else is written. */
export function drawPrompts({ prompts }) {
  const drawn = JSON.stringify(prompts);
  const root = byId("prompts");
  root.hidden = at.place !== MESSAGES || !prompts.length || drawn === at.usedPrompts;
  if (root.dataset.drawn === drawn) return;
  root.dataset.drawn = drawn;
  root.replaceChildren(
    ...prompts.map(({ title, message }) => button(title, () => send(message), { class: "chip", title: message })),
  );
}

/** The status line with its stop button: the app's name and the status, as Slack puts them together. */
export function drawStatus({ status, thread_ts: thread }) {
  byId("status").hidden = !status;
  byId("status").dataset.thread = thread;
  const shown = status ? `${at.world.app.name} ${status}` : "";
  if (byId("status-text").textContent !== shown) byId("status-text").textContent = shown;
}

/** App Home; what did not change is left alone. */
export function drawHome({ view }) {
  const root = byId("home");
  const signature = JSON.stringify([view, at.me.id]);
  if (root.dataset.drawn === signature) return;
  root.dataset.drawn = signature;
  const surface = { names, confirm: confirmed, act: (more) => viewDesk.act(view, more), heading: 2 };
  root.replaceChildren(
    ...(view?.blocks
      ? blocks(view.blocks, surface)
      : [el("p", { class: "hint" }, "The app has not drawn its Home yet.")]),
  );
}

/** The files that the app gave to the reader. */
export function drawFiles(files) {
  byId("files").replaceChildren(
    ...(files.length ? files.map((file) => el("li", {}, fileCard(file))) : [el("li", { class: "none" }, "None.")]),
  );
}
