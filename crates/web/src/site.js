// What pages gain by a script: the state of things while one answers, printing, a word before answers are lost. All else works without.
"use strict";

const form = document.getElementById("answers");
const panel = document.getElementById("status");

if (form) {
  // Answers live in the page alone: whoever leaves it without sending or saving them would lose them.
  let unsaved = form.querySelector("[data-unsaved]") !== null;
  let waiting = 0;
  let asked = 0;

  const refresh = async () => {
    const number = ++asked;
    try {
      const answer = await fetch(form.dataset.status, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      const fragment = await answer.text();
      // Only the latest answer counts, and what stays the same is not read out again.
      if (answer.ok && number === asked && panel.innerHTML !== fragment) panel.innerHTML = fragment;
    } catch {
      // Without a connection the panel stays as it is; sending the form says what is wrong.
    }
  };

  form.addEventListener("input", (event) => {
    unsaved = true;
    alone(event.target);
    clearTimeout(waiting);
    if (form.dataset.status) waiting = setTimeout(refresh, 400);
  });
  form.addEventListener("submit", () => {
    unsaved = false;
  });
  addEventListener("beforeunload", (event) => {
    if (unsaved) event.preventDefault();
  });
}

// "None of these" excludes the others.
function alone(box) {
  if (!(box instanceof HTMLInputElement) || box.type !== "checkbox" || !box.checked) return;
  for (const other of box.form.querySelectorAll(`input[name="${CSS.escape(box.name)}"]`)) {
    if (other !== box && ("alone" in box.dataset || "alone" in other.dataset)) other.checked = false;
  }
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}
