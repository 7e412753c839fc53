"use strict";
(function () {
  var data = JSON.parse(document.getElementById("network-data").textContent);
  var holder = document.createElement("div");
  holder.className = "canvas";
  holder.setAttribute("role", "img");
  var nodes = new vis.DataSet(data.nodes);
  var network = null;

  function language() {
    return document.getElementById("language-en").checked ? "en" : "ja";
  }

  function show() {
    var view = document.querySelector(".view-" + language());
    view.querySelector(".drawn").appendChild(holder);
    holder.setAttribute("aria-label", view.querySelector("figcaption").textContent.trim());
    nodes.update(data.words[language()]);
    if (network) {
      network.setSize("100%", "100%");
      network.redraw();
      network.fit({ animation: false });
    }
  }

  function find(body) {
    network.selectNodes([body]);
    network.focus(body, { scale: 1.2, animation: false });
    holder.scrollIntoView({ block: "nearest" });
  }

  function makeFinders() {
    document.querySelectorAll("[data-body]").forEach(function (cell) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "find";
      button.textContent = cell.textContent;
      button.addEventListener("click", function () { find(cell.getAttribute("data-body")); });
      cell.replaceChildren(button);
    });
  }

  document.documentElement.classList.add("scripted");
  show();
  network = new vis.Network(holder, { nodes: nodes, edges: new vis.DataSet(data.edges) }, data.options);
  network.fit({ animation: false });
  makeFinders();
  document.querySelectorAll(".switch").forEach(function (one) { one.addEventListener("change", show); });
  holder.setAttribute("data-ready", "yes");
})();
