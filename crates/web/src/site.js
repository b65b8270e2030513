// What pages gain by a script: the state of things while one answers, printing, and answers that stay in this window whichever way one
// goes. All else works without.
"use strict";

// Where pages are shown without a server, `host` keeps things for them and says how they were come to.
const { how, store } =
  typeof host === "object"
    ? host
    : { how: performance.getEntriesByType("navigation")[0]?.type ?? "navigate", store: session() };

/** The window's session storage: it ends with the window, and no other site sees it. */
function session() {
  const PREFIX = "dteam:";
  return {
    get(key) {
      try {
        return JSON.parse(sessionStorage.getItem(PREFIX + key));
      } catch {
        return null;
      }
    },
    put(key, value) {
      try {
        sessionStorage.setItem(PREFIX + key, JSON.stringify(value));
      } catch {
        // Forbidden or full: `lasts` says so.
      }
    },
    clear() {
      for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
    },
    get lasts() {
      try {
        sessionStorage.setItem(PREFIX, "1");
        sessionStorage.removeItem(PREFIX);
        return true;
      } catch {
        return false;
      }
    },
  };
}

const byId = (id) => document.getElementById(id);

/** The form with the answers, if the page has one. */
const answers = () => (byId("answers")?.elements.profile ? byId("answers") : null);

// From its first page to its last, a questionnaire under way is a run, whose name its forms carry. Only the first page comes without one,
// and the history remembers it. It must not for a page that a form led to: the browser would forget what was sent.
const nameOf = (form) => {
  if (!form.elements.run) {
    named(form, history.state?.run ?? newName());
    history.replaceState({ ...history.state, run: form.elements.run.value }, "");
  }
  return form.elements.run.value;
};
const named = (form, value) => form.append(Object.assign(document.createElement("input"), { type: "hidden", name: "run", value }));
const newName = () => Math.random().toString(36).slice(2);

/** What is kept of a run: the newest profile, and what was typed on a page last. */
const keep = (run, kept) => {
  store.put(run, kept);
  if (kept.isOwn) store.put("last", run);
};

function begin(how) {
  const form = answers();
  if (!form) return offer();
  const run = nameOf(form);
  const kept = store.get(run);
  if (kept && how !== "navigate") return renew(form, run, kept);
  const isOwn = form.querySelector("[data-unsaved]") !== null;
  return keep(run, { profile: form.elements.profile.value, typed: null, isOwn });
}

/** Asks the site for what it makes of this form. */
async function asked(address, body) {
  try {
    const answer = await fetch(address, { method: "POST", body });
    return answer.ok ? await answer.text() : null;
  } catch {
    // Without a connection the page stays as it is; sending the form says what is wrong.
    return null;
  }
}

/** The newest profile, with what was typed on the page that was left. */
async function merged(kept) {
  if (!kept.typed || kept.typed.isIn) return kept;
  const body = new URLSearchParams(kept.typed.entries);
  body.set("profile", kept.profile);
  const newest = parsed(await asked("status", body))?.querySelector("[data-newest]");
  return newest ? { ...kept, profile: newest.value, typed: { ...kept.typed, isIn: true } } : kept;
}

/** A page that was come back to shows the newest answers, not those of the time when it was made. */
async function renew(form, run, before) {
  const kept = await merged(before);
  keep(run, kept);
  const { profile } = form.elements;
  if (profile.value !== kept.profile || document.querySelector("main [role=alert]")) {
    profile.value = kept.profile;
    if (form.enctype !== "multipart/form-data") await shownAnew(form);
  }
  typedAgain(answers(), kept.typed);
}

async function shownAnew(form) {
  let body = new URLSearchParams(new FormData(form));
  if (body.has("page")) {
    const go = (body.has("change") ? "change" : "") + body.get("page");
    body = new URLSearchParams({ profile: body.get("profile"), run: body.get("run"), go });
  }
  const text = await asked(form.getAttribute("action"), body);
  if (text === null) return;
  const page = new DOMParser().parseFromString(text, "text/html");
  document.title = page.title;
  document.body.replaceChildren(...page.body.childNodes);
  attend();
}

