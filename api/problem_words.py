"""What each kind of problem means and what to do about it, by the name of the kind."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from graph.model import Text

ADVICE: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "bad-input": Text(
            en="A parameter or field cannot be used as it is: `detail` says which, `errors` names several.",
            ja="指定された値を使用できません。該当する項目は detail（複数ある場合は errors）に示されています。",
        ),
        "bad-query": Text(
            en="The SPARQL text does not parse, or asks for what may not be done here. `detail` says where.",
            ja="SPARQL 文の構文に誤りがあるか、許可されていない操作が含まれています。箇所は detail に示されています。",
        ),
        "unauthorized": Text(
            en="Send a valid token: `Authorization: Bearer ...`. Ask the operator for one, or sign in again.",
            ja="有効なトークンを Authorization: Bearer で送信してください。トークンは管理者から取得できます。",
        ),
        "forbidden": Text(
            en="Your token's role, or this form, does not allow it. Ask the operator for another role.",
            ja="お使いのトークンの役割又は様式では許可されていません。必要な役割を管理者にご相談ください。",
        ),
        "not-found": Text(
            en="Nothing is known under this name in this edition. Check the spelling, or search.",
            ja="この版にはその名称のものがありません。表記を確認するか、検索してください。",
        ),
        "method-not-allowed": Text(
            en="The address exists, but does not answer this method. `Allow` names those that it does.",
            ja="この宛先はそのメソッドに応答しません。使用できるメソッドは Allow ヘッダーに示されています。",
        ),
        "not-acceptable": Text(
            en="None of the formats in `Accept` or `format` is offered here. `detail` lists what there is.",
            ja="Accept 又は format で指定された形式には対応していません。対応する形式は detail に示されています。",
        ),
        "conflict": Text(
            en="Somebody else changed it, or it contradicts what is there. Read it again, then repeat your change.",
            ja="他の利用者が先に変更したか、現在の内容と両立しません。最新の内容を確認してから再度操作してください。",
        ),
        "precondition-failed": Text(
            en="The version named in `If-Match` is no longer current. Read it again, then repeat your change.",
            ja="If-Match で指定された版は最新ではありません。最新の内容を取得してから再度操作してください。",
        ),
        "answer-too-large": Text(
            en="The answer has more rows or bytes than one answer may have. Page, narrow the question, or take a dump.",
            ja="結果が一回の上限を超えています。分割するか、条件を絞るか、全件をダウンロードしてください。",
        ),
        "request-too-large": Text(
            en="The request has more bytes than it may have. Send less at once.",
            ja="送信されたデータが上限を超えています。分けて送信してください。",
        ),
        "limit-exceeded": Text(
            en="A limit was reached: `limit` names it, `value` is its size, `hint` says what to do.",
            ja="上限に達しました。上限の名称は limit、値は value、対処方法は hint に示されています。",
        ),
        "unsupported-media-type": Text(
            en="The body is in a format that this address does not read. `detail` lists those that it does.",
            ja="この宛先が対応していない形式で送信されました。対応する形式は detail に示されています。",
        ),
        "unreadable-document": Text(
            en="The file is empty, damaged, too large or of a kind that cannot be read. Nothing was changed.",
            ja="ファイルが空、破損、過大又は非対応の形式のため、読み取れません。変更は行われていません。",
        ),
        "bad-facts": Text(
            en="A row of the reference facts does not fit. `detail` names file, line and column. Nothing was changed.",
            ja="参照資料に誤りがあります。ファイル、行、列は detail に示されています。変更は行われていません。",
        ),
        "fields-wrong": Text(
            en="Some fields do not fit: `fields` has a sentence for each. Nothing was changed.",
            ja="入力項目に誤りがあります。項目ごとの説明は fields に示されています。変更は行われていません。",
        ),
        "invalid-graph": Text(
            en="The shapes refuse what would have been published: `report` says why. Nothing was changed.",
            ja="データ形状の検証に適合しません。理由は report に示されています。変更は行われていません。",
        ),
        "too-many-requests": Text(
            en="You have as many requests under way as one client may. Wait for their answers; see `Retry-After`.",
            ja="同時に実行できる要求の上限に達しています。結果を待ってから再度お試しください（Retry-After 参照）。",
        ),
        "internal": Text(
            en="Something failed that nobody foresaw. Give the operator the number in `trace_id`.",
            ja="想定外のエラーが発生しました。trace_id の記録番号を管理者にお伝えください。",
        ),
        "damaged-edition": Text(
            en="A file of the edition is missing or changed. The operator can verify and restore it.",
            ja="版のファイルが見つからないか変更されています。管理者による検証と復元が必要です。",
        ),
        "backend-failed": Text(
            en="The SPARQL server behind this one did not answer as it should. Try again later, or tell the operator.",
            ja="接続先の SPARQL サーバーが正常に応答しませんでした。時間をおいて再度お試しください。",
        ),
        "service-failed": Text(
            en="A server that the query calls (SERVICE) failed. SERVICE SILENT goes on without it.",
            ja="検索から呼び出したサーバー（SERVICE）で障害が発生しました。SERVICE SILENT とすると省略して続行します。",
        ),
        "busy": Text(
            en="The dataset is being written just now. Nothing was changed; try again in a few seconds.",
            ja="データの書き込み処理中です。変更は行われていません。数秒後に再度お試しください。",
        ),
        "query-timeout": Text(
            en="The query passed its deadline and was ended. Narrow it, or use a token: it has more time.",
            ja="検索が制限時間を超えたため終了しました。条件を絞るか、トークンを使用してください（時間が延びます）。",
        ),
        "unavailable": Text(
            en="The server cannot answer just now. Try again in a few seconds; see `Retry-After`.",
            ja="現在応答できません。数秒後に再度お試しください（Retry-After 参照）。",
        ),
        "storage-full": Text(
            en="There was no room to write. What is served stays as it was; the operator has to make room.",
            ja="空き容量が不足しているため書き込めません。提供中のデータに変更はありません。管理者にご連絡ください。",
        ),
    }
)
