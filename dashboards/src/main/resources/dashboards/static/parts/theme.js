/** Console pages follow the viewer's system unless the address says `?theme=dark|light`. */
const asked = new URLSearchParams(location.search).get("theme");
if (asked === "dark" || asked === "light") document.documentElement.dataset.theme = asked;

const probe = document.createElement("i");

/** The colours of tokens.css as plain values, of the page as it is or of the theme named: palette("light").t */
export function palette(theme) {
  document.body.append(probe);
  probe.style.colorScheme = theme ?? "";
  const resolved = (token) => {
    probe.style.color = `var(--${token})`;
    return getComputedStyle(probe).color;
  };
  const names = ["bg", "s1", "s2", "t", "t2", "t3", "strong", "line", "band", "bad", "hvac", "lighting", "sockets", "kitchens", "plant"];
  const colours = Object.fromEntries(names.map((name) => [name, resolved(name)]));
  colours.heat = [0, 1, 2, 3, 4, 5].map((step) => resolved(`heat-${step}`));
  colours.dark = /\d+/.exec(colours.bg)[0] < 128;
  probe.remove();
  return colours;
}
