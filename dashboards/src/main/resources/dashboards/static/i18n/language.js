import en from "./en.js";
import zh from "./zh.js";

const KEY = "foyer.language";
const asked = new URLSearchParams(location.search).get("lang") ?? stored();

/** "zh" or "en": `?lang=`, then the choice made on a page, then what the browser asks for. */
export const language = known(asked) ?? known(navigator.languages.find(known)) ?? "en";
export const otherLanguage = language === "zh" ? "en" : "zh";

/** The words of this page's language; some are functions of what they speak about. */
export const words = language === "zh" ? zh : en;
export const otherWords = language === "zh" ? en : zh;

/** The value of the `lang` attribute. */
export const tag = (code) => (code === "zh" ? "zh-CN" : "en");

/** A name of the site file in a language, else in the other one, else the id. */
export const nameIn = (code, named) => named?.name?.[code] ?? named?.name?.[code === "zh" ? "en" : "zh"] ?? named?.id ?? "";
export const nameOf = (named) => nameIn(language, named);

/** What the thing of that id is called among `things`; the id where it is none of them or has no name. */
export const namedAmong = (things, id) => nameOf(things?.find((one) => one.id === id)) || id;

/** The name in the other language, or nothing where it would say the same again. */
export const secondName = (named) => {
  const second = named?.name?.[otherLanguage];
  return second && second !== nameOf(named) ? second : "";
};

/** The short name of the site file in this page's language, or nothing. */
export const shortOf = (named) => (typeof named?.short === "string" ? named.short : named?.short?.[language]);

/** Keeps the choice and shows the page again in that language. */
export function choose(code) {
  try {
    localStorage.setItem(KEY, code);
  } catch {
    // A browser that keeps nothing still gets the language in the address below.
  }
  const address = new URL(location.href);
  address.searchParams.set("lang", code);
  location.replace(address);
}

function stored() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function known(code) {
  const primary = code?.toLowerCase().split("-")[0];
  return primary === "zh" || primary === "en" ? primary : undefined;
}

document.documentElement.lang = tag(language);
