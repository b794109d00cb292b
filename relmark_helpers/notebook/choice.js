// The page's half of predictions and quizzes: fieldsets of native radio buttons, and a reply beside each.

// Without this on the focused element itself JupyterLab takes arrow keys and letters for its shortcuts.
const OURS = { "data-lm-suppress-shortcuts": "true" };
let views = 0;

function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name in element) element[name] = value;
    else element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

function makeQuestion({ key, asks, options }, id, choose) {
  const radios = options.map((_, place) =>
    make("input", { type: "radio", name: id, id: `${id}-${place}`, value: place, ...OURS }));
  const rows = options.map((text, place) =>
    make("div", { className: "relmark-option" }, radios[place], make("label", { htmlFor: `${id}-${place}` }, text)));
  const reply = make("p", { className: "relmark-reply", role: "status" });
  const box = make("fieldset", {}, make("legend", {}, asks), ...rows, reply);
  box.addEventListener("change", (event) => choose(key, Number(event.target.value)));
  // A radio button that is reached by an arrow key would be chosen at once: nobody could go to the third
  // option without answering the second. Here arrows only go there; Space or Enter chooses.
  box.addEventListener("keydown", (event) => {
    const place = radios.indexOf(event.target);
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (place >= 0 && step) radios[(place + step + radios.length) % radios.length].focus();
    else if (place >= 0 && event.key === "Enter") event.target.click();
    else return;
    event.preventDefault();
  });
  return { key, box, radios, reply };
}

function render({ model, el }) {
  const id = `relmark-choice-${++views}-${Math.random().toString(36).slice(2, 8)}`;
  const choose = (key, place) => {
    model.set("chosen", { ...model.get("chosen"), [key]: place });
    model.save_changes();
  };
  const questions = model.get("questions").map((question, index) => makeQuestion(question, `${id}-${index}`, choose));
  const status = make("p", { className: "relmark-status", role: "status" });
  const root = make("div", { className: "relmark-choice" });
  if (questions.length > 0) {
    root.append(
      make("p", { id: `${id}-title`, className: "relmark-title" }, model.get("title")),
      make("p", { className: "relmark-hint" }, "On the keyboard: arrows go to an option, Space chooses it."));
    root.setAttribute("role", "group");
    root.setAttribute("aria-labelledby", `${id}-title`);
  }
  root.append(...questions.map((question) => question.box), status);
  el.append(root);

  const write = (element, text) => { // a text that stays is not said again
    if (element.textContent !== text) element.textContent = text;
  };
  const follow = () => {
    for (const { key, radios, reply } of questions) {
      const place = model.get("chosen")[key];
      if (place !== undefined) radios[place].checked = true;
      write(reply, model.get("replies")[key] ?? "");
    }
    write(status, model.get("status"));
  };
  const traits = "change:chosen change:replies change:status";
  model.on(traits, follow);
  follow();
  return () => model.off(traits, follow);
}

export default { render };
