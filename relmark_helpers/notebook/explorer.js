// The page's half of an explorer: native controls, one picture swapped in place, and nothing computed.
// Python sends every lever setting as text and as words, so that this file knows no number formats.

const REST = 300; // milliseconds without a move after which a lever rests: sharp picture, sentence said aloud
const PATIENCE = 5000; // milliseconds after which a silent kernel is mentioned
let views = 0;

// Without this on the focused element itself JupyterLab takes arrow keys, Enter and letters for its shortcuts.
const OURS = { "data-lm-suppress-shortcuts": "true" };

function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element && name !== "list") element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

function makeLever(lever, id) {
  const label = make("label", { htmlFor: id, className: "relmark-label" }, lever.label);
  if (!lever.slides) {
    const input = make("select", { id, ...OURS }, ...lever.texts.map((text, index) => make("option", { value: index }, text)));
    return { input, box: make("div", { className: "relmark-lever" }, label, input), write() {} };
  }
  const last = lever.texts.length - 1;
  const input = make("input", { id, type: "range", min: 0, max: last, step: 1, ...OURS });
  // The value is said by the slider itself; a second voice for the same number would only disturb.
  const output = make("output", { htmlFor: id, "aria-live": "off" });
  const ends = make("div", { className: "relmark-ends", "aria-hidden": "true" },
    make("span", {}, lever.texts[0]), make("span", {}, lever.texts[last]));
  const write = () => {
    output.textContent = lever.texts[input.value];
    input.setAttribute("aria-valuetext", lever.words[input.value]);
  };
  return { input, write, box: make("div", { className: "relmark-lever" }, label, output, input, ends) };
}

