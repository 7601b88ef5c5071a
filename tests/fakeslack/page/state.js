// Where the reader is: what every part of the page asks.

import { byId } from "./dom.js";

export const HOME = "home";
export const MESSAGES = "messages";
export const address = new URL(location.href).searchParams;

/**
 * `place` is home, messages or the id of a channel; `thread` the first `ts` of the open thread; `direct` the channel in
 * which `me` and the app write; `heard` what the app has written by channel, as far as the reader was told of it;
 * `unread` whether it wrote where they did not look; `usedPrompts` the prompts that are not shown any more; `refresh()`
 * reads everything again, soon.
 */
export const at = {
  world: null,
  me: null,
  place: address.get("place") ?? MESSAGES,
  thread: "",
  direct: "",
  heard: new Map(),
  unread: false,
  usedPrompts: "",
  refresh: () => {},
};

/** Whether the reader is with the app, and not in a channel. */
export const inApp = () => at.place === HOME || at.place === MESSAGES;

/** The channel that is shown. */
export const channelNow = () => (inApp() ? at.direct : at.place);

/** The names behind ids. */
export const names = { user: (id) => at.world.user(id), channel: (id) => at.world.channel(id) };

/** Say what went wrong, until the next thing is done. */
export function failed(error) {
  const line = byId("trouble");
  line.textContent = error.message;
  line.hidden = false;
}

/** Nothing is wrong any more. */
export function mended() {
  byId("trouble").hidden = true;
}
