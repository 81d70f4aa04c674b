/** Where things stand on a wall, in px of the design: 1920 wide lying down, 1080 wide standing up. */

const MARGIN = 56;
const LEGEND = 40;
const PAIR = 150;
const STRIP = 106;

/** Where everything stands in a window; `aspect` is the width by the height of the plan on show, if there is one. */
export function layout(windowWidth, windowHeight, hasTabs, aspect) {
  const portrait = windowHeight > windowWidth;
  const scale = portrait ? windowWidth / 1080 : Math.min(windowWidth / 1920, windowHeight / 1080);
  const height = portrait ? windowHeight / scale : 1080;
  const width = portrait ? 1080 : 1920;
  return {
    portrait, scale, width, height,
    left: (windowWidth - width * scale) / 2,
    top: (windowHeight - height * scale) / 2,
    ...(portrait ? standing(height, hasTabs, aspect) : lying(aspect)),
  };
}

function lying(aspect) {
  const foot = 1080 - MARGIN;
  const field = under(160, 1240, foot, aspect);
  return {
    tabs: { x: 808, y: 40 },
    ...field,
    curve: { x: 1360, y: 500, width: 504, height: foot - PAIR - 44 - 500 },
    pair: { x: 1360, y: foot - PAIR, width: 504 },
  };
}

function standing(height, hasTabs, aspect) {
  const foot = height - MARGIN;
  const head = 190;
  const needed = aspect ? 968 / aspect + LEGEND + STRIP + 62 : height * 0.42;
  const block = Math.max(400, Math.min(820, foot - head - 44 - (hasTabs ? 132 : 0) - needed));
  const tabs = head + block + 44;
  return {
    tabs: { x: MARGIN, y: tabs },
    ...under(hasTabs ? tabs + 132 : tabs, 968, foot, aspect),
    curve: { x: 548, y: head, width: 476, height: block },
    pair: { x: MARGIN, y: head + block - PAIR, width: 430 },
  };
}

/** The field of zones with its legend below; a plan that leaves room gets a strip about its floor at the foot. */
function under(y, width, foot, aspect) {
  const room = foot - LEGEND - 28 - y;
  const height = aspect ? Math.min(room, width / aspect) : room;
  const legend = { x: MARGIN, y: y + height + 28, width };
  const strip = room - height >= STRIP + 12 ? { x: MARGIN, y: foot - STRIP, width } : undefined;
  return { field: { y, width, height }, legend, strip };
}
