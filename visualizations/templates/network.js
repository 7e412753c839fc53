"use strict";
(function () {
  const data = JSON.parse(document.getElementById("network-data").textContent);
  const WORDS = {
    ja: { calendar: "暦年", fiscal: "年度（４月〜翌年３月）", unit: "期間の単位", from: "始期", to: "終期", framework: "枠組み", kind: "会合等の種別",
      all: "すべて", reset: "絞り込みを解除", shown: "{n}件の会合等、{b}点を表示（全{e}件のうち）。期間は重なりの有無で判定。", year: "{y}年", fy: "{y}年度",
      none: "この条件に当たる会合等は、収録資料にはない。", chosen: "{name}：{n}件", more: "このほか{n}件は件数のみ収録。", close: "閉じる", sources: "出典", group: "絞り込み" },
    en: { calendar: "Calendar years", fiscal: "Japanese fiscal years (April to March)", unit: "Count in", from: "From", to: "To", framework: "Framework", kind: "Kind",
      all: "All", reset: "Clear filters", shown: "Showing {n} of {e} engagements and {b} nodes. A date counts where it may fall within the period.", year: "{y}", fy: "FY{y}",
      none: "The sources tell of no engagement that answers these filters.", chosen: "{name}: {n}", more: "{n} more are counted only.", close: "Close", sources: "Sources", group: "Filters" }
  };
  const years = data.events.flatMap(function (one) { return [+one.a.slice(0, 4), +one.z.slice(0, 4)]; });
  const first = Math.min.apply(null, years) - 1, last = Math.max.apply(null, years);
  const state = read();
  const holder = make("div", { class: "canvas", role: "img", tabindex: "0" });
  const bar = make("form", { class: "controls" });
  const status = make("p", { class: "status", role: "status" });
  label(data.nodes);
  const nodes = new vis.DataSet(data.nodes), edges = new vis.DataSet(data.edges);
  let network = null, passing = null, narrowed = false;

  function make(name, attributes, words) {
    const one = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { one.setAttribute(key, attributes[key]); });
    if (words !== undefined) one.textContent = words;
    return one;
  }

  function label(found) {
    found.forEach(function (one) {
      one.label = data.words[language()][one.id].label;
      one.title = data.names[language()][one.id];
    });
    return found;
  }

  function language() {
    const english = document.getElementById("language-en");
    return english && english.checked ? "en" : "ja";
  }

  function say(key, values) {
    return WORDS[language()][key].replace(/\{(\w+)\}/g, function (_, name) { return values[name]; });
  }

  function read() {
    const found = new URLSearchParams(location.hash.slice(1));
    const whole = function (key, otherwise) { const n = parseInt(found.get(key), 10); return Number.isFinite(n) ? n : otherwise; };
    const english = document.getElementById("language-en"), japanese = document.getElementById("language-ja");
    if (english && found.get("lang") === "en") english.checked = true;
    if (japanese && found.get("lang") === "ja") japanese.checked = true;
    return { years: found.get("years") === "fiscal" ? "fiscal" : "calendar", from: whole("from", null), to: whole("to", null),
      framework: found.get("framework") || "", kind: found.get("kind") || "", node: whole("node", null) };
  }

  function write() {
    const kept = new URLSearchParams();
    kept.set("lang", language());
    ["years", "from", "to", "framework", "kind", "node"].forEach(function (key) {
      if (state[key] !== null && state[key] !== "") kept.set(key, state[key]);
    });
    history.replaceState(null, "", "#" + kept.toString());
  }

  function bounds() {
    const from = state.from === null ? first : state.from, to = state.to === null ? last : state.to;
    return state.years === "fiscal" ? [from + "-04-01", (to + 1) + "-03-31"] : [from + "-01-01", to + "-12-31"];
  }

  function filtered() {
    return state.from !== null || state.to !== null || state.framework || state.kind;
  }

  function choose() {
    const range = bounds();
    const framework = data.frameworks.findIndex(function (one) { return one[0] === state.framework; });
    const kind = data.kinds.findIndex(function (one) { return one[0] === state.kind; });
    passing = data.events.map(function (one) {
      return one.z >= range[0] && one.a <= range[1] && (!state.framework || one.f.includes(framework)) && (!state.kind || one.k === kind);
    });
  }

  function count(indexes) {
    return indexes.reduce(function (sum, one) { return sum + (passing[one] ? 1 : 0); }, 0);
  }

  function apply() {
    if (!data.events.length) return;
    choose();
    const every = !filtered();
    const again = !every || narrowed;
    narrowed = !every;
    const shown = data.of.map(function (one) { return every || count(one) > 0; });
    if (again) nodes.update(shown.map(function (visible, id) { return { id: id, hidden: !visible }; }));
    if (again) edges.update(data.between.map(function (one, id) {
      const weight = every ? one.length : count(one);
      return { id: id, hidden: weight === 0, width: weight ? Math.round((0.9 + 1.3 * Math.log2(weight)) * 10) / 10 : 0 };
    }));
    if (again) onPaper(shown, every);
    const met = passing.filter(Boolean).length;
    status.textContent = met ? say("shown", { n: met, e: passing.length, b: shown.filter(Boolean).length }) : say("none", {});
    tell();
    write();
  }

  function onPaper(shown, every) {
    document.querySelectorAll(".drawn > svg").forEach(function (svg) {
      svg.querySelectorAll("[data-n]").forEach(function (one) { one.style.display = shown[+one.getAttribute("data-n")] ? "" : "none"; });
      const drawn = svg.querySelector(".ties");
      if (!drawn.kept) drawn.kept = Array.from(drawn.childNodes);
      drawn.replaceChildren.apply(drawn, every ? drawn.kept : ties());
    });
  }

  function ties() {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("fill", "none");
    path.setAttribute("stroke", "#71819a");
    path.setAttribute("stroke-opacity", "0.6");
    path.setAttribute("d", data.edges.map(function (edge, id) {
      if (!count(data.between[id])) return "";
      const one = data.nodes[edge.from], other = data.nodes[edge.to];
      return "M" + one.x + " " + one.y + "L" + other.x + " " + other.y;
    }).join(""));
    return [path];
  }

  function slider(key, otherwise) {
    const label = make("label", {}), value = make("output", {});
    const input = make("input", { type: "range", min: first, max: last, step: 1, name: key });
    input.value = state[key] === null ? otherwise : state[key];
    const words = function () { value.textContent = say(state.years === "fiscal" ? "fy" : "year", { y: input.value }); input.setAttribute("aria-valuetext", value.textContent); };
    input.addEventListener("input", function () {
      state[key] = +input.value === otherwise ? null : +input.value;
      if (state.from !== null && state.to !== null && state.from > state.to) { state[key === "from" ? "to" : "from"] = state[key]; controls(); bar.elements[key].focus(); }
      words();
      apply();
    });
    words();
    label.append(make("span", {}, say(key, {})), input, value);
    return label;
  }

  function select(key, entries) {
    const label = make("label", {}), input = make("select", { name: key });
    entries.forEach(function (one) { input.append(new Option(one[1], one[0])); });
    input.value = state[key];
    input.addEventListener("change", function () { state[key] = input.value; if (key === "years") controls(); apply(); });
    label.append(make("span", {}, say(key === "years" ? "unit" : key, {})), input);
    return label;
  }

  function controls() {
    const at = language() === "en" ? 2 : 1;
    const entries = function (list) { return [["", say("all", {})]].concat(list.map(function (one) { return [one[0], one[at]]; })); };
    const reset = make("button", { type: "button" }, say("reset", {}));
    reset.addEventListener("click", function () { Object.assign(state, { from: null, to: null, framework: "", kind: "", node: null }); controls(); apply(); });
    bar.setAttribute("aria-label", say("group", {}));
    bar.replaceChildren(select("years", [["calendar", say("calendar", {})], ["fiscal", say("fiscal", {})]]), slider("from", first), slider("to", last),
      select("framework", entries(data.frameworks)), select("kind", entries(data.kinds)), reset);
  }

  function tell() {
    document.querySelectorAll(".chosen").forEach(function (one) { one.hidden = true; one.replaceChildren(); });
    if (state.node === null || !data.of[state.node]) return;
    const spoken = language(), at = spoken === "en" ? 1 : 0;
    const panel = document.querySelector(".view-" + spoken + " .chosen");
    const found = data.of[state.node].filter(function (one) { return passing[one]; });
    const close = make("button", { type: "button", class: "find" }, say("close", {}));
    close.addEventListener("click", function () { state.node = null; network.unselectAll(); tell(); write(); });
    const list = make("ol", {});
    found.filter(function (one) { return data.events[one].t; }).reverse().forEach(function (one) {
      const event = data.events[one], item = make("li", {}, event.w[at] + (spoken === "en" ? ": " : "　") + event.t[at] + " ");
      event.n.forEach(function (note) { item.append(make("a", { href: "#note-" + spoken + "-" + note }, "[" + note + "]"), " "); });
      list.append(item);
    });
    const counted = found.length - list.childElementCount;
    panel.append(make("h2", {}, say("chosen", { name: data.names[spoken][state.node], n: found.length })), list);
    if (counted) panel.append(make("p", {}, say("more", { n: counted })));
    panel.append(close);
    panel.hidden = false;
  }

  function pick(node) {
    state.node = node;
    tell();
    write();
  }

  function show() {
    const view = document.querySelector(".view-" + language());
    const drawn = view.querySelector(".drawn");
    drawn.before(bar, status);
    drawn.appendChild(holder);
    holder.setAttribute("aria-label", view.querySelector("figcaption").textContent.trim());
    if (network) nodes.update(label(data.nodes.map(function (one) { return { id: one.id }; })));
    if (data.events.length) controls();
    if (network) {
      network.setSize("100%", "100%");
      network.redraw();
      network.fit({ animation: false });
    }
    apply();
  }

  function find(node) {
    network.selectNodes([node]);
    network.focus(node, { scale: 1.2, animation: false });
    holder.scrollIntoView({ block: "nearest" });
    pick(node);
  }

  function makeFinders() {
    document.querySelectorAll("[data-at]").forEach(function (cell) {
      const button = make("button", { type: "button", class: "find" }, cell.textContent);
      button.addEventListener("click", function () { find(+cell.getAttribute("data-at")); });
      cell.replaceChildren(button);
    });
  }

  document.documentElement.classList.add("scripted");
  show();
  network = new vis.Network(holder, { nodes: nodes, edges: edges }, data.options);
  network.fit({ animation: false });
  network.on("click", function (event) { if (event.nodes.length) pick(event.nodes[0]); });
  if (state.node !== null && data.of[state.node]) network.selectNodes([state.node]);
  document.querySelectorAll(".switch").forEach(function (one) { one.addEventListener("change", show); });
  holder.setAttribute("data-ready", "yes");
  setTimeout(makeFinders, 0);
})();
