import { screenToken, toLogin } from "./api.js";
import { root } from "./root.js";

/** Ages of the last frame, in ms, from which values are stale and unknown. */
export const STALE_AFTER = 10_000;
export const UNKNOWN_AFTER = 60_000;

const FIRST_WAIT = 500;
const LONGEST_WAIT = 15_000;
const EVENTS = 200; // kept for the eye; the whole of it is in the API
const SILENCE = 12_000; // a tick comes every 5 s: silence this long means a dead connection

/**
 * The live feed of one site: keeps the newest entry of every zone, meter, door and alarm, and the newest decisions, comes back by itself after a loss, and
 * tells the age of what it holds by a monotonic clock. It keeps what it last heard; how that may be shown is told by
 * `phase`. Fires "change" after every frame, and
 * "snapshot" after one that begins anew.
 */
export class LiveFeed extends EventTarget {
  zones = new Map();
  meters = new Map();
  doors = new Map();
  alarms = new Map();
  /** The newest decisions at doors, newest first; {type: "gap", missed} where the hub left some out. */
  events = [];
  /** Whether every door of the site is shut by a lockdown, as it was last told. */
  lockdown = false;
  #address; #socket; #tried; #seq; #number; #heard; #hubTime; #wait = FIRST_WAIT; #timer;

  constructor(site, topics) {
    super();
    this.#address = new URL(`${root}live/${encodeURIComponent(site)}?topics=${topics}`, location.href);
    this.#address.protocol = location.protocol.replace("http", "ws");
    setInterval(() => this.#watch(), 1_000);
    this.#connect();
  }

  /** Milliseconds since the last frame; infinite before the first. */
  get age() { return this.#heard === undefined ? Infinity : performance.now() - this.#heard; }

  /** "loading" before the first frame, then "live", "stale" or "unknown" by its age. */
  get phase() {
    if (this.#heard === undefined) return "loading";
    if (this.age < STALE_AFTER) return "live";
    return this.age < UNKNOWN_AFTER ? "stale" : "unknown";
  }

  /** The hub's time at the last frame, and now: its clock carried on by ours, whatever ours is set to. */
  get lastAt() { return this.#hubTime; }
  get now() { return this.#heard === undefined ? Date.now() : this.#hubTime + this.age; }

  #connect() {
    if (this.#seq !== undefined) this.#address.searchParams.set("since", this.#seq);
    if (this.#seq !== undefined && this.#number !== undefined) this.#address.searchParams.set("number", this.#number);
    this.#tried = performance.now();
    const protocols = screenToken ? ["foyer.v1", `bearer.${screenToken}`] : [];
    const socket = (this.#socket = new WebSocket(this.#address, protocols));
    socket.onmessage = ({ data }) => { if (socket === this.#socket) this.#receive(JSON.parse(data)); };
    socket.onclose = ({ code }) => { if (socket === this.#socket) this.#lost(code); };
  }

  #receive(frame) {
    if (frame.type === "event" || frame.type === "gap") return this.#tell(frame);
    if (frame.type === "delta" && this.#seq !== undefined && frame.seq !== this.#seq + 1) return this.#startOver();
    const again = frame.type === "snapshot" && this.#heard !== undefined;
    if (frame.type === "snapshot") {
      this.zones = new Map();
      this.meters = new Map();
      this.doors = new Map();
      this.alarms = new Map();
      if (frame.events) this.events = frame.events.reverse();
      this.#number = frame.number ?? this.#number;
    }
    for (const zone of frame.zones ?? []) this.zones.set(zone.zone, zone);
    for (const meter of frame.meters ?? []) this.meters.set(meter.meter, meter);
    for (const door of frame.doors ?? []) this.doors.set(door.door, door);
    for (const alarm of frame.alarms ?? []) alarm.over ? this.alarms.delete(alarm.id) : this.alarms.set(alarm.id, alarm);
    this.lockdown = frame.lockdown ?? this.lockdown;
    this.#seq = frame.seq ?? this.#seq;
    this.#heard = performance.now();
    this.#hubTime = Date.parse(frame.at);
    this.#wait = FIRST_WAIT;
    this.dispatchEvent(new Event("change"));
    if (again) this.dispatchEvent(new Event("snapshot"));
  }

  /** A decision: the delta behind it says that it counts as heard. */
  #tell(frame) {
    this.events = [frame, ...this.events].slice(0, EVENTS);
    this.#number = frame.number ?? this.#number;
    this.dispatchEvent(new Event("change"));
  }

  /** A delta is missing, so what we hold may be wrong: ask for all of it. */
  #startOver() {
    this.#seq = undefined;
    this.#address.searchParams.delete("since");
    this.#address.searchParams.delete("number");
    this.#drop();
  }

  #watch() {
    if (this.#socket && performance.now() - Math.max(this.#tried, this.#heard ?? 0) > SILENCE) this.#drop();
  }

  /** Gives the connection up at once: a dead peer would never finish the closing handshake. */
  #drop() {
    this.#socket.close();
    this.#lost();
  }

  #lost(code) {
    this.#socket = undefined;
    if (code === 4401) return toLogin();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#connect(), this.#wait * (0.5 + Math.random() / 2));
    this.#wait = Math.min(this.#wait * 2, LONGEST_WAIT);
  }
}
