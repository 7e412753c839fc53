"""Forms with files: byte for byte, names without folders, nothing that is no form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from api.multipart import read_parts
from graph.errors import BadInput


def form(data: bytes, name: str = "list.csv") -> tuple[bytes, str]:
    head = f'--b1\r\nContent-Disposition: form-data; name="name"\r\n\r\nva\r\nlue\r\n--b1\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\nContent-Type: text/csv\r\n\r\n'  # noqa: E501
    return head.encode() + data + b"\r\n--b1--\r\n", "multipart/form-data; boundary=b1"


@given(st.binary(max_size=200).filter(lambda data: b"\r\n--b1" not in data))
def test_a_file_comes_as_it_was_sent(data: bytes) -> None:
    parts = read_parts(*form(data))
    assert parts.files["file"].data == data
    assert parts.fields == {"name": ["va\nlue"]}


@pytest.mark.parametrize(
    ("sent", "name"), [("一覧.csv", "一覧.csv"), ("C:\\\\lists\\\\a.csv", "a.csv"), ("../../etc/passwd", "passwd")]
)
def test_a_file_is_named_without_its_folder(sent: str, name: str) -> None:
    assert read_parts(*form(b"x", sent)).files["file"].name == name


@pytest.mark.parametrize(
    ("body", "told"),
    [
        (b"", "multipart/form-data; boundary=b1"),
        (form(b"x")[0], "multipart/form-data"),
        (form(b"x")[0][:-6], "multipart/form-data; boundary=b1"),
        (b"--b1\r\nno head--b1--", "multipart/form-data; boundary=b1"),
        (b"--b1\r\nContent-Disposition: form-data\r\n\r\nx\r\n" * 3000 + b"--b1--", "multipart/form-data; boundary=b1"),
    ],
)
def test_what_is_no_form_is_told_so(body: bytes, told: str) -> None:
    with pytest.raises(BadInput):
        read_parts(body, told)
