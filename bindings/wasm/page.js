// Shows the pages that the module makes. What a browser asks of a server it asks of the module: links, forms, Back and reload.
// `arrive` is the script of the pages themselves, which keeps the answers; bindings/wasm/build puts it in front.

// Relative addresses need something to be relative to. Nothing is ever asked for there.
const ROOT = "https://dteam.invalid/";
const PREFIX = "dteam:";
const encoder = new TextEncoder();
const decoder = new TextDecoder();
// Whatever the pages are made of is not part of any of them.
const parts = new Map([...document.querySelectorAll("template")].map((part) => [part.id, part.content]));

// What the author of the page has put into it.
const content = JSON.parse(document.getElementById("app-content").textContent);

let compiled;
let exports;
let here;
let listeners = {};

/** What is remembered of a step of the history: a request, and what was typed on its page. The script of the pages keeps the answers here. */
const memory = {
  steps: new Map(),
  lasts: true,
  get(id) {
    if (this.steps.has(id)) return this.steps.get(id);
    try {
      return JSON.parse(sessionStorage.getItem(PREFIX + id));
    } catch {
      return null;
    }
  },
  put(id, step) {
    this.steps.set(id, step);
    try {
      sessionStorage.setItem(PREFIX + id, JSON.stringify(step));
    } catch {
      // Forbidden or full.
      this.lasts = false;
    }
  },
  clear() {
    this.steps.clear();
    try {
      for (const key of Object.keys(sessionStorage)) if (key.startsWith(PREFIX)) sessionStorage.removeItem(key);
      this.lasts = true;
    } catch {
      this.lasts = false;
    }
  },
};

const show = (state) => {
  for (const text of document.querySelectorAll("[data-state]")) text.hidden = text.dataset.state !== state;
};

const part = (name) => {
  const language = document.documentElement.lang;
  return (parts.get(`${name}-${language}`) ?? parts.get(`${name}-en`)).cloneNode(true);
};

/** Binary data as a text of which every letter is a byte, and back: that is what session storage takes. */
const asText = (bytes) => {
  let text = "";
  for (let start = 0; start < bytes.length; start += 8192) {
    text += String.fromCharCode(...bytes.subarray(start, start + 8192));
  }
  return text;
};
const asBytes = (text) => {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) bytes[index] = text.charCodeAt(index);
  return bytes;
};

function write(bytes) {
  const start = exports.room(bytes.length);
  new Uint8Array(exports.memory.buffer, start, bytes.length).set(bytes);
}

async function start() {
  // Whatever its libraries would ask of a browser is answered with nothing: there is no clock and no chance.
  const nothing = {};
  for (const { module, name } of WebAssembly.Module.imports(compiled)) (nothing[module] ??= {})[name] = () => 0;
  exports = (await WebAssembly.instantiate(compiled, nothing)).exports;
  const now = new Date();
  const two = (number) => String(number).padStart(2, "0");
  const date = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  write(encoder.encode(JSON.stringify({ date, content })));
  exports.begin();
}

/** The module's answer to a request. */
function ask({ path, query, kind, body }) {
  const head = encoder.encode(`${JSON.stringify({ path, query, kind })}\n`);
  const rest = asBytes(body ?? "");
  const bytes = new Uint8Array(head.length + rest.length);
  bytes.set(head);
  bytes.set(rest, head.length);
  write(bytes);
  const length = exports.answer();
  const answer = new Uint8Array(exports.memory.buffer, exports.place(), length).slice();
  const end = answer.indexOf(10);
  return { ...JSON.parse(decoder.decode(answer.subarray(0, end))), bytes: answer.subarray(end + 1) };
}

/** A request for an address that stands on the present page. */
function to(address, kind = null, body = null) {
  const url = new URL(address, new URL(here?.path ?? "", ROOT));
  return { path: decodeURI(url.pathname.slice(1)), query: url.search.slice(1), hash: url.hash.slice(1), kind, body };
}

/** Goes there: to another page, or to a file that is saved. */
function go(request, replace = false) {
  let answer;
  try {
    answer = ask(request);
    while (answer.headers.location) {
      here = request;
      request = to(answer.headers.location);
      answer = ask(request);
    }
  } catch (error) {
    return broken(error);
  }
  const file = /filename\*=UTF-8''(.*)/.exec(answer.headers["content-disposition"] ?? "");
  if (file) return save(decodeURIComponent(file[1]), answer.headers["content-type"], answer.bytes);
  const id = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
  memory.put(id, { request, entered: null });
  history[replace ? "replaceState" : "pushState"]({ id }, "");
  return render(request, answer, "navigate");
}

/** Back at a step of the history, with what was typed there. */
function back() {
  const step = memory.get(history.state?.id);
  if (!step) return begin();
  try {
    render(step.request, ask(step.request), "back_forward");
  } catch (error) {
    return broken(error);
  }
  if (!step.entered) return undefined;
  for (const [index, field] of [...fields()].entries()) {
    const entered = step.entered[index];
    if (typeof entered === "boolean") field.checked = entered;
    else if (typeof entered === "string") field.value = entered;
  }
  return undefined;
}

