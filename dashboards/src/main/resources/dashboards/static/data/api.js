import { root } from "./root.js";

/** The hub's HTTP API as the pages use it. */
const screen = new URLSearchParams(location.search).get("screen");

/** The token of a wall screen from the address, or null where the session cookie speaks. */
export const screenToken = screen;

/** What the hub answered instead of what was asked for; `status` 0 means it did not answer. */
export class ApiError extends Error {
  constructor(status, problem) {
    super(problem?.detail ?? problem?.title ?? `HTTP ${status}`);
    this.status = status;
  }
}

/** Reads a JSON resource. Without a session it leads to the login and never settles. */
export async function get(path, query = {}) {
  const address = new URL(path, location.origin);
  for (const [key, value] of Object.entries(query)) if (value != null) address.searchParams.set(key, value);
  return (await ask(address, {})).json();
}

/** Reads a whole list by following its cursor. */
export async function list(path, query = {}) {
  const items = [];
  let cursor;
  do {
    const page = await get(path, { limit: 500, ...query, cursor });
    items.push(...page.items);
    cursor = page.cursor;
  } while (cursor);
  return items;
}

export async function ask(address, options) {
  const headers = new Headers(options.headers);
  if (screen) headers.set("Authorization", `Bearer ${screen}`);
  let response;
  try {
    response = await fetch(address, { ...options, headers });
  } catch {
    throw new ApiError(0);
  }
  if (response.status === 401 && !options.login) return toLogin();
  if (!response.ok) throw new ApiError(response.status, await response.json().catch(() => null));
  return response;
}

/** Leads to the login, and from there back to this page. */
export function toLogin() {
  const back = new URL(location.href);
  back.searchParams.delete("screen");
  location.assign(`${root}login?next=${encodeURIComponent(back.pathname + back.search)}`);
  return new Promise(() => {});
}
