// The query page: puts YASGUI in the place of the plain form, with our examples, completion and short addresses.
"use strict";
(() => {
  const byId = (name) => document.getElementById(name);
  const japanese = document.documentElement.lang === "ja";
  const say = (ja, en) => (japanese ? ja : en);
  const spoken = { "Accept-Language": document.documentElement.lang };
  const said = byId("said");
  const plain = byId("query");

  function completer(Yasqe, name, wanted, entries) {
    const at = (yasqe) => {
      const cursor = yasqe.getDoc().getCursor();
      return { cursor, token: yasqe.getCompleteToken() };
    };
    return {
      name,
      bulk: true,
      autoShow: false,
      persistenceId: null,
      isValidCompletionPosition(yasqe) {
        const { cursor, token } = at(yasqe);
        if (!token || /^[?$]/.test(token.string)) return false;
        const before = yasqe.getPreviousNonWsToken(cursor.line, token);
        const isClass = before && (before.string === "a" || /rdf:type$/.test(before.string));
        if (wanted === "class") return Boolean(isClass);
        const state = token.state && token.state.possibleCurrent;
        return !isClass && (!state || state.indexOf("a") >= 0 || /[a-z]*:/.test(token.string));
      },
      get: () => entries.map((entry) => entry.short || entry.iri),
      preProcessToken(yasqe, token) {
        return Object.assign({}, token, { autocompletionString: token.string.trim() });
      },
      postProcessSuggestion(yasqe, token, suggestion) {
        const prefix = /^([a-z-]+):/.exec(suggestion);
        if (!prefix) return `<${suggestion}>`;
        const known = yasqe.getPrefixesFromQuery();
        const iri = completer.prefixes[prefix[1]];
        if (iri && !known[prefix[1]]) yasqe.addPrefixes({ [prefix[1]]: iri });
        return suggestion;
      },
    };
  }

  function shortened(entries, prefixes) {
    return entries.map((entry) => {
      const found = Object.entries(prefixes).find(([, base]) => entry.iri.startsWith(base));
      const rest = found && entry.iri.slice(found[1].length);
      return Object.assign({}, entry, { short: found && /^[A-Za-z0-9_-]+$/.test(rest) ? `${found[0]}:${rest}` : null });
    });
  }

  async function terms() {
    const answer = await fetch("/query/terms.json", { headers: { Accept: "application/json" } });
    return answer.ok ? answer.json() : { classes: [], properties: [], prefixes: {} };
  }

  async function post(address, query) {
    const answer = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/sparql-query", Accept: "application/json", ...spoken },
      body: query,
    });
    const told = await answer.json();
    if (!answer.ok) throw new Error(told.detail || answer.statusText);
    return told;
  }

  async function copy(text, done) {
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = done;
    } catch (error) {
      said.textContent = text;
    }
  }

  async function start() {
    const known = await terms();
    completer.prefixes = known.prefixes;
    const Yasqe = Yasgui.Yasqe;
    // Those that come with the editor ask other servers; ours take their place. (Lists are merged, so: in place.)
    const names = Yasqe.defaults.autocompleters;
    names.splice(0, names.length, "variables");
    for (const [name, wanted, entries] of [
      ["sankyoku-classes", "class", known.classes],
      ["sankyoku-properties", "property", known.properties],
    ]) {
      Yasqe.registerAutocompleter(completer(Yasqe, name, wanted, shortened(entries, known.prefixes)), false);
      names.push(name);
    }
    const first = plain.value;
    const yasgui = new Yasgui(byId("editor"), {
      requestConfig: { endpoint: new URL("/sparql", location.href).href, method: "POST", headers: spoken },
      copyEndpointOnNewTab: true,
      persistenceId: null,
      populateFromUrl: false,
      autofocus: false,
      endpointCatalogueOptions: { getData: () => [], keys: [], renderItem: () => {} },
      yasqe: {
        value: first,
        autocompleters: names,
        persistenceId: null,
        createShortLink: async (yasqe) => (await post("/q", yasqe.getValue())).url,
      },
      yasr: { persistenceId: null, prefixes: known.prefixes },
    });
    const yasqe = () => yasgui.getTab().getYasqe();
    yasqe().setValue(first);
    byId("editor").hidden = false;
    byId("plain").hidden = true;
    byId("copy").hidden = true;
    for (const part of document.querySelectorAll(".script-only")) part.hidden = false;
    for (const part of document.querySelectorAll(".plain-only")) part.hidden = true;
    yasqe().refresh();

    function open(slug) {
      const found = byId("examples").content.querySelector(`[data-slug="${CSS.escape(slug)}"]`);
      if (!found) return;
      yasqe().setValue(found.textContent);
      byId("about").textContent = found.dataset.description;
      byId("about").hidden = false;
      byId("editor").scrollIntoView({ block: "nearest" });
      yasqe().query().catch(() => {});
    }
    byId("example").addEventListener("change", (event) => open(event.target.value));
    for (const link of document.querySelectorAll("[data-example]")) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        byId("example").value = link.dataset.example;
        open(link.dataset.example);
      });
    }
    byId("tools").addEventListener("click", async (event) => {
      const wanted = event.target.dataset && event.target.dataset.do;
      if (!wanted) return;
      try {
        if (wanted === "share") {
          const { url } = await post("/q", yasqe().getValue());
          await copy(url, `${say("コピーしました：", "Copied: ")}${url}`);
        } else {
          const told = await post("/query/snippets", yasqe().getValue());
          byId("copy").hidden = false;
          byId("copy").open = true;
          for (const name of ["curl", "python", "r"]) byId(`copy-${name}`).textContent = told[name];
          await copy(told[wanted], say("コピーしました。", "Copied."));
        }
      } catch (error) {
        said.textContent = error.message;
      }
    });
    window.sankyokuQuery = { yasgui, open };
  }

  start().catch((error) => {
    said.textContent = error.message;
  });
})();
