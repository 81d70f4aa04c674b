import { language, nameOf, shortOf } from "../i18n/language.js";

const pen = document.createElement("canvas").getContext("2d");

/** The width of a text in px at a size, in the wall's bold face; all digits are as wide as a nought, as on the page. */
export function widthOf(text, size, weight = 600) {
  pen.font = `${weight} ${size}px ${getComputedStyle(document.body).fontFamily}`;
  pen.letterSpacing = `${size >= 30 && language === "en" ? -0.02 * size : 0}px`; // as tightly as wall.css sets it
  return pen.measureText(text.replace(/\d/g, "0")).width * 1.01;
}

/** A zone's name as it fits a width: at 34 px, else at 28, else the short name of the site file; never cut off, so what still is too long wraps at 24. */
export function fit(zone, width) {
  const name = nameOf(zone);
  const short = shortOf(zone);
  for (const [text, size] of [[name, 34], [name, 28], [short, 34], [short, 28]]) {
    if (text && widthOf(text, size) <= width) return { text, size };
  }
  return { text: short ?? name, size: 24, wraps: true };
}
