// What makes the pages handier. Everything works without it.
"use strict";

// Suggestions under a search box.
for (const input of document.querySelectorAll("input[data-suggest]")) {
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = `${input.id}-list`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.labels[0]?.textContent ?? "");
  input.parentElement.append(list);
  for (const [name, value] of [["role", "combobox"], ["aria-expanded", "false"], ["aria-controls", list.id], ["aria-autocomplete", "list"]]) {
    input.setAttribute(name, value);
  }
  let asked = 0;
  let timer;

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  const show = (found) => {
    list.replaceChildren(...found.map((one, place) => {
      const item = document.createElement("li");
      item.id = `${list.id}-${place}`;
      item.setAttribute("role", "option");
      item.dataset.href = one.href;
      item.append(one.name);
      const kind = document.createElement("small");
      kind.textContent = one.kind;
      item.append(kind);
      item.addEventListener("mousedown", (event) => { event.preventDefault(); location.assign(one.href); });
      return item;
    }));
    list.hidden = found.length === 0;
    input.setAttribute("aria-expanded", String(found.length > 0));
  };

  const ask = async () => {
    const mine = ++asked;
    const words = input.value.trim();
    if (!words) { close(); return; }
    const address = new URL(input.dataset.suggest, location.href);
    address.searchParams.set("q", words.slice(0, 100));
    address.searchParams.set("lang", document.documentElement.lang);
    try {
      const answer = await fetch(address);
      const found = answer.ok ? await answer.json() : [];
      if (mine === asked && document.activeElement === input) show(found);
    } catch { close(); }
  };

  const move = (by) => {
    const items = [...list.children];
    if (list.hidden || items.length === 0) return;
    const at = items.findIndex((item) => item.getAttribute("aria-selected") === "true");
    items[at]?.removeAttribute("aria-selected");
    const next = items[(at + by + items.length) % items.length];
    next.setAttribute("aria-selected", "true");
    next.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", next.id);
  };

  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 120); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") { event.preventDefault(); move(1); }
    if (event.key === "ArrowUp") { event.preventDefault(); move(-1); }
    if (event.key === "Escape") close();
    const chosen = list.querySelector('[aria-selected="true"]');
    if (event.key === "Enter" && chosen && !list.hidden) { event.preventDefault(); location.assign(chosen.dataset.href); }
  });
}

// A form is sent once.
for (const form of document.querySelectorAll("form[method=post]")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    addEventListener("pageshow", () => { delete form.dataset.sent; }, { once: true });
  });
}

// One more row in the form: a copy of the last, empty.
for (const button of document.querySelectorAll("button[data-more]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const rows = document.getElementById(button.dataset.more);
    const row = rows.lastElementChild.cloneNode(true);
    const number = rows.children.length;
    for (const field of row.querySelectorAll("input, select, textarea")) {
      field.value = "";
      field.removeAttribute("aria-invalid");
      field.removeAttribute("aria-describedby");
      field.id = `${field.id.replace(/-\d+$/, "")}-${number}`;
    }
    for (const label of row.querySelectorAll("label")) label.htmlFor = `${label.htmlFor.replace(/-\d+$/, "")}-${number}`;
    for (const wrong of row.querySelectorAll(".wrong")) wrong.remove();
    rows.append(row);
    row.querySelector("input, select, textarea").focus();
  });
}

// The review queue by keys: j and k move, a accepts, r rejects, s says same, d says different, c opens the correction.
const items = [...document.querySelectorAll("[data-review]")];
if (items.length > 0) {
  let at = -1;
  addEventListener("keydown", (event) => {
    if (event.target.closest("input, select, textarea") || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "j" || event.key === "k") {
      at = Math.min(items.length - 1, Math.max(0, at + (event.key === "j" ? 1 : -1)));
      items[at].focus();
      items[at].scrollIntoView({ block: "start" });
      return;
    }
    const item = event.target.closest("[data-review]");
    item?.querySelector(`[data-key="${CSS.escape(event.key)}"]`)?.click();
  });
}
