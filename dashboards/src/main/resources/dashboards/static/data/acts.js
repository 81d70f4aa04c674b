import { ask } from "./api.js";
import { siteApi } from "./site.js";

const send = (method, path, body) => ask(`${siteApi}${path}`, {
  method, headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
});

/** What a person orders at the desk, each with a reason for the trail; an ApiError says why not. */
export const lockDown = (reason) => send("POST", "/lockdown", { reason });
export const endLockdown = (reason) => send("DELETE", "/lockdown", { reason });
export const unlock = (door, reason) => send("POST", `/doors/${encodeURIComponent(door)}/unlock`, { reason });

/** Shuts a credential out at once: {type, value, member, until}. */
export const block = ({ type, value, member, until }) => send("PUT", `/credentials/${type}/${encodeURIComponent(value)}`, { member, until, status: "blocked" });
