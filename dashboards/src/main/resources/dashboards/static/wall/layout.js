/** Where things stand on a wall, in px of the design: 1920 wide lying down, 1080 wide standing up, half a pixel each on a phone. */

const MARGIN = 56;
const LEGEND_ABOVE = 17;
/** Under a banner of 96 px the header has a margin of 4 px. */
const LOWERED = 60;

/** Where everything stands in a window; `aspect` is the width by the height of the plan on show, if there is one. */
export function layout(windowWidth, windowHeight, aspect, rooms, floors, banner) {
  if (Math.min(windowWidth, windowHeight) < 500) return handheld(windowWidth);
  const portrait = windowHeight >= 1.4 * windowWidth;
  const scale = portrait ? windowWidth / 1080 : Math.min(windowWidth / 1920, windowHeight / 1080);
  const width = portrait ? 1080 : 1920;
  const height = portrait ? windowHeight / scale : 1080;
  const lowered = banner ? LOWERED : 0;
  return {
    header: 40 + lowered,
    kind: portrait ? "portrait" : "landscape", scale, width, height,
    left: (windowWidth - width * scale) / 2,
    top: (windowHeight - height * scale) / 2,
    ...(portrait ? standing(height, aspect, rooms, lowered) : lying(aspect, rooms, floors, lowered)),
  };
}

function lying(aspect, rooms, floors, lowered) {
  return {
    total: 156 + lowered,
    tabs: { x: 1456 - 216 * floors, y: 40 + lowered, width: 216 * floors },
    ...field(160 + lowered, 1240, rooms ? 848 : 968, aspect),
    curve: { x: 1360, y: 500 + lowered, width: 504, height: (rooms ? 228 : 300) - lowered },
    pair: { x: 1360, y: rooms ? 756 : 840, width: 504 },
    rooms: { x: MARGIN, y: 918, width: 1808, columns: 6, rows: 1 },
  };
}

/**
 * From the foot upwards: two columns of rooms, the hints, the legend; between the tabs and these is the field. What a plan
 * leaves is the curve's. Of a banner only what is above the tabs makes room.
 */
function standing(height, aspect, rooms, lowered) {
  const rows = Math.min(3, Math.ceil(rooms / 2));
  const strip = height - MARGIN - rows * 128;
  const pair = strip - (rows ? 174 : 140);
  const spare = aspect ? Math.max(0, pair - 96 - LEGEND_ABOVE - 968 / aspect - 668) : 0;
  const sunk = lowered / 2;
  return {
    total: 178 + sunk,
    tabs: { x: MARGIN, y: 552 + spare, width: 968 },
    ...field(668 + spare, 968, pair - 96, aspect),
    curve: { x: 548, y: 190 + sunk, width: 476, height: 316 - sunk + spare },
    pair: { x: MARGIN, y: pair, width: 968 },
    rooms: { x: MARGIN, y: strip, width: 968, columns: 2, rows },
  };
}

/** The field of zones with its legend below; a plan may leave room between the two and what follows. */
function field(y, width, legend, aspect) {
  const room = legend - LEGEND_ABOVE - y;
  const height = aspect ? Math.min(room, width / aspect) : room;
  return { field: { x: MARGIN, y, width, height }, legend: { x: MARGIN, y: y + height + LEGEND_ABOVE, width } };
}

/** A page that scrolls: everything below everything, as wide as the window. */
function handheld(windowWidth) {
  const scale = 0.5;
  const width = windowWidth / scale;
  const inner = width - 64;
  const columns = Math.max(1, Math.floor(inner / 320));
  return {
    kind: "handheld", scale, width, left: 0, top: 0,
    curve: { width: inner, height: 300 },
    pair: { width: inner },
    field: { width: inner, columns },
    legend: { width: inner },
    rooms: { width: inner, columns, rows: Infinity },
  };
}
