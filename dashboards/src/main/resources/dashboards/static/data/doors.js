import { ApiError, get } from "./api.js";
import { siteApi } from "./site.js";

const members = new Map();

/** A member as {name, company}; {} where the person was erased. Read once. */
export function member(id) {
  if (!members.has(id)) members.set(id, read(id).catch((problem) => { members.delete(id); throw problem; }));
  return members.get(id);
}

async function read(id) {
  try {
    return await get(`${siteApi}/members/${encodeURIComponent(id)}`);
  } catch (problem) {
    if (problem instanceof ApiError && problem.status === 404) return {};
    throw problem;
  }
}

/** The credentials of a member: [{type, value, status, until}]. */
export const credentialsOf = async (id) => (await get(`${siteApi}/credentials`, { member: id })).items;

/** The credential of a decision, whose value the trail shows in part, or undefined where it is gone. */
export async function credentialOf({ member: id, credential, credentialType: type }) {
  const shown = credential.replace(/^…/, "");
  return (await credentialsOf(id)).find((one) => one.type === type && one.value.endsWith(shown));
}

/** What the door's rules say of a credential at the instant of a decision. */
export const explain = ({ type, value }, { door, direction, at }) => get(`${siteApi}/access/explain`, { credential: value, type, door, direction, at });

/** Who is in the house by their swipes: [{member, visit, name, zone, since}]. */
export const muster = async () => (await get(`${siteApi}/muster`)).items;
