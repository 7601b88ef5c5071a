// The driver API of the fake Slack: what the page knows of the world, it learns here.

/** An answer that was not a success; `message` is fit to be shown to whoever tries the page. */
export class DriverError extends Error {}

async function answerOf(response, path) {
  const text = await response.text();
  let body;
  try {
    body = text ? JSON.parse(text) : {};
  } catch {
    body = {};
  }
  if (!response.ok || body.ok === false) {
    throw new DriverError(`${path}: ${body.error ?? `the fake Slack answered ${response.status}`}`);
  }
  if (body.response?.ok === false) throw new DriverError(`The coach did not take this in (${body.response.error}).`);
  return body;
}

/** Read something, as `read("transcript", {channel, user})`; undefined values are left out. */
export async function read(path, query = {}) {
  const known = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  const search = known.length ? `?${new URLSearchParams(known)}` : "";
  return answerOf(await fetch(`/_fake/${path}${search}`, { cache: "no-store" }), path);
}

/** Do something, as `act("message", {user, text})`. `keepalive` lets it finish though the page is left. */
export async function act(path, body = {}, { keepalive = false } = {}) {
  const request = {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
    keepalive,
  };
  return answerOf(await fetch(`/_fake/${path}`, request), path);
}

/** Call `changed` whenever something visible changed, and `linked(true|false)` as the line comes and goes. */
export function follow(changed, linked) {
  const source = new EventSource("/_fake/changes");
  source.addEventListener("message", changed);
  source.addEventListener("open", () => linked(true));
  source.addEventListener("error", () => linked(false));
  return source;
}
