import { forecast, occupancyHistory, summedHistory, typicalDay } from "../data/occupancy.js";
import { roomTimes } from "../data/rooms.js";
import { addDays, dateOf, startOf } from "../i18n/zoned.js";
import { quietest } from "./hint.js";

const MOST_SPARKS = 16;
const OUTLOOK_AGE = 5 * 60_000;

/**
 * What a wall reads beside the live feed, into its view: today's curve, the rooms' bookings, and every five minutes what
 * is usual and what is to come. What was read stays on show while it cannot be read.
 */
export async function readAgain(view) {
  const { feed, zone } = view;
  const today = dateOf(feed.now, zone);
  const from = startOf(today, zone);
  const until = startOf(addDays(today, 1), zone);
  await Promise.all([
    history(view, from).then(() => { view.historyLost = false; }, () => { view.historyLost = true; }),
    roomTimes().then((times) => { view.rooms = times; }, () => {}),
    outlook(view, today, until).catch(() => {}),
    hintOutlook(view, until).catch(() => {}),
  ]);
}

async function history(view, from) {
  view.day = await summedHistory(view.roots.map((root) => root.id), from, view.feed.now, "5m");
  const plain = view.pages.filter(({ floor }) => !floor?.plan).flatMap(({ zones }) => (zones.length <= MOST_SPARKS ? zones : []));
  for (const zone of plain) {
    const items = await occupancyHistory(zone.id, from, view.feed.now, "5m");
    view.days.set(zone.id, items.map(({ at, mean }) => ({ at: Date.parse(at), mean })));
  }
}

/** Of the whole house, where it is one zone: bands of several cannot be added up. */
async function outlook(view, today, until) {
  const { read, date } = view.outlook;
  if (view.roots.length !== 1 || (date === today && view.feed.now - read < OUTLOOK_AGE)) return;
  const house = view.roots[0].id;
  const [usual, ahead] = await Promise.all([typicalDay(house, today), forecast(house, until)]);
  view.outlook = { read: view.feed.now, date: today, usual: usual.items, ahead: ahead.items, error: ahead.error };
}

async function hintOutlook(view, until) {
  const zone = quietest(view)?.zone;
  if (!zone || (view.quiet.zone === zone.id && view.feed.now - view.quiet.read < OUTLOOK_AGE)) return;
  const { items } = await forecast(zone.id, until);
  view.quiet = { zone: zone.id, read: view.feed.now, items };
}