function render({ model, el }) {
  const { title, question, levers } = model.get("declaration");
  const id = `relmark-explorer-${++views}-${Math.random().toString(36).slice(2, 8)}`;
  const controls = levers.map((lever, index) => ({ ...lever, ...makeLever(lever, `${id}-lever-${index}`) }));
  const reset = make("button", { type: "button", ...OURS }, "Reset");
  const compare = make("button", { type: "button", "aria-pressed": "false", ...OURS }, "Compare with where I was");
  const unfold = make("button",
    { type: "button", "aria-expanded": "false", "aria-controls": `${id}-numbers`, ...OURS }, "Show the numbers");
  const numbers = make("div", { id: `${id}-numbers`, className: "relmark-numbers", hidden: true });
  const caption = make("figcaption");
  const now = make("figure", { className: "relmark-now" }, new Image(), caption);
  const before = make("figure", { className: "relmark-before", hidden: true });
  const said = make("p", { className: "relmark-said", role: "status", "aria-live": "polite" });
  const waiting = make("p", { className: "relmark-waiting", hidden: true },
    "Waiting for Python. If this stays, run this cell again.");
  const root = make("div",
    { id, className: "relmark-explorer", role: "group", "aria-labelledby": `${id}-title`,
      "aria-describedby": `${id}-question` },
    make("p", { id: `${id}-title`, className: "relmark-title" }, title),
    make("p", { id: `${id}-question`, className: "relmark-question" }, question),
    make("div", { className: "relmark-body" },
      make("div", { className: "relmark-levers" }, ...controls.map((control) => control.box),
        make("div", { className: "relmark-buttons" }, reset, compare, unfold)),
      make("div", { className: "relmark-pictures" }, now, before)),
    waiting, numbers, said);
  el.append(root);

  let shown = null; // what the picture in the page is of: { number, positions, says, size, url }
  let origin = null; // the same, as it was when the person took hold of a lever
  let asked = model.get("move").number ?? 0;
  let resting, impatient;

  const positions = () => Object.fromEntries(controls.map(({ name, input }) => [name, Number(input.value)]));
  const same = (one, other) => JSON.stringify(one.positions) === JSON.stringify(other.positions);
  const settings = (snapshot) => levers.map(({ name, label, texts }) => `${label}: ${texts[snapshot.positions[name]]}`);

  function setLevers(places) {
    for (const { name, input, write } of controls) {
      input.value = places[name];
      write();
    }
  }

  function send(dragging) {
    clearTimeout(impatient);
    impatient = setTimeout(() => { waiting.hidden = false; }, PATIENCE);
    root.dataset.asked = asked += 1; // and an image has the number that it answers: what is shown can be timed
    // While Python is busy ipywidgets keeps only the latest move and sends it when Python is free.
    model.set("move", { number: asked, positions: positions(), dragging, view: id });
    model.save_changes();
  }

  function moved() {
    send(true);
    clearTimeout(resting);
    resting = setTimeout(() => send(false), REST);
  }

  function release(...snapshots) { // pictures that nothing shows any more leave the memory
    const kept = [shown, origin, before.snapshot].map((snapshot) => snapshot?.url);
    for (const snapshot of snapshots) if (snapshot && !kept.includes(snapshot.url)) URL.revokeObjectURL(snapshot.url);
  }

  function takeHold() {
    const old = origin;
    origin = shown;
    release(old);
  }

  async function picture({ url, says, size: [width, height] }) {
    const image = make("img", { alt: says, width, height, src: url });
    image.style.aspectRatio = `${width} / ${height}`; // a quick and a sharp picture may differ by a pixel
    await image.decode();
    return image;
  }

  async function show() {
    const reply = model.get("reply");
    if (reply.number >= asked) {
      clearTimeout(impatient);
      waiting.hidden = true;
    }
    const problem = reply.problem ?? "";
    now.classList.toggle("relmark-problem", problem !== "");
    if (problem) {
      caption.textContent = problem;
    } else {
      const snapshot = { ...reply,
        url: URL.createObjectURL(new Blob([model.get("picture")], { type: "image/png" })) };
      const image = await picture(snapshot);
      if (shown && shown.number > snapshot.number) return URL.revokeObjectURL(snapshot.url);
      const old = shown;
      shown = snapshot;
      image.dataset.move = reply.number;
      now.querySelector("img").replaceWith(image);
      caption.textContent = reply.says;
      release(old);
    }
    if (reply.table !== null && reply.table !== undefined) {
      numbers.innerHTML = reply.table;
      numbers.firstElementChild?.setAttribute(...Object.entries(OURS)[0]);
      unfold.hidden = reply.table === "";
    }
    const sentence = problem || reply.says;
    if (!reply.dragging && reply.number > 0 && said.dataset.last !== sentence) said.textContent = sentence;
    if (!reply.dragging) said.dataset.last = sentence;
  }

  async function toggleCompare() {
    const pressed = compare.getAttribute("aria-pressed") !== "true";
    compare.setAttribute("aria-pressed", String(pressed));
    const old = before.snapshot;
    before.snapshot = pressed ? (origin && !same(origin, shown) ? origin : shown) : null;
    root.classList.toggle("relmark-comparing", pressed);
    before.hidden = !pressed;
    release(old);
    if (!pressed) return before.replaceChildren();
    before.replaceChildren(await picture(before.snapshot), make("figcaption", {},
      make("strong", {}, "Where you were. "), `${before.snapshot.says} (${settings(before.snapshot).join("; ")})`));
  }

  for (const { input, write } of controls) {
    input.addEventListener("pointerdown", takeHold);
    input.addEventListener("focus", takeHold);
    input.addEventListener("input", () => { write(); moved(); });
  }
  reset.addEventListener("click", () => {
    takeHold();
    setLevers(Object.fromEntries(levers.map(({ name, start }) => [name, start])));
    clearTimeout(resting);
    send(false);
  });
  compare.addEventListener("click", toggleCompare);
  unfold.addEventListener("click", () => {
    numbers.hidden = !numbers.hidden;
    unfold.setAttribute("aria-expanded", String(!numbers.hidden));
    unfold.textContent = numbers.hidden ? "Show the numbers" : "Hide the numbers";
  });
  const followOthers = () => { // the same explorer may stand in the page twice
    const move = model.get("move");
    if (move.view !== id) setLevers(move.positions);
  };
  model.on("change:reply", show);
  model.on("change:move", followOthers);
  setLevers(model.get("move").positions);
  show();

  return () => {
    model.off("change:reply", show);
    model.off("change:move", followOthers);
    clearTimeout(resting);
    clearTimeout(impatient);
    [shown, origin, before.snapshot].forEach((snapshot) => snapshot && URL.revokeObjectURL(snapshot.url));
  };
}

export default { render };