/** The first page, in the first of the reader's languages that there is. */
function begin() {
  here = undefined;
  const tags = navigator.languages.map((tag) => tag.split("-")[0]);
  return go(to(`?${new URLSearchParams({ languages: tags })}`), true);
}

/** The fields whose entries are kept here: the script of the pages keeps the answers. */
const fields = () => document.querySelectorAll("form:not(#answers) :is(input:not([type=hidden], [type=file]), select, textarea)");

function remember() {
  const id = history.state?.id;
  const step = id && memory.get(id);
  if (!step) return;
  const entered = [...fields()].map((field) => (["checkbox", "radio"].includes(field.type) ? field.checked : field.value));
  memory.put(id, { ...step, entered });
}

const sheets = new Map();

function styled(address) {
  const request = to(address);
  if (!sheets.has(request.path)) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(decoder.decode(ask(request).bytes));
    sheets.set(request.path, sheet);
  }
  document.adoptedStyleSheets = [sheets.get(request.path)];
}

function render(request, answer, how) {
  here = request;
  const page = new DOMParser().parseFromString(decoder.decode(answer.bytes), "text/html");
  document.title = page.title;
  document.documentElement.lang = page.documentElement.lang;
  styled(page.querySelector("link[rel=stylesheet]").getAttribute("href"));
  document.body.className = page.body.className;
  document.body.replaceChildren(...page.body.childNodes);
  arrive(status, (name, listener) => (listeners[name] = listener), { how, store: memory });
  const target = document.querySelector("[autofocus]") ?? named(request.hash);
  if (target) reach(target);
  else scrollTo(0, 0);
}

/** What the script of a page asks for by `fetch`. */
async function status(address, { body }) {
  const answer = ask(to(address, "application/x-www-form-urlencoded", String(body)));
  return { ok: answer.status === 200, text: async () => decoder.decode(answer.bytes) };
}

const named = (hash) => (hash ? document.getElementById(decodeURIComponent(hash)) : null);

function reach(target) {
  target.scrollIntoView();
  target.focus({ preventScroll: true });
}

function save(name, type, bytes) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([bytes], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** The module has given up: the page stays, the answers can be saved, and a new module goes on. */
async function broken(error) {
  console.error(error);
  if (!document.querySelector("[data-save]")) document.body.prepend(part("broken"));
  document.querySelector(".errors").scrollIntoView();
  await start();
}

function saveProfile() {
  const carried = document.querySelector("input[name=profile]")?.value ?? '""';
  save("profil.yaml", "application/yaml", encoder.encode(JSON.parse(carried)));
}

async function load(file) {
  const form = new FormData();
  form.append("file", file);
  const language = document.documentElement.lang;
  go({ ...to(`${ROOT}${language}/load`), ...(await parted(form)) });
}

/** A form with files as a request carries it. */
async function parted(form) {
  const whole = new Response(form);
  return { kind: whole.headers.get("content-type"), body: asText(new Uint8Array(await whole.arrayBuffer())) };
}

async function sent(form, button) {
  remember();
  const address = button?.getAttribute("formaction") ?? form.getAttribute("action");
  const data = new FormData(form, button);
  if (form.method === "get") return go(to(`${address}?${new URLSearchParams(data)}`));
  if (form.enctype === "multipart/form-data") return go({ ...to(address), ...(await parted(data)) });
  return go(to(address, form.enctype, String(new URLSearchParams(data))));
}

function listen() {
  document.addEventListener("click", (event) => {
    if (event.target.closest("[data-save]")) saveProfile();
    const link = event.target.closest("a[href]");
    if (!link || link.download || event.defaultPrevented) return;
    const request = to(link.getAttribute("href"));
    if (link.getAttribute("href").startsWith("#")) {
      event.preventDefault();
      if (named(request.hash)) reach(named(request.hash));
    } else if (new URL(link.getAttribute("href"), ROOT).origin === new URL(ROOT).origin) {
      event.preventDefault();
      remember();
      go(request);
    }
  });
  document.addEventListener("submit", (event) => {
    event.preventDefault();
    sent(event.target, event.submitter);
  });
  document.addEventListener("input", remember);
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => {
    if (event.target.matches("input[type=file]")) return;
    event.preventDefault();
    const [file] = event.dataTransfer.files;
    if (file) load(file);
  });
  addEventListener("popstate", back);
  addEventListener("beforeunload", (event) => listeners.beforeunload?.(event));
}

async function open() {
  if (typeof WebAssembly !== "object") return show("no-webassembly");
  if (typeof DecompressionStream !== "function" || !("adoptedStyleSheets" in document)) return show("too-old");
  try {
    const packed = asBytes(atob(document.getElementById("module").textContent));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    compiled = await WebAssembly.compile(await new Response(stream).arrayBuffer());
    await start();
  } catch (error) {
    console.error(error);
    return show("damaged");
  }
  listen();
  return back();
}

open();
