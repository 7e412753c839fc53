"use strict";
(function () {
  const data = JSON.parse(document.getElementById("network-data").textContent);
  const WORDS = {
    ja: { calendar: "暦年", fiscal: "年度（４月〜翌年３月）", unit: "期間の単位", from: "始期", to: "終期", framework: "枠組み", kind: "会合等の種別",
      all: "すべて", reset: "絞り込みを解除", shown: "{n}件の会合等、{b}点を表示（全{e}件のうち）。期間は重なりの有無で判定。", year: "{y}年", fy: "{y}年度",
      none: "この条件に当たる会合等は、収録資料にはない。", chosen: "{name}：{n}件", keys: "矢印キーで移動、＋と－で拡大・縮小、0で全体。点は表の名称からも選べる。", more: "このほか{n}件は件数のみ収録。", close: "閉じる", sources: "出典", group: "絞り込み" },
    en: { calendar: "Calendar years", fiscal: "Japanese fiscal years (April to March)", unit: "Count in", from: "From", to: "To", framework: "Framework", kind: "Kind",
      all: "All", reset: "Clear filters", shown: "Showing {n} of {e} engagements and {b} nodes. A date counts where it may fall within the period.", year: "{y}", fy: "FY{y}",
      none: "The sources tell of no engagement that answers these filters.", chosen: "{name}: {n}", keys: "Arrow keys move it, + and - zoom, 0 shows all. A node can also be chosen by its name in the list.", more: "{n} more are counted only.", close: "Close", sources: "Sources", group: "Filters" }
  };
  if (!data.nodes.x.length) return;
  const events = data.events, start = Date.parse(events.start), told = events.first.length - events.told.length;
  const first = events.years.length ? events.years[0] - 1 : 0, last = events.years.length ? events.years[1] : 0;
  const state = read();
  const holder = make("div", { class: "canvas", role: "img", tabindex: "0" });
  const bar = make("form", { class: "controls" });
  const status = make("p", { class: "status", role: "status" });
  const nodeList = label(unpackNodes()), edgeList = unpackEdges();
  const of = eventsOfNodes();
  const nodes = new vis.DataSet(nodeList), edges = new vis.DataSet(edgeList);
  let network = null, passing = null, narrowed = false;

  function make(name, attributes, words) {
    const one = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { one.setAttribute(key, attributes[key]); });
    if (words !== undefined) one.textContent = words;
    return one;
  }

  function unpackNodes() {
    const packed = data.nodes;
    const looks = packed.looks.map(function (one) {
      const inside = one[2] ? "#ffffff" : one[1], border = one[2] ? one[1] : "#ffffff";
      return { shape: one[0], color: { background: inside, border: border, highlight: { background: inside, border: "#b45f06" } } };
    });
    return packed.x.map(function (x, id) {
      const look = looks[packed.look[id]], change = packed.change[id] || 0;
      const node = { id: id, x: x, y: packed.y[id], size: packed.reach[id] / 10, shape: look.shape, color: look.color, physics: false };
      if (!change) return node;
      return Object.assign(node, { color: Object.assign({}, look.color, { border: data.new }), borderWidth: 3, shapeProperties: { borderDashes: change === 1 ? [4, 2] : false } });
    });
  }

  function unpackEdges() {
    const packed = data.edges, found = [];
    packed.from.forEach(function (one) {
      for (let n = 0; n < one[1]; n += 1) {
        const id = found.length, change = packed.change[id] || 0;
        const edge = { id: id, from: one[0], to: packed.to[id], width: packed.width[id] / 10 };
        if (change) Object.assign(edge, { color: { color: data.new, opacity: 0.7 }, dashes: change === 1 });
        found.push(edge);
      }
    });
    return found;
  }

  function eventsOfNodes() {
    const found = data.beside.map(function (one) { return new Set(one); });
    edgeList.forEach(function (edge, id) {
      data.between[id].forEach(function (one) { found[edge.from].add(one); found[edge.to].add(one); });
    });
    return found.map(function (one) { return Array.from(one).sort(function (a, b) { return a - b; }); });
  }

  function label(found) {
    const at = language() === "en" ? 1 : 0;
    found.forEach(function (one) {
      one.label = data.labels[at][one.id] || " ";
      one.title = data.names[at][one.id];
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
    const month = state.years === "fiscal" ? 3 : 0;
    return [Date.UTC(from, month, 1), Date.UTC(to + 1, month, 0)].map(function (one) { return Math.round((one - start) / 864e5); });
  }

  function filtered() {
    return state.from !== null || state.to !== null || state.framework || state.kind;
  }

  function choose() {
    const range = bounds();
    const framework = events.frameworks.findIndex(function (one) { return one[0] === state.framework; });
    const kind = events.kinds.findIndex(function (one) { return one[0] === state.kind; });
    passing = events.first.map(function (day, one) {
      const within = (state.from === null || day + events.more[one] >= range[0]) && (state.to === null || day <= range[1]);
      return within && (!state.framework || events.about[one].includes(framework)) && (!state.kind || events.kind[one] === kind);
    });
  }

  function count(indexes) {
    return indexes.reduce(function (sum, one) { return sum + (passing[one] ? 1 : 0); }, 0);
  }

  function apply() {
    if (!events.first.length) return;
    choose();
    const every = !filtered();
    const again = !every || narrowed;
    narrowed = !every;
    const shown = of.map(function (one) { return every || count(one) > 0; });
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
    document.querySelectorAll("#shapes [data-n], .drawn > svg [data-n]").forEach(function (one) {
      one.style.display = shown[+one.getAttribute("data-n")] ? "" : "none";
    });
    const drawn = document.querySelector("#shapes .ties");
    if (!drawn.kept) drawn.kept = Array.from(drawn.childNodes);
    drawn.replaceChildren.apply(drawn, every ? drawn.kept : ties());
  }

  function ties() {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("fill", "none");
    path.setAttribute("stroke", "#71819a");
    path.setAttribute("stroke-opacity", "0.6");
    path.setAttribute("d", edgeList.map(function (edge, id) {
      if (!count(data.between[id])) return "";
      const one = nodeList[edge.from], other = nodeList[edge.to];
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
      select("framework", entries(events.frameworks)), select("kind", entries(events.kinds)), reset);
  }

  function tell() {
    document.querySelectorAll(".chosen").forEach(function (one) { one.hidden = true; one.replaceChildren(); });
    if (state.node === null || !of[state.node]) return;
    const spoken = language(), at = spoken === "en" ? 1 : 0;
    const panel = document.querySelector(".view-" + spoken + " .chosen");
    const found = of[state.node].filter(function (one) { return passing[one]; });
    const close = make("button", { type: "button", class: "find" }, say("close", {}));
    close.addEventListener("click", function () { state.node = null; network.unselectAll(); tell(); write(); });
    const list = make("ol", {});
    found.filter(function (one) { return one >= told; }).reverse().forEach(function (one) {
      const event = events.told[one - told], item = make("li", {}, event[at] + (spoken === "en" ? ": " : "　") + event[2 + at] + " ");
      event[4].forEach(function (note) { item.append(make("a", { href: "#note-" + spoken + "-" + note }, "[" + note + "]"), " "); });
      list.append(item);
    });
    const counted = found.length - list.childElementCount;
    panel.append(make("h2", {}, say("chosen", { name: data.names[at][state.node], n: found.length })), list);
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
    holder.setAttribute("aria-label", view.querySelector("figcaption").textContent.trim() + " " + say("keys", {}));
    holder.title = say("keys", {});
    if (network) nodes.update(label(nodeList.map(function (one) { return { id: one.id }; })));
    if (events.first.length) controls();
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

  const STEPS = { ArrowLeft: [-60, 0], ArrowRight: [60, 0], ArrowUp: [0, -60], ArrowDown: [0, 60] };
  const ZOOMS = { "+": 1.25, "=": 1.25, "-": 0.8 };

  function move(event) {
    const step = STEPS[event.key], zoom = ZOOMS[event.key], scale = network.getScale();
    if (event.key === "Escape" && state.node !== null) { network.unselectAll(); pick(null); return; }
    if (event.key === "0") network.fit({ animation: false });
    if (zoom) network.moveTo({ scale: scale * zoom, animation: false });
    if (step) {
      const at = network.getViewPosition();
      network.moveTo({ position: { x: at.x + step[0] / scale, y: at.y + step[1] / scale }, animation: false });
    }
    if (zoom || step || event.key === "0") event.preventDefault();
  }

  // A link to a source scrolls there and leaves the address to the state of the figure.
  function follow(event) {
    const link = event.target.closest("a[href^='#']"), to = link && document.getElementById(link.getAttribute("href").slice(1));
    if (!to) return;
    event.preventDefault();
    to.tabIndex = -1;
    to.scrollIntoView({ block: "center" });
    to.focus({ preventScroll: true });
  }

  show();
  network = new vis.Network(holder, { nodes: nodes, edges: edges }, data.options);
  network.fit({ animation: false });
  network.on("click", function (event) { if (event.nodes.length) pick(event.nodes[0]); });
  if (state.node !== null && of[state.node]) network.selectNodes([state.node]);
  document.querySelectorAll(".switch").forEach(function (one) { one.addEventListener("change", show); });
  holder.addEventListener("keydown", move);
  document.addEventListener("click", follow);
  holder.setAttribute("data-ready", "yes");
  setTimeout(makeFinders, 0);
})();
