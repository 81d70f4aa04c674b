import { words } from "../i18n/language.js";
import { widthOf } from "./fit.js";

/** The line through one value of points {hour, …}, broken where nothing is known. */
export function lineThrough(points, key, x, y) {
  let line = "";
  let joined = false;
  for (const point of points) {
    if (point[key] == null) {
      joined = false;
      continue;
    }
    line += `${joined ? "L" : "M"}${x(point.hour).toFixed(1)} ${y(point[key]).toFixed(1)}`;
    joined = true;
  }
  return line;
}

/** The area between the low and the high of points. */
export function areaThrough(points, x, y) {
  if (points.length < 2) return "";
  const edge = (key) => (point) => `${x(point.hour).toFixed(1)} ${y(point[key]).toFixed(1)}`;
  return `M${[...points.map(edge("high")), ...points.toReversed().map(edge("low"))].join("L")}Z`;
}

const SIZE = 26;
const ABOVE = 16;

/**
 * Where the words of a curve stand: the limit below its line, the forecast above what is to come, the usual above the
 * band's end; each where it covers no curve and no other word, else it is left out of the picture.
 */
export function labelSpots({ x, y, width, foot, capacity, now, today, band, coming, error }) {
  const spots = [];
  const limit = capacity ? y(capacity) : null;
  const edges = [...today.map(({ hour, mean }) => ({ left: x(hour), top: mean == null ? foot : y(mean), low: foot })),
    ...[...band, ...coming].map(({ hour, high, low }) => ({ left: x(hour), top: y(high), low: y(low) }))];
  const place = (text, kind, lefts) => {
    const wide = widthOf(text, SIZE, 500);
    for (const wish of lefts) {
      const left = Math.max(0, Math.min(width - wide, wish - wide / 2));
      const under = edges.filter((edge) => edge.left > left - 8 && edge.left < left + wide + 8);
      const base = Math.min(foot, ...under.map((edge) => edge.top)) - ABOVE;
      const free = spots.every((spot) => spot.left + spot.wide + 12 < left || left + wide + 12 < spot.left || Math.abs(spot.base - base) > SIZE + 6);
      if (base > (limit ?? 0) + SIZE && free) return spots.push({ text, kind, left, base, wide });
    }
    return undefined;
  };
  if (limit !== null) spots.push({ text: words.limit(capacity), kind: "axis", left: 0, base: limit + 36, wide: widthOf(words.limit(capacity), SIZE, 500) });
  if (coming.length > 1 && error != null) place(words.forecast(Math.max(1, Math.round(error))), "coming", [2.5, 4, 1.5, 6, 0].map((hours) => x(now + hours)));
  if (band.length > 1) place(words.usual, "axis", [width, x(now) / 2, x(now) * 0.3, x(now), 0]);
  return spots;
}
