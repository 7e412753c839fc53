// The editor speaks English only: on Japanese pages its words are put into Japanese, now and whenever it draws anew.
"use strict";
(() => {
  if (document.documentElement.lang !== "ja") return;
  const WORDS = new Map(Object.entries({
    "Add tab": "タブを追加",
    "Add a new tab": "タブを追加",
    "New Tab": "新しいタブ",
    "Rename Tab": "タブ名を変更",
    "Copy Tab": "タブを複製",
    "Close tab": "タブを閉じる",
    "Close Tab": "タブを閉じる",
    "Close other tabs": "他のタブを閉じる",
    "Undo close Tab": "閉じたタブを開く",
    "Clear endpoint": "宛先を消去",
    "Open settings": "設定を開く",
    "Settings": "設定",
    "Request method": "要求の方法",
    "Accept Headers": "応答の形式（Accept）",
    "Ask / Select": "ASK・SELECT",
    "Construct / Describe": "CONSTRUCT・DESCRIBE",
    "Arguments": "パラメーター",
    "Header Arguments": "ヘッダー",
    "Default Graphs": "既定グラフ",
    "Named Graphs": "名前付きグラフ",
    "Run query": "検索を実行",
    "Share query": "検索文を共有",
    "Shorten": "短縮",
    "cURL": "cURL",
    "Table": "表",
    "Response": "応答",
    "Download result": "結果をダウンロード",
    "Download Results": "結果をダウンロード",
    "Download not supported": "この表示の結果はダウンロードできません",
    "Filter query results": "結果を絞り込む",
    "Page size: ": "表示件数：",
    "Page size:": "表示件数：",
    "All": "全件",
    "Simple view": "簡易表示",
    "Ellipse": "省略表示",
    "Show all": "全て表示",
    "First": "最初",
    "Last": "最後",
    "Next": "次",
    "Previous": "前",
    "pagination": "ページ",
    "True": "真（True）",
    "False": "偽（False）",
    "No data available in table": "該当する結果はありません",
    "No matching records found": "条件に合う結果はありません",
    "Loading...": "読込み中…",
    "cannot render result": "結果を表示できません",
    "Try query in a new browser window": "新しいウィンドウで検索を実行",
    "Unable to get response from endpoint. Possible reasons:": "応答を取得できませんでした。考えられる原因：",
    "Incorrect endpoint URL": "宛先が正しくない",
    "Endpoint is down": "宛先のサーバーが停止している",
    "CORS-enabled": "CORS に対応",
    "This plugin doesn't have a help reference yet. Please contact the maintainer to fix this": "この表示の説明はありません",
  }));
  const number = String.raw`([\d,.]+)`;
  const PATTERNS = [
    [`^${number} results? in ${number} seconds?$`, "$1件（$2秒）"],
    [`^Response in ${number} seconds?$`, "応答（$1秒）"],
    [`^Showing ${number} to ${number} of ${number} (?:entries|entry)$`, "$3件中 $1～$2件を表示"],
    [`^Showing ${number} to ${number} of ${number} (?:entries|entry) \\(filtered from ${number} total (?:entries|entry)\\)$`,
      "$3件中 $1～$2件を表示（全$4件から絞込み）"],
    [`^\\(filtered from ${number} total (?:entries|entry)\\)$`, "（全$1件から絞込み）"],
    ["^(.*): Activate to sort$", "$1：並べ替え"],
    ["^(.*): Activate to invert sorting$", "$1：逆順に並べ替え"],
    ["^(.*): Activate to remove sorting$", "$1：並べ替えを解除"],
    ["^Shows Table view$", "表で表示"],
    ["^Shows Response view$", "応答をそのまま表示"],
    ["^Shows (.*) view$", "$1で表示"],
    ["^View documentation of Table$", "表の説明を開く"],
    ["^View documentation of Response$", "応答の説明を開く"],
    ["^View documentation of (.*)$", "$1の説明を開く"],
    ["^Could not render results with the (.*) plugin, the results currently are rendered with the Table plugin\\..*$",
      "この結果は$1では表示できないため、表で表示しています。"],
    ["^Could not render results with the (.*) plugin, the results currently are rendered with the Response plugin\\..*$",
      "この結果は$1では表示できないため、応答をそのまま表示しています。"],
    ["^Query( \\d+)?$", "検索$1"],
  ].map(([pattern, words]) => [new RegExp(pattern), words]);
  const ATTRIBUTES = ["title", "aria-label", "placeholder"];
  // What a reader wrote, and what the data says, stays as it is.
  const THEIRS = "td:not(.dt-empty), pre, textarea, template, script, style, .CodeMirror-lines, .CodeMirror-hints";

  function japanese(words) {
    const known = WORDS.get(words) || WORDS.get(words.trim());
    if (known !== undefined) return known;
    const found = PATTERNS.find(([pattern]) => pattern.test(words.trim()));
    return found ? words.trim().replace(found[0], found[1]) : words;
  }

  function speak(node) {
    if (node.nodeType === Node.TEXT_NODE) {
      if (!node.parentElement || node.parentElement.closest(THEIRS)) return;
      const told = japanese(node.data);
      if (told !== node.data) node.data = told;
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches("pre, script, style, template")) return;
    for (const name of ATTRIBUTES) {
      const said = node.getAttribute(name);
      if (said && japanese(said) !== said) node.setAttribute(name, japanese(said));
    }
    for (const child of node.childNodes) speak(child);
  }

  function seen(changes) {
    for (const change of changes) {
      if (change.type === "childList") change.addedNodes.forEach(speak);
      else if (change.type === "characterData") speak(change.target);
      else {
        const said = change.target.getAttribute(change.attributeName);
        if (said && japanese(said) !== said) change.target.setAttribute(change.attributeName, japanese(said));
      }
    }
  }

  const watched = { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES };
  new MutationObserver(seen).observe(document.body, watched);
})();