/** Fills in what was typed on this page and perhaps never sent. */
function typedAgain(form, typed) {
  const page = form?.elements.page?.value;
  if (!typed || !page || typed.entries.find(([name]) => name === "page")?.[1] !== page) return;
  const has = (name, value) => typed.entries.some((entry) => entry[0] === name && entry[1] === value);
  for (const field of form.elements) {
    if (!field.name.startsWith("a.")) continue;
    if (["checkbox", "radio"].includes(field.type)) field.checked = has(field.name, field.value);
    else field.value = typed.entries.find(([name]) => name === field.name)?.[1] ?? "";
  }
}

/** The start page offers to go on with the answers of this window. */
async function offer() {
  const form = byId("kept-answers");
  const run = form && store.get("last");
  const before = run && store.get(run);
  if (!before) return;
  const kept = await merged(before);
  keep(run, kept);
  form.elements.profile.value = kept.profile;
  form.elements.run.value = run;
  form.hidden = false;
}

const parsed = (text) => text && Object.assign(document.createElement("template"), { innerHTML: text }).content;

/** Listens to what is done on the page. */
function attend() {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
  const note = byId(store.lasts ? "kept" : "lost");
  if (note) note.hidden = false;
  document.querySelector("[data-clear]")?.addEventListener("click", () => {
    store.clear();
    document.querySelector(".brand a").click();
  });
  // What is loaded begins another run.
  for (const form of document.querySelectorAll("form[action=load]")) named(form, newName());
  const form = answers();
  let waiting = 0;
  let number = 0;
  form?.addEventListener("submit", () => (unsaved = false));
  form?.addEventListener("input", ({ target }) => {
    alone(target);
    if (!form.dataset.status) return;
    unsaved = true;
    const run = nameOf(form);
    const entries = [...new FormData(form)].filter(([name]) => name !== "profile");
    keep(run, { ...store.get(run), typed: { entries, isIn: false }, isOwn: true });
    clearTimeout(waiting);
    waiting = setTimeout(async () => {
      const mine = ++number;
      const state = parsed(await asked(form.dataset.status, new URLSearchParams(new FormData(form))));
      // Only the latest answer counts.
      if (!state || mine !== number) return;
      const profile = state.querySelector("[data-newest]").value;
      keep(run, { ...store.get(run), profile, typed: { entries, isIn: true } });
      follow(state);
    }, 400);
  });
}

/** Brings the panel up to date. Of what has changed, only sentences that are new are read out. */
function follow(state) {
  for (const count of state.querySelectorAll("[data-section]")) {
    const shown = document.querySelector(`.contents [data-section="${CSS.escape(count.dataset.section)}"]`);
    if (shown) shown.textContent = count.textContent;
  }
  const panel = byId("status");
  const said = (root) => [...root.querySelectorAll("[data-said]")].map((part) => part.textContent);
  const before = said(panel);
  const news = said(state).filter((text) => !before.includes(text));
  panel.replaceChildren(...state.querySelector("[data-panel]").childNodes);
  if (news.length) byId("news").textContent = news.join(" ");
}

// "None of these" excludes the others.
function alone(box) {
  if (!(box instanceof HTMLInputElement) || box.type !== "checkbox" || !box.checked) return;
  for (const other of box.form.querySelectorAll(`input[name="${CSS.escape(box.name)}"]`)) {
    if (other !== box && ("alone" in box.dataset || "alone" in other.dataset)) other.checked = false;
  }
}

// Where nothing can be kept, whoever leaves the page without sending or saving the answers would lose them.
let unsaved = answers()?.querySelector("[data-unsaved]") != null;
addEventListener("beforeunload", (event) => {
  if (unsaved && !store.lasts) event.preventDefault();
});

// A page out of the browser's memory goes on where it was left, by then perhaps with old answers.
addEventListener("pageshow", (event) => event.persisted && begin("back_forward"));

attend();
begin(how);
