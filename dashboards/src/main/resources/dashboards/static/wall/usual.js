/** What is usual at this hour in the whole house, and how now compares with it. */

const QUARTER = 15 * 60_000;

/** The step of an outlook that holds an instant, between this one and the next: {expected, low, high}; or nothing. */
export function at(items, instant) {
  const next = items.findIndex((item) => item.at > instant);
  const last = next < 0 ? items.at(-1) : items[next - 1];
  if (!last || instant - last.at > QUARTER) return undefined;
  const after = items[next] ?? last;
  const part = after === last ? 0 : (instant - last.at) / (after.at - last.at);
  const between = (key) => last[key] + part * (after[key] - last[key]);
  return { expected: between("expected"), low: between("low"), high: between("high") };
}

export const usualNow = ({ outlook, feed }) => at(outlook.usual, feed.now);

/** "usual" inside the band, "above" or "below" beyond it, "farAbove" or "farBelow" beyond twice its width. */
export function comparison(count, { expected, low, high }) {
  if (count >= Math.floor(low) && count <= Math.ceil(high)) return "usual";
  if (count > high) return count > expected + 2 * (high - expected) ? "farAbove" : "above";
  return count < expected - 2 * (expected - low) ? "farBelow" : "below";
}
