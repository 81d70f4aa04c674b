import { ask, get } from "./api.js";
import { root } from "./root.js";

/** Who is signed in: {user, role}. */
export const session = () => get(`${root}api/v1/session`);

/** Signs in; an ApiError with status 401 means that name and password do not fit. */
export const signIn = (user, password) => ask(`${root}api/v1/login`, {
  login: true,
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({ user, password }),
});

export async function signOut() {
  await ask(`${root}api/v1/logout`, { method: "POST" });
  location.assign(`${root}login`);
}
