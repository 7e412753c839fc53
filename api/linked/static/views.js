// Views of results that YASGUI does not have: bars, a time line, a graph of things. SVG, drawn without a library.
"use strict";
(() => {
  const japanese = document.documentElement.lang === "ja";
  const say = (ja, en) => (japanese ? ja : en);
  const SVG = "http://www.w3.org/2000/svg";
  const MOST = 200;

  function draw(name, attributes, words) {
    const made = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
    if (words !== undefined) made.textContent = words;
    return made;
  }

  function cut(words, length) {
    const signs = Array.from(words);
    return signs.length > length ? `${signs.slice(0, length - 1).join("")}…` : words;
  }

  class View {
    constructor(yasr) {
      this.yasr = yasr;
      this.priority = 5;
    }
    table() {
      const results = this.yasr.results;
      const variables = (results && results.getVariables()) || [];
      const rows = ((results && results.getBindings()) || []).filter(Boolean);
      return { variables, rows };
    }
    column(test) {
      const { variables, rows } = this.table();
      return variables.find((name) => {
        const values = rows.map((row) => row[name]).filter(Boolean);
        return values.length > 0 && values.every((value) => test(value.value, value));
      });
    }
    naming(except) {
      const { variables, rows } = this.table();
      const filled = variables.filter((name) => name !== except && rows.some((row) => row[name]));
      const isWords = (value) => value.type !== "uri" && !value.datatype && !/^[\d.\-/]+$/.test(value.value);
      return filled.find((name) => rows.some((row) => row[name] && isWords(row[name]))) || filled[0];
    }
    show(svg, shown, all) {
      this.yasr.resultsEl.textContent = "";
      if (all > shown) {
        const note = document.createElement("p");
        note.textContent = say(`${all}行のうち最初の${shown}行を表示しています。`, `The first ${shown} of ${all} rows are drawn.`);
        this.yasr.resultsEl.appendChild(note);
      }
      const box = document.createElement("div");
      box.className = "wide";
      box.appendChild(svg);
      this.yasr.resultsEl.appendChild(box);
    }
    getIcon() {
      const icon = draw("svg", { viewBox: "0 0 16 16", width: 14, height: 14, "aria-hidden": "true" });
      for (const path of this.icon) icon.appendChild(draw("path", { d: path, fill: "currentColor" }));
      return icon;
    }
  }

  class Chart extends View {
    constructor(yasr) {
      super(yasr);
      this.label = say("グラフ", "Chart");
      this.icon = ["M1 9h3v6H1z", "M6 4h3v11H6z", "M11 1h3v14h-3z"];
    }
    number() {
      return this.column((words, value) => value.datatype && words.trim() !== "" && Number.isFinite(Number(words)));
    }
    canHandleResults() {
      return this.table().variables.length > 1 && Boolean(this.number());
    }
    draw() {
      const { rows } = this.table();
      const number = this.number();
      const name = this.naming(number);
      const shown = rows.filter((row) => row[number]).slice(0, MOST);
      const most = Math.max(1, ...shown.map((row) => Number(row[number].value)));
      const svg = draw("svg", { width: 960, height: shown.length * 24 + 16, class: "chart", role: "img" });
      shown.forEach((row, place) => {
        const y = place * 24 + 8;
        const value = Number(row[number].value);
        const words = row[name] ? row[name].value : "";
        svg.appendChild(draw("text", { x: 330, y: y + 15, "text-anchor": "end", "font-size": 13 }, cut(words, 28)));
        svg.appendChild(draw("rect", { x: 340, y: y + 2, width: Math.max(1, (560 * Math.max(0, value)) / most), height: 18, fill: "#3a6ea5" }));
        svg.appendChild(draw("text", { x: 346 + (560 * Math.max(0, value)) / most, y: y + 15, "font-size": 13 }, row[number].value));
      });
      this.show(svg, shown.length, rows.length);
    }
  }

  class Timeline extends View {
    constructor(yasr) {
      super(yasr);
      this.label = say("時系列", "Timeline");
      this.icon = ["M0 7h16v2H0z", "M3 3h2v10H3z", "M10 3h2v10h-2z"];
    }
    day() {
      return this.column((words) => /^\d{4}-\d{2}-\d{2}/.test(words));
    }
    canHandleResults() {
      return Boolean(this.day());
    }
    draw() {
      const { rows } = this.table();
      const day = this.day();
      const name = this.naming(day);
      const shown = rows.filter((row) => row[day]).slice(0, MOST);
      const times = shown.map((row) => Date.parse(row[day].value.slice(0, 10)));
      const first = Math.min(...times);
      const span = Math.max(1, Math.max(...times) - first);
      const order = shown.map((row, place) => [times[place], row]).sort((a, b) => a[0] - b[0]);
      const svg = draw("svg", { width: 960, height: order.length * 22 + 40, class: "timeline", role: "img" });
      const years = new Set(times.map((time) => new Date(time).getUTCFullYear()));
      const x = (time) => 110 + (300 * (time - first)) / span;
      for (const year of years) {
        const at = x(Math.max(first, Date.UTC(year, 0, 1)));
        svg.appendChild(draw("line", { x1: at, x2: at, y1: 20, y2: order.length * 22 + 30, stroke: "#cfd5de" }));
        if (years.size < 12 || year % 2 === 0) svg.appendChild(draw("text", { x: at, y: 14, "font-size": 12 }, String(year)));
      }
      order.forEach(([time, row], place) => {
        const y = place * 22 + 36;
        svg.appendChild(draw("text", { x: 90, y: y + 4, "text-anchor": "end", "font-size": 12 }, row[day].value.slice(0, 10)));
        svg.appendChild(draw("circle", { cx: x(time), cy: y, r: 5, fill: "#8a4b00" }));
        svg.appendChild(draw("text", { x: 430, y: y + 4, "font-size": 13 }, cut(row[name] ? row[name].value : "", 40)));
      });
      this.show(svg, shown.length, rows.length);
    }
  }

  class Graph extends View {
    constructor(yasr) {
      super(yasr);
      this.label = say("ネットワーク", "Graph");
      this.icon = ["M1 1h5v5H1z", "M10 10h5v5h-5z", "M6 6l4 4-1 1-4-4z"];
    }
    statements() {
      const results = this.yasr.results;
      const told = results && results.getStatements && results.getStatements();
      return told || [];
    }
    canHandleResults() {
      return this.statements().some((one) => one.object.termType === "NamedNode");
    }
    draw() {
      const names = new Map();
      const links = [];
      for (const one of this.statements()) {
        if (one.object.termType === "NamedNode") links.push(one);
        else if (/#label$|#prefLabel$/.test(one.predicate.value)) names.set(one.subject.value, one.object.value);
      }
      const shown = links.slice(0, MOST);
      const nodes = Array.from(new Set(shown.flatMap((one) => [one.subject.value, one.object.value])));
      const place = new Map(nodes.map((node, number) => [node, (2 * Math.PI * number) / nodes.length]));
      const size = Math.min(1300, 640 + nodes.length * 6);
      const radius = size / 2 - 240;
      const at = (node, far) => [size / 2 + Math.cos(place.get(node)) * far, size / 2 + Math.sin(place.get(node)) * far];
      const svg = draw("svg", { width: size, height: size, class: "network", role: "img" });
      for (const one of shown) {
        const [x1, y1] = at(one.subject.value, radius);
        const [x2, y2] = at(one.object.value, radius);
        const line = draw("path", { d: `M${x1} ${y1} Q${size / 2} ${size / 2} ${x2} ${y2}`, fill: "none", stroke: "#8fa3bf" });
        line.appendChild(draw("title", {}, one.predicate.value));
        svg.appendChild(line);
      }
      for (const node of nodes) {
        const [x, y] = at(node, radius);
        const [tx, ty] = at(node, radius + 8);
        const left = x < size / 2;
        const turn = ((place.get(node) * 180) / Math.PI + (left ? 180 : 0)).toFixed(1);
        svg.appendChild(draw("circle", { cx: x, cy: y, r: 4, fill: "#1d3557" }));
        const words = cut(names.get(node) || decodeURIComponent(node.split(/[/#]/).pop()), 16);
        svg.appendChild(draw("text", { x: tx, y: ty, "font-size": 12, "text-anchor": left ? "end" : "start", transform: `rotate(${turn} ${tx} ${ty})` }, words));
      }
      this.show(svg, shown.length, links.length);
    }
  }

  for (const [name, Kind] of [["chart", Chart], ["timeline", Timeline], ["graph", Graph]]) {
    Yasgui.Yasr.registerPlugin(name, Kind, true);
  }
})();
