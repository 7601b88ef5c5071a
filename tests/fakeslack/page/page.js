// The page: it reads how things are from the fake Slack, shows them, and takes the reader from place to place.

import { Composer } from "./composer.js";
import { desk, doing, send, stop, viewDesk } from "./deeds.js";
import { byId } from "./dom.js";
import { Drawer } from "./drawer.js";
import { act, follow, read } from "./driver.js";
import { MessageList, atTop, repliesByThread } from "./messages.js";
import { Modals } from "./modals.js";
import { drawFiles, drawHome, drawPlaces, drawPrompts, drawStatus, drawWho, tellNew } from "./shown.js";
import { HOME, MESSAGES, address, at, channelNow, failed, inApp, mended } from "./state.js";
import { firstWorld, worldNow } from "./world.js";

const WAIT = 80; // milliseconds: several changes at once are one look
const NEAR_END = 80; // pixels: who reads the end of a conversation stays there as it grows
const still = address.has("still"); // a picture of how things are, for tests that wait until nothing loads any more

const list = new MessageList(byId("messages"), { ...desk, heading: 2, reply: openThread });
const threadList = new MessageList(byId("thread-messages"), { ...desk, heading: 3 });
const composer = new Composer(byId("composer"), { send: (text) => send(text), editLast: () => list.editNewest() });
const threadComposer = new Composer(byId("thread-composer"), {
  send: (text) => send(text, at.thread),
  editLast: () => threadList.editNewest(),
});
const drawer = new Drawer({ failed, opened: () => closeThread() });
const modals = new Modals(viewDesk);

// ---- threads

function openThread(ts) {
  drawer.toggle(false);
  at.thread = ts;
  byId("thread").hidden = false;
  threadComposer.place(`${channelNow()} ${ts}`, "Reply in the thread", "Enter sends, Shift+Enter makes a new line.");
  at.refresh();
  threadComposer.focus();
}

function closeThread() {
  if (byId("thread").hidden) return;
  at.thread = "";
  byId("thread").hidden = true;
  composer.focus();
}

// ---- looking

function drawMessages(messages) {
  const all = messages.toSorted((one, other) => Number(one.ts) - Number(other.ts));
  list.show(all.filter(atTop), repliesByThread(all));
  if (at.thread) threadList.show(all.filter((message) => message.ts === at.thread || message.thread_ts === at.thread));
}

/** Who reads the end of a box stays there as it grows or the window shrinks; gives a way to go to the end. */
function keepEnd(box) {
  let atEnd = true;
  const toEnd = () => {
    atEnd = true;
    box.scrollTop = box.scrollHeight;
  };
  box.addEventListener("scroll", () => {
    atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_END;
  });
  const watch = new ResizeObserver(() => atEnd && toEnd());
  for (const watched of [box, box.firstElementChild]) watch.observe(watched);
  return toEnd;
}
const toEnd = keepEnd(byId("scroll"));
keepEnd(byId("thread-scroll"));

async function look() {
  const user = at.me.id;
  at.direct = (await read("dm", { user })).channel;
  const channel = channelNow();
  const { direct, place } = at;
  const [world, here, there, status, prompts, views, files, home] = await Promise.all([
    worldNow(),
    read("transcript", { channel, user }),
    channel === direct ? null : read("transcript", { channel: direct, user }),
    read("status", { channel }),
    read("prompts", { channel: direct }),
    read("views", { user }),
    read("files", { user }),
    place === HOME ? read("home", { user }) : null,
  ]);
  if (user !== at.me.id || place !== at.place) return; // the reader has gone on meanwhile
  at.world = world;
  drawWho();
  drawMessages(here.messages);
  drawStatus(status);
  drawPrompts(prompts);
  tellNew(there ? [here, there] : [here], drawer);
  drawPlaces(go);
  if (home) drawHome(home);
  drawFiles(files.files);
  modals.show(views.views);
  await drawer.refresh(world);
}

let looking = null;
let again = false;
/** Look again, soon; calls meanwhile are one. */
at.refresh = () => {
  again = true;
  looking ??= (async () => {
    while (again) {
      again = false;
      await look().catch(failed);
      if (!still) await new Promise((resolve) => setTimeout(resolve, WAIT));
    }
    looking = null;
  })();
  return looking;
};

// ---- going about

function menu(open) {
  byId("sidebar").classList.toggle("open", open);
  byId("sidebar-toggle").setAttribute("aria-expanded", String(open));
}

function go(target) {
  at.place = target;
  closeThread();
  if (at.place === MESSAGES) at.unread = false;
  address.set("user", at.me.id);
  address.set("place", at.place);
  history.replaceState(null, "", `?${address}`);
  drawPlaces(go);
  menu(false);
  const hint = inApp()
    ? "Enter sends, Shift+Enter makes a new line. /coach runs a command."
    : "Write @coach to call the coach here. It answers in private.";
  composer.place(
    `${at.me.id} ${at.place}`,
    inApp() ? `Message ${at.world.app.name}` : `Message # ${at.world.channel(at.place)}`,
    hint,
  );
  toEnd();
  return doing(() => (inApp() ? act("open", { user: at.me.id, tab: at.place }) : null));
}

function become(id) {
  at.me = at.world.users.find((user) => user.id === id) ?? at.world.users[0];
  drawWho();
  Object.assign(at, { heard: new Map(), usedPrompts: "", unread: false });
  return go(inApp() || at.world.channels.some((channel) => channel.id === at.place) ? at.place : MESSAGES);
}

function theme(choice) {
  document.documentElement.dataset.theme = choice;
  byId("theme").value = choice;
}

function listenToKeys() {
  byId("tabs").addEventListener("keydown", (event) => {
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    const other = at.place === HOME ? MESSAGES : HOME;
    go(other);
    byId(`tab-${other}`).focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.defaultPrevented || document.querySelector("dialog[open]")) return;
    menu(false);
    if (byId("drawer").hidden) closeThread();
    else drawer.toggle(false);
  });
}

function listen() {
  byId("who").addEventListener("change", (event) => become(event.target.value));
  byId("theme").addEventListener("change", (event) => {
    localStorage.setItem("theme", event.target.value);
    theme(event.target.value);
  });
  byId("thread-close").addEventListener("click", closeThread);
  byId("stop").addEventListener("click", stop);
  byId("sidebar-toggle").addEventListener("click", () => menu(!byId("sidebar").classList.contains("open")));
  byId("scrim").addEventListener("click", () => menu(false));
  for (const tab of [HOME, MESSAGES]) byId(`tab-${tab}`).addEventListener("click", () => go(tab));
  listenToKeys();
}

function linked(there) {
  if (!there) return failed(new Error("The fake Slack does not answer. This page tries again."));
  mended();
  return at.refresh();
}

async function begin() {
  theme(address.get("theme") ?? localStorage.getItem("theme") ?? "");
  at.world = await firstWorld();
  drawWho();
  listen();
  await become(address.get("user"));
  await looking;
  if (!still) follow(at.refresh, linked);
  document.documentElement.dataset.ready = "";
}

begin().catch(failed);
