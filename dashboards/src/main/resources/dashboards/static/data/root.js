/** What stands before every path of the hub, with a slash at its end: "/" unless a proxy has put the hub below a path. */
export const root = new URL("../../", import.meta.url).pathname;
