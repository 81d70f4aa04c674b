// What is wrong with how a wall's words stand: one over another, cut, beyond the page, too small; as sentences.
() => {
  const stage = document.querySelector(".stage");
  const scale = new DOMMatrix(getComputedStyle(stage).transform).a;
  const handheld = stage.classList.contains("handheld");
  const faults = [];
  const words = [];
  const walker = document.createTreeWalker(stage, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const element = node.parentElement;
    if (!node.textContent.trim() || element.closest(".aloud, defs")) continue;
    const drawn = element.ownerSVGElement ? element.getScreenCTM().a : scale;
    const size = parseFloat(getComputedStyle(element).fontSize) * drawn;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      if (box.width < 1) continue;
      const middle = (box.top + box.bottom) / 2;
      // A line is as high as its figures, not as its face.
      words.push({ text: node.textContent.trim(), element, left: box.left, right: box.right, top: middle - 0.36 * size, bottom: middle + 0.36 * size });
    }
    const least = element.closest(".small-plan") ? 0 : handheld ? 12 : 24 * scale;
    if (size < least - 0.5) faults.push(`"${node.textContent.trim()}" is ${size} px high`);
  }
  const overlap = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
  words.forEach((one, i) => words.slice(i + 1).forEach((other) => {
    if (overlap(one, other)) faults.push(`"${one.text}" and "${other.text}" stand over each other`);
  }));
  for (const desk of document.querySelectorAll(".field [data-desk]")) {
    const box = desk.getBoundingClientRect();
    for (const word of words) if (overlap(word, box)) faults.push(`"${word.text}" stands over a desk`);
  }
  for (const word of words) {
    const around = word.element.closest(".tile, .room, .tabs li, .pair > div, .total, .legend, header, .curve svg, .floor-on-phone");
    const box = around?.getBoundingClientRect();
    const slack = 1.5;
    const overhang = around?.matches(".total") ? 8 * scale : 0; // large figures begin at the margin by their ink
    if (box && (word.left < box.left - slack - overhang || word.right > box.right + slack || word.top < box.top - slack || word.bottom > box.bottom + slack)) {
      faults.push(`"${word.text}" reaches out of its ${around.className.baseVal ?? around.className}`);
    }
    const foot = handheld ? document.scrollingElement.scrollHeight : innerHeight;
    const top = word.top + (handheld ? scrollY : 0);
    if (word.left < 0 || word.right > innerWidth || top < 0 || word.bottom + (handheld ? scrollY : 0) > foot) faults.push(`"${word.text}" is beyond the page`);
  }
  if (document.scrollingElement.scrollWidth > innerWidth) faults.push("the page scrolls sideways");
  const used = Math.max(...words.map(({ right }) => right)) - Math.min(...words.map(({ left }) => left));
  if (used < 0.85 * innerWidth) faults.push(`only ${used} px of ${innerWidth} are used`);
  return faults;
}
