import http.client
import threading

import pytest

from sijill.errors import WorkspaceFault
from sijill.site.server import make_server


@pytest.fixture
def served(tmp_path):
    (tmp_path / "site").mkdir()
    (tmp_path / "film").mkdir()
    (tmp_path / "cache").mkdir()
    (tmp_path / "site" / "index.html").write_text("<p>سجل</p>", "utf-8")
    (tmp_path / "film" / "a.ar.mp4").write_bytes(bytes(range(100)))
    (tmp_path / "cache" / "secret").write_text("x")
    server = make_server(tmp_path, port=0)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()
    thread.join()


def get(port, path, **headers):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer.status, body, dict(answer.getheaders())


def test_the_page_is_served_as_html(served):
    status, body, headers = get(served, "/site/index.html")
    assert status == 200
    assert body.decode() == "<p>سجل</p>"
    assert headers["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize(
    ("wanted", "span"),
    [("bytes=10-19", (10, 20)), ("bytes=90-", (90, 100)), ("bytes=-5", (95, 100))],
)
def test_a_player_gets_the_part_it_asks_for(served, wanted, span):
    status, body, headers = get(served, "/film/a.ar.mp4", Range=wanted)
    assert status == 206
    assert body == bytes(range(*span))
    assert headers["Content-Range"] == f"bytes {span[0]}-{span[1] - 1}/100"


def test_a_part_outside_of_the_file_is_refused(served):
    assert get(served, "/film/a.ar.mp4", Range="bytes=100-")[0] == 416


@pytest.mark.parametrize(
    "path",
    ["/cache/secret", "/site/../cache/secret", "/site/%2e%2e/cache/secret", "/nothing", "//x"],
)
def test_nothing_else_is_served(served, path):
    assert get(served, path)[0] == 404


def test_without_a_page_the_way_is_said(tmp_path):
    with pytest.raises(WorkspaceFault, match="sijill build"):
        make_server(tmp_path, port=0)
