/** Money to the last unit, as an auditor reads it; a dash where it is not known. */
export const money = (amount, currency) => (amount == null ? "—" : new Intl.NumberFormat("en-US", { style: "currency", currency, currencyDisplay: "narrowSymbol" }).format(amount).replace("-", "−"));

/** The sum of decimal texts, exact; undefined where one is not known. */
export function total(amounts) {
  if (amounts.some((amount) => amount == null)) return undefined;
  const decimals = Math.max(0, ...amounts.map((amount) => amount.split(".")[1]?.length ?? 0));
  const units = amounts.reduce((sum, amount) => sum + BigInt(padded(amount, decimals)), 0n);
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, "0");
  return `${units < 0n ? "-" : ""}${digits.slice(0, digits.length - decimals)}${decimals ? `.${digits.slice(-decimals)}` : ""}`;
}

const padded = (amount, decimals) => {
  const [whole, part = ""] = amount.split(".");
  return whole + part.padEnd(decimals, "0");
};
