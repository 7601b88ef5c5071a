// What Slack noticed: broken rules, how quickly the coach took things in, and the faults that can be played.

import { button, byId, el } from "./dom.js";
import { act, read } from "./driver.js";

const DOWN_FOR = 10; // seconds
const WAIT = 5; // seconds that Slack asks for with a 429

const FAULTS = [
  {
    label: `Slack is down for ${DOWN_FOR} seconds`,
    about: "The coach cannot reach Slack. What it has to say waits, and comes once, in order.",
    on: (world) => world.outage,
    begin: () => act("outage", { down: true }),
    end: (how) => act("outage", { down: false }, how),
  },
  {
    label: `Nothing reaches the coach for ${DOWN_FOR} seconds`,
    about: "Write meanwhile: Slack tries again, and each message is answered once.",
    on: (world) => world.delivery_down,
    begin: () => act("delivery", { down: true }),
    end: (how) => act("delivery", { down: false }, how),
  },
  {
    label: "The next reply is refused: too many requests",
    about: `Slack asks the coach to wait ${WAIT} seconds (429).`,
    begin: () => act("faults", [{ method: "chat.postMessage", kind: "429", times: 1, retry_after: WAIT }]),
  },
  {
    label: "The next reply arrives, and Slack's answer is lost",
    about: "The coach must look before it sends again, or you would read it twice (504).",
    begin: () => act("faults", [{ method: "chat.postMessage", kind: "504_after", times: 1 }]),
  },
];

/**
 * One fault as {node, holds(world)}. While it lasts its button says how long still, and ends it when it is pressed again;
 * so does that of a fault which somebody else began, of which nobody here knows how long it lasts.
 */
function fault({ label, about, on = () => false, begin, end }, failed) {
  let timer = null;
  let left = 0;
  let lasting = false;
  const said = el("p", { class: "hint", role: "status" });
  const draw = () => {
    const more = timer !== null ? `: ${left} s left, press to end` : ": press to end";
    trigger.textContent = lasting ? label + more : label;
  };
  const finish = async (how) => {
    clearInterval(timer);
    timer = null;
    lasting = false;
    draw();
    said.textContent = "Over.";
    await end(how).catch(failed);
  };
  const tick = () => {
    left -= 1;
    if (left > 0) draw();
    else finish();
  };
  const start = async () => {
    if (lasting) return finish();
    try {
      await begin();
    } catch (error) {
      return failed(error);
    }
    said.textContent = end ? "It has begun." : "It will happen once.";
    if (!end) return undefined;
    [left, lasting, timer] = [DOWN_FOR, true, setInterval(tick, 1000)];
    return draw();
  };
  const trigger = button(label, start);
  const holds = (world) => {
    if (timer !== null) return;
    lasting = on(world);
    draw();
  };
  window.addEventListener("pagehide", () => timer !== null && finish({ keepalive: true }));
  return { node: el("li", {}, trigger, el("p", { class: "hint" }, about), said), holds };
}

const milliseconds = (value) => (Number.isFinite(value) ? `${Math.round(value)} ms` : "none yet");

function figures(deliveries) {
  const times = deliveries.ack_ms ?? {};
  const rows = [
    ["Requests sent to the coach", deliveries.count ?? 0],
    ["Taken in within three seconds", deliveries.acked ?? 0],
    ["Sent again", deliveries.retries ?? 0],
    ["Given up after the last try", deliveries.lost ?? 0],
    ["Usual time to take one in", milliseconds(times.p50)],
    ["99 of 100 within", milliseconds(times.p99)],
    ["The longest", milliseconds(times.max)],
  ];
  return rows.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, String(value))]);
}

/** One broken rule as a line. */
const line = ({ method, code, detail }) => [method, code, detail].filter(Boolean).join(": ");

/** The drawer: opened and closed by its button, drawn from what the fake Slack has seen so far. */
export class Drawer {
  constructor({ failed, opened }) {
    this.opened = opened;
    this.root = byId("drawer");
    this.opener = byId("drawer-open");
    this.badge = byId("problem-count");
    this.opener.addEventListener("click", () => this.toggle(this.root.hidden));
    byId("drawer-close").addEventListener("click", () => this.toggle(false));
    this.faults = FAULTS.map((one) => fault(one, failed));
    byId("faults").append(...this.faults.map((one) => one.node));
  }

  /** Open or close it; focus goes along. */
  toggle(open) {
    if (this.root.hidden === !open) return;
    if (open) this.opened();
    this.root.hidden = !open;
    this.opener.setAttribute("aria-expanded", String(open));
    (open ? byId("drawer-close") : this.opener).focus();
  }

  /** Read again what was noticed; `world` says which faults hold. */
  async refresh(world) {
    const [problems, deliveries] = await Promise.all([read("problems"), read("deliveries")]);
    for (const one of this.faults) one.holds(world);
    const found = problems.problems;
    this.badge.hidden = found.length === 0;
    this.badge.textContent = found.length === 1 ? "1 broken rule" : `${found.length} broken rules`;
    const lines = found.map((problem) => el("li", {}, line(problem)));
    byId("problems").replaceChildren(
      ...(lines.length ? lines : [el("li", { class: "none" }, "None: the coach has kept to every rule so far.")]),
    );
    byId("figures").replaceChildren(...figures(deliveries));
  }

  /** Note what a locked phone showed. */
  noticed(text, time) {
    const list = byId("phone-log");
    list.querySelector(".none")?.remove();
    list.prepend(el("li", {}, el("time", {}, time), ` ${text}`));
    while (list.children.length > 8) list.lastChild.remove();
  }
}
