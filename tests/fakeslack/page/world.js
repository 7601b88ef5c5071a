// Who is in the workspace: doctors, channels and the app, as the fake Slack tells it; made where it knows nobody yet.

import { act, read } from "./driver.js";

const DOCTORS = ["Amara Osei", "Tom Reid"];
const CHANNEL = "ward-7";

async function people() {
  const members = [];
  for (const name of DOCTORS) members.push((await act("user", { name })).user);
  await act("channel", { name: CHANNEL, members });
}

/** The world as it is: {team, app, users, channels, outage, delivery_down, user(id), channel(id)}. */
export async function worldNow() {
  const known = await read("world");
  const nameOf = (list, id) => list.find((one) => one.id === id)?.name ?? id;
  return {
    ...known,
    user: (id) => (id === known.app.bot_user ? known.app.name : nameOf(known.users, id)),
    channel: (id) => nameOf(known.channels, id),
  };
}

/** The world to begin with: somebody is in it. */
export async function firstWorld() {
  const found = await worldNow();
  if (found.users.length) return found;
  await people();
  return worldNow();
}
