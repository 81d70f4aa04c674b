import { get, list } from "./api.js";
import { root } from "./root.js";

const way = location.pathname.slice(root.length).split("/");

/** The site's id from an address such as /wall/harbour, or /api/v1/sites/harbour/… where the hub shows a page there. */
export const siteId = decodeURIComponent((way[0] === "api" ? way[3] : way[1]) ?? "");

/** Below this path is everything of the site. */
export const siteApi = `${root}api/v1/sites/${encodeURIComponent(siteId)}`;

/** The site as its file tells it: names, time zone, zones, devices, meters. */
export const site = () => get(siteApi);

/** All sites that this session may see: [{id, name}]. */
export const sites = () => list(`${root}api/v1/sites`);
