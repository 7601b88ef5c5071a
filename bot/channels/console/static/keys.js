// The keyboard shortcuts of the mentors' console. Pages work without them: a key clicks a link, or puts the focus on a
// field, that stands on the page anyway. They are silent while somebody types and can be turned off (WCAG 2.1.4).
(() => {
  "use strict";

  const SETTING = "console-keys";
  const GRADES = { y: "met", n: "not_met", a: "not_applicable", u: "cannot_tell" };
  const form = document.querySelector("form[data-review]");
  const help = document.querySelector("dialog[data-help]");
  let sending = false;

  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  function isOff() {
    try {
      return localStorage.getItem(SETTING) === "off";
    } catch {
      return false; // storage is shut: the shortcuts are on, as everywhere at first
    }
  }

  function typing(target) {
    const writes = "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=submit], [type=button])";
    return target instanceof Element && target.matches(writes);
  }

  function reveal(field) {
    for (let box = field.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    field.focus();
    field.scrollIntoView({ block: "nearest" });
  }

  // ------------------------------------------------------------ what is not saved yet

  function words() {
    return form ? all("textarea, input[type=text]", form).filter((box) => box.value !== box.defaultValue) : [];
  }

  function unsaved() {
    if (!form) return false;
    const ticked = all("input[type=radio], input[type=checkbox]", form).some((box) => box.checked !== box.defaultChecked);
    return ticked || words().length > 0 || form.hasAttribute("data-unsaved");
  }

  function tell(text) {
    const place = one("[data-keys-said]");
    if (place) place.textContent = text;
  }

  function save(go) {
    if (!form || sending) return;
    if (go) form.elements.namedItem("go").value = go;
    form.requestSubmit(one("[data-key=s]", form));
  }

  // ------------------------------------------------------------ moving

  function card(step) {
    const cards = all("a[data-card]");
    if (!cards.length) return false;
    const at = cards.indexOf(document.activeElement) + step;
    const next = cards[Math.min(Math.max(at, 0), cards.length - 1)];
    next.focus();
    next.closest("li").scrollIntoView({ block: "nearest" });
    return true;
  }

  function follow(key) {
    const link = one(`a[data-key="${key}"]`);
    if (!link) return;
    const waiting = words();
    if (waiting.length || (form && form.hasAttribute("data-unsaved"))) {
      tell("What you wrote is not saved yet. Press s to save it.");
      if (waiting.length) waiting[0].closest("details")?.setAttribute("open", "");
      one("[data-key=s]", form).focus();
    } else if (unsaved() && link.dataset.go) {
      save(link.dataset.go);
    } else if (unsaved()) {
      tell("Your grades are not saved yet. Press s to save them.");
    } else {
      link.click();
    }
  }

  // ------------------------------------------------------------ grading

  const criteria = () => all("fieldset[data-criterion]", form || document);
  const graded = (set) => one("input[type=radio][value]:not([value='']):checked", set) !== null;
  const shut = (set) => set.closest("details:not([open])") !== null;

  function choose(set) {
    if (set) reveal(one("input:checked", set) || one("input", set));
  }

  function grade(value) {
    const sets = criteria();
    const here = document.activeElement.closest("fieldset[data-criterion]");
    const set = here || sets.find((each) => !graded(each)) || sets[0];
    const box = set && one(`input[value="${value}"]`, set);
    if (!box) return;
    box.checked = true;
    const next = sets.slice(sets.indexOf(set) + 1).find((each) => !graded(each) && !shut(each));
    if (next) choose(next);
    else reveal(box);
  }

  // ------------------------------------------------------------ keys

  function showHelp() {
    if (help) help.showModal();
    else location.assign("/keys");
  }

  function search() {
    const box = one('[data-key="/"]');
    if (box) reveal(box);
    else location.assign("/talks#filter-q");
  }

  function field(key) {
    const found = one(`[data-key="${key}"]`);
    if (found) reveal(found);
  }

  const KEYS = {
    j: () => card(1) || follow("j"),
    k: () => card(-1) || follow("k"),
    "]": () => (one("a[data-card]") ? one("a[data-card]").click() : follow("]")),
    "[": () => follow("["),
    c: () => field("c"),
    t: () => field("t"),
    f: () => field("f"),
    w: () => field("w"),
    e: () => (one('input[data-key="e"]') ? field("e") : follow("e")),
    s: () => save(""),
    "/": search,
    h: showHelp,
    "?": showHelp,
  };

  function pressed(event) {
    const target = event.target;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && form && form.contains(target) && typing(target)) {
      event.preventDefault();
      save("");
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || sending || (help && help.open)) return;
    if (event.key === "Escape" && typing(target) && form && form.contains(target)) {
      one("[data-panel]").focus();
      return;
    }
    if (typing(target) || isOff() || event.repeat) return;
    if (form && /^[1-9]$/.test(event.key)) choose(criteria()[Number(event.key) - 1]);
    else if (form && Object.hasOwn(GRADES, event.key)) grade(GRADES[event.key]);
    else if (Object.hasOwn(KEYS, event.key)) KEYS[event.key]();
    else return;
    event.preventDefault();
  }

  // ------------------------------------------------------------ turning them off

  function switching() {
    const button = one("[data-keys-switch]");
    if (!button) return;
    const show = () => {
      one("[data-keys-state]").textContent = isOff() ? "The shortcuts are off." : "The shortcuts are on.";
      button.textContent = isOff() ? "Turn the shortcuts on" : "Turn the shortcuts off";
      button.hidden = false;
    };
    button.addEventListener("click", () => {
      localStorage.setItem(SETTING, isOff() ? "on" : "off");
      show();
    });
    show();
  }

  document.addEventListener("keydown", pressed);
  if (form) {
    form.addEventListener("submit", (event) => {
      if (sending) event.preventDefault();
      sending = true;
    });
    window.addEventListener("beforeunload", (event) => {
      if (!sending && unsaved()) event.preventDefault();
    });
    window.addEventListener("pageshow", () => {
      sending = false;
      form.elements.namedItem("go").value = "";
    });
  }
  for (const link of all("[data-key-help]")) {
    link.addEventListener("click", (event) => {
      if (!help || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      showHelp();
    });
  }
  switching();
})();
