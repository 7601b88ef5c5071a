// What the reader can do, each told to the fake Slack as Slack's own client would.

import { act } from "./driver.js";
import { byId } from "./dom.js";
import { confirmed } from "./modals.js";
import { at, channelNow, failed, inApp, mended, names } from "./state.js";

const CALL = /(^|\s)@(?:leadership )?coach\b[,:]?\s*/i;

/** Do something; what goes wrong is told, and what changed is shown. Null where it went wrong. */
export async function doing(work) {
  try {
    mended();
    return await work();
  } catch (error) {
    failed(error);
    return null;
  } finally {
    at.refresh();
  }
}

/** Give a slash command; the fake puts the answer into the conversation, for this reader alone. */
function command(line, channel) {
  const [, name, text] = /^(\/\S+)\s*([^]*)$/.exec(line);
  return act("command", { user: at.me.id, command: name, text, channel });
}

/** Send what was written: a command, a call of the coach in a channel, or a message, in a thread where one is named. */
export function send(text, thread = "") {
  at.usedPrompts = byId("prompts").dataset.drawn ?? "";
  const channel = channelNow();
  if (text.startsWith("/")) return doing(() => command(text, channel));
  const mention = !inApp() && CALL.test(text); // the fake puts the mention in front itself
  const words = mention ? text.replace(CALL, "$1").trim() : text;
  const body = { user: at.me.id, channel, text: words, ...(thread ? { thread_ts: thread } : {}) };
  return doing(() => act(mention ? "mention" : "message", body));
}

/** Press the stop button of the status line. */
export function stop() {
  const thread = byId("status").dataset.thread;
  return doing(() => act("stop", { user: at.me.id, channel: channelNow(), ...(thread ? { thread_ts: thread } : {}) }));
}

const SURE = {
  title: { text: "Delete this message?" },
  text: { type: "plain_text", text: "It goes for everybody, the coach too." },
  confirm: { text: "Delete" },
  style: "danger",
};

const onMessage = (name, more) => doing(() => act(name, { user: at.me.id, channel: channelNow(), ...more }));

/** What a message may do, as `MessageList` asks it. */
export const desk = {
  me: () => at.me,
  app: () => at.world.app,
  names,
  confirm: confirmed,
  act: (message, more) => onMessage("click", { ts: message.ts, ...more }),
  edit: (ts, text) => onMessage("edit", { ts, text }),
  reflect: (ts) => onMessage("shortcut", { ts, callback_id: "reflect_on_this" }),
  remove: async (ts) => (await confirmed(SURE)) && onMessage("delete", { ts }),
};

/** What a view may do: App Home and modals. */
export const viewDesk = {
  names,
  act: (view, more) => doing(() => act("click", { user: at.me.id, view_id: view.id, ...more })),
  close: (view) => doing(() => act("close_view", { user: at.me.id, view_id: view.id })),
  submit: async (view, values) => {
    const answer = await doing(() => act("submit", { user: at.me.id, view_id: view.id, values }));
    return answer?.response ?? null;
  },
};
