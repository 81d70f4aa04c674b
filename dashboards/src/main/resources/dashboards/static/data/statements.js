import { get } from "./api.js";
import { siteApi } from "./site.js";

/** What each tenant owes for a month ("2026-11"), the house's own part at the end; the hub says what each field is. */
export const statementsOf = async (month) => (await get(`${siteApi}/energy/statements`, { month })).items;

/** The tenant name of the house's own part. */
export const HOUSE = "common";

/** Where a month's export is, or that of one tenant. */
export const exportOf = (month, tenant) => `${siteApi}/energy/statements${tenant ? `/${encodeURIComponent(tenant)}` : ""}?${new URLSearchParams({ month, format: "csv" })}`;
