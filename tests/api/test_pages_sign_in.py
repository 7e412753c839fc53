"""Sessions of browsers: opened with a token, guarded against other sites, ended by signing out or with the token."""

from __future__ import annotations

from pathlib import Path

import pytest

from api.errors import Problem
from api.sessions import COOKIE, HOURS, Sessions
from graph.store.tokens import Tokens
from tests.api.browsing import browsing
from tests.api.conftest import client_of, token_for


def test_a_token_opens_a_session_and_leads_where_the_reader_wanted(dataset_path: Path) -> None:
    with browsing(dataset_path) as browser:
        assert browser.open("/review").status_code == 401
        answer = browser.sign_in(token_for(dataset_path, "staff"), "/review?lang=en")
        assert answer.headers["location"] == "/review?lang=en"
        cookie = next(told for told in answer.headers.get_list("set-cookie") if told.startswith(COOKIE))
        for told in ("HttpOnly", "Secure", "SameSite=strict", "Path=/"):
            assert told in cookie
        page = browser.open("/review")
        assert page.status_code == 200
        assert "tester" in page.text
        assert "INTERNAL" in page.text
        assert page.headers["cache-control"] == "no-store"
        assert "private" in browser.open("/").headers["cache-control"]


def test_signing_out_ends_it(dataset_path: Path) -> None:
    with browsing(dataset_path, "staff") as browser:
        assert browser.send("/sign-out", {}, "/").status_code == 303
        assert browser.open("/review").status_code == 401


def test_a_wrong_token_is_told_beside_the_field_and_opens_nothing(dataset_path: Path) -> None:
    with browsing(dataset_path) as browser:
        answer = browser.sign_in("sk_nothing")
        assert answer.status_code == 403
        assert "This token is not valid" in answer.text
        assert COOKIE not in browser.client.cookies


@pytest.mark.parametrize("onward", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_nobody_is_led_to_another_site(dataset_path: Path, onward: str) -> None:
    with browsing(dataset_path) as browser:
        assert browser.sign_in(token_for(dataset_path, "reader"), onward).headers["location"] == "/"


def test_forms_of_other_sites_and_without_their_token_are_refused(dataset_path: Path) -> None:
    with browsing(dataset_path, "staff") as browser:
        token = browser.form_token("/record")
        for headers, fields in (
            ({"Sec-Fetch-Site": "cross-site"}, {"form_token": token}),
            ({"Origin": "https://evil.example"}, {"form_token": token}),
            ({"Sec-Fetch-Site": "same-origin"}, {"form_token": "0" * 64}),
            ({"Sec-Fetch-Site": "same-origin"}, {}),
        ):
            answer = browser.client.post("/record", data={"title_en": "x", **fields}, headers=headers)
            assert answer.status_code == 403
        multipart = browser.client.post("/record", files={"note": b"x"})
        assert multipart.status_code == 415


def test_a_cookie_alone_changes_nothing(dataset_path: Path) -> None:
    with browsing(dataset_path, "curator") as browser:
        assert browser.client.post("/api/v1/engagements", json={}).status_code == 401
        assert browser.client.post("/update", data={"update": "CLEAR ALL"}).status_code == 401


def test_a_session_ends_with_its_token(dataset_path: Path) -> None:
    with browsing(dataset_path, "staff") as browser:
        tokens = Tokens.of(dataset_path)
        tokens.revoke(tokens.all()[-1].id)
        assert browser.open("/review").status_code == 401


def test_a_reader_who_is_no_staff_sees_the_public_view_and_no_review(dataset_path: Path) -> None:
    with browsing(dataset_path, "reader") as browser:
        page = browser.open("/")
        assert "INTERNAL" not in page.text
        assert "tester" in page.text
        assert browser.open("/review").status_code == 403
        assert browser.open("/record").status_code == 403


def test_sessions_are_signed_and_end_after_twelve_hours(tmp_path: Path) -> None:
    now = 1_000_000.0
    sessions = Sessions(tmp_path / "session.key", clock=lambda: now)
    tokens = Tokens.of(tmp_path)
    token, _ = tokens.create("anna", "staff")
    cookie = sessions.open(token)
    assert sessions.token_of(cookie, tokens) == token
    assert Sessions.of(tmp_path).form_token(cookie) == sessions.form_token(cookie)
    assert (tmp_path / "session.key").stat().st_mode & 0o077 == 0
    name, since, rest = cookie.split(".", 2)
    for forged in (f"{name}.{int(since) + 1}.{rest}", cookie[:-1], "", "a.b.c.d", cookie + "é"):
        assert sessions.token_of(forged, tokens) is None
    now += HOURS * 3600 + 1
    assert sessions.token_of(cookie, tokens) is None
    with pytest.raises(Problem):
        sessions.check_form(sessions.form_token(cookie), "é")


def test_a_connection_without_tls_is_told_that_signing_in_will_not_work(dataset_path: Path) -> None:
    with client_of(dataset_path) as client:
        assert "not encrypted" in client.get("/sign-in?lang=en").text
