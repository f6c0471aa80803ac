"""Other sites are asked, on loopback: what each answer means, how politely it is asked, and since when it is broken."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import httpx
import pytest

from conftest import news
from servers import free_port
from terbuka.checks.external import asking, collecting, history
from terbuka.checks.external.answer import Answer, State
from terbuka.checks.external.asking import Manners
from terbuka.checks.external.history import Known
from terbuka.commands.links import links
from terbuka.console import Console
from terbuka.errors import NotSent, WordsError
from terbuka.wire import Wire
from terbuka.workspace import open_workspace

MakeRepo = Callable[[dict[str, str]], Path]

HASTE = Manners(pause=0, patience=0)
SHORT = httpx.Timeout(0.3, connect=5.0)
REDIRECTS = {
    "/moved": (301, "/fine"),
    "/moved-twice": (308, "/moved"),
    "/for-now": (302, "/fine"),
    "/for-now-then-moved": (307, "/moved"),
    "/moved-then-for-now": (301, "/for-now"),
    "/moved-away": (301, "/gone"),
    "/circle": (302, "/circle"),
    "/app": (302, "aplikasi://buka"),
}


class Site:
    """A web site on loopback that remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []
        self.gone: set[str] = {"/gone"}
        self.busy = 0
        self.at_once = 0
        self.most_at_once = 0
        self.closing = threading.Event()
        self._lock = threading.Lock()
        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_HEAD(self) -> None:
                self.respond()

            def do_GET(self) -> None:
                self.respond()

            def respond(self) -> None:
                with site.counted(self.command, self.path):
                    status, headers = site.answer(self.command, self.path)
                    self.send_response(status)
                    for name, value in headers.items():
                        self.send_header(name, value)
                    self.send_header("Content-Length", "0")
                    self.send_header("Connection", "close")
                    self.end_headers()

            def log_message(self, format: str, *args: object) -> None:
                del format, args

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, args=(0.02,))

    @contextmanager
    def counted(self, method: str, path: str) -> Iterator[None]:
        with self._lock:
            self.asked.append((method, path))
            self.at_once += 1
            self.most_at_once = max(self.most_at_once, self.at_once)
        try:
            yield
        finally:
            with self._lock:
                self.at_once -= 1

    def answer(self, method: str, path: str) -> tuple[int, dict[str, str]]:
        if path in REDIRECTS:
            status, location = REDIRECTS[path]
            return status, {"Location": location}
        if path in self.gone:
            return 404, {}
        if path == "/silent":
            self.closing.wait()
        if path == "/no-head" and method == "HEAD":
            return 405, {}
        if path == "/busy" and method == "GET" and self.busy:
            self.busy -= 1
            return 503, {"Retry-After": "0"}
        plain = {
            "/teapot": 418,
            "/deleted": 410,
            "/closed": 403,
            "/too-many": 429,
            "/fault": 500,
            "/no-place": 302,
        }
        return (503 if path == "/busy" and method == "HEAD" else plain.get(path, 200)), {}

    def __enter__(self) -> Site:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.closing.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as running:
        yield running


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/fine", Answer(State.FINE, 200)),
        ("/gone", Answer(State.GONE, 404)),
        ("/deleted", Answer(State.GONE, 410)),
        ("/closed", Answer(State.UNCLEAR, 403)),
        ("/teapot", Answer(State.UNCLEAR, 418)),
        ("/too-many", Answer(State.UNCLEAR, 429)),
        ("/fault", Answer(State.FAILING, 500)),
        ("/no-head", Answer(State.FINE, 200)),
        ("/no-place", Answer(State.FINE, 302)),
        ("/circle", Answer(State.CIRCLE)),
        ("/app", Answer(State.UNCLEAR, 302)),
        ("/silent", Answer(State.SILENCE)),
        ("/moved", Answer(State.FINE, 200, "{}/fine")),
        ("/moved-twice", Answer(State.FINE, 200, "{}/fine")),
        ("/moved-then-for-now", Answer(State.FINE, 200, "{}/for-now")),
        ("/for-now", Answer(State.FINE, 200)),
        ("/for-now-then-moved", Answer(State.FINE, 200)),
        ("/moved-away", Answer(State.GONE, 404)),
    ],
)
def test_what_an_answer_means(site: Site, path: str, expected: Answer) -> None:
    with Wire(SHORT) as line:
        found = asking.ask(line, HASTE, site.url + path)
    moved = expected.moved.format(site.url) if expected.moved else None
    assert found == Answer(expected.state, expected.status, moved)


def test_who_gives_no_answer(site: Site) -> None:
    nobody = f"http://127.0.0.1:{free_port()}/"
    with Wire(SHORT) as line:
        found = [
            asking.ask(line, HASTE, address)
            for address in (
                nobody,
                site.url.replace("http:", "https:"),
                "http://tiada.invalid/",
                "ftp://127.0.0.1/",
            )
        ]
    assert found == [
        Answer(State.REFUSED),
        Answer(State.CERTIFICATE),
        Answer(State.NAME),
        Answer(State.REFUSED),
    ]


@pytest.mark.parametrize(
    ("path", "busy", "methods"),
    [
        ("/fine", 0, ["HEAD"]),
        ("/gone", 0, ["HEAD", "GET"]),
        ("/no-head", 0, ["HEAD", "GET"]),
        ("/busy", 0, ["HEAD", "GET"]),
        ("/busy", 1, ["HEAD", "GET", "GET"]),
        ("/busy", 9, ["HEAD", "GET", "GET", "GET"]),
        ("/too-many", 0, ["HEAD", "GET", "GET", "GET"]),
        ("/silent", 0, ["HEAD"]),
    ],
)
def test_only_what_may_pass_is_asked_again(site: Site, path: str, busy: int, methods: list[str]) -> None:
    site.busy = busy
    with Wire(SHORT) as line:
        asking.ask(line, HASTE, site.url + path)
    assert site.asked == [(method, path) for method in methods]


def test_a_site_is_asked_one_thing_at_a_time_and_sites_side_by_side(site: Site) -> None:
    told: list[tuple[str, int]] = []
    with Site() as other, Wire(SHORT) as line:
        every = [f"{where.url}/{number}" for where in (site, other) for number in range(5)]
        answers = asking.ask_all(every, line, HASTE, lambda name, count: told.append((name, count)))
        assert answers == dict.fromkeys(every, Answer(State.FINE, 200))
        assert (site.most_at_once, other.most_at_once) == (1, 1)
        assert sorted(told) == sorted((where.url.removeprefix("http://"), 5) for where in (site, other))


DAYS = [date(2026, 11, day) for day in range(20, 26)]
A = "https://a.kotauji.id/"


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ([State.FINE], (DAYS[0], None, 0)),
        ([State.GONE], (None, DAYS[0], 1)),
        ([State.FINE, State.GONE], (DAYS[0], DAYS[1], 1)),
        ([State.FINE, State.GONE, State.GONE], (DAYS[0], DAYS[1], 2)),
        ([State.FINE, State.GONE, State.SILENCE, State.NAME], (DAYS[0], DAYS[1], 3)),
        ([State.FINE, State.GONE, State.FINE], (DAYS[2], None, 0)),
        ([State.FINE, State.GONE, State.GONE, State.FINE, State.GONE], (DAYS[3], DAYS[4], 1)),
        ([State.FINE, State.GONE, State.UNCLEAR], (DAYS[0], None, 0)),
    ],
)
def test_what_is_known_after_some_nights(
    answers: list[State], expected: tuple[date | None, date | None, int]
) -> None:
    known: Known | None = None
    for day, state in zip(DAYS, answers, strict=False):
        known = history.after(known, A, Answer(state), day)
    assert known is not None
    assert (known.fine, known.since, known.nights) == expected
    assert known.broken == (expected[2] >= 2)


def test_asking_twice_on_one_day_is_one_night() -> None:
    known = history.after(None, A, Answer(State.GONE, 404), DAYS[0])
    assert history.after(known, A, Answer(State.GONE, 404), DAYS[0]) == known


def test_the_history_is_read_as_it_was_written(tmp_path: Path) -> None:
    items = [
        Known("https://b.kotauji.id/ä", DAYS[1], None, DAYS[0], 2, State.NAME, 0),
        Known(A, DAYS[1], DAYS[1], None, 0, State.FINE, 200, "https://c.kotauji.id/"),
    ]
    assert history.read(tmp_path) == {}
    history.write(tmp_path, items)
    assert history.read(tmp_path) == {item.address: item for item in items}
    assert (tmp_path / history.FILE).read_text(encoding="utf-8") == (
        '{"address": "https://a.kotauji.id/", "asked": "2026-11-21", "fine": "2026-11-21", "since": null, '
        '"nights": 0, "state": "fine", "status": 200, "moved": "https://c.kotauji.id/"}\n'
        '{"address": "https://b.kotauji.id/ä", "asked": "2026-11-21", "fine": null, "since": "2026-11-20", '
        '"nights": 2, "state": "name", "status": 0, "moved": null}\n'
    )


@pytest.mark.parametrize("line", ["", "{}", "[]", "null", '{"address": 1', '{"address": "x", "asked": "besok"}'])
def test_a_history_changed_by_hand_is_told(tmp_path: Path, line: str) -> None:
    history.write(tmp_path, [Known(A, DAYS[0], None, None, 0, State.FINE, 200)])
    with (tmp_path / history.FILE).open("a", encoding="utf-8") as file:
        file.write(line + "\n")
    with pytest.raises(WordsError) as error:
        history.read(tmp_path)
    assert error.value.say("id") == (
        "build/links.jsonl:2:1: Baris riwayat tautan ini tidak dapat dibaca. "
        "Hapus berkas build/links.jsonl, lalu jalankan terbuka links untuk memulai yang baru."
    )


def test_only_what_readers_are_given_is_asked_for(make_repo: MakeRepo) -> None:
    body = (
        "[a](https://a.kotauji.id/x#y), <http://b.kotauji.id>, www.c.kotauji.id/z, [a](https://a.kotauji.id/x)\n\n"
        "[d](https://d.example/), https://example.org/, [e](https://uji.example/e), [f](lain.md), `https://g.kotauji.id/`\n\n"
        '[h](mailto:halo@uji.example), [i](https://[kotauji.id/)\n\n--8<-- "content/_bagian/kontak.md"\n'
    )
    root = make_repo(
        {
            "content/berita/2026/uji.md": news(body=body).replace(
                "review_by:", "sources: [{title: Laporan, url: https://k.kotauji.id/}]\nreview_by:"
            ),
            "content/berita/2026/lain.md": news("Layanan lain buka hari Minggu"),
            "content/berita/2026/rancangan.md": news(body="https://l.kotauji.id/").replace("published", "draft"),
            "content/berita/2026/embargo.md": news(body="https://m.kotauji.id/").replace(
                "review_by:", "publish_at: 2026-12-01T09:00:00+07:00\nreview_by:"
            ),
            "content/_bagian/kontak.md": "[n](https://n.kotauji.id/)\n",
        }
    )
    space = open_workspace(root, "2026-11-22T09:00")
    assert collecting.collect(space.library(), space.now) == (
        "http://b.kotauji.id",
        "https://a.kotauji.id/x",
        "https://k.kotauji.id/",
        "https://n.kotauji.id/",
        "https://www.c.kotauji.id/z",
    )


def test_three_nights(make_repo: MakeRepo, site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    body = f"- [Laporan tahunan]({site.url}/laporan)\n- [Peta]({site.url}/moved)\n"
    root = make_repo({"content/berita/2026/uji.md": news(body=body)})

    def night(day: int) -> tuple[int, str, str]:
        space = open_workspace(root, f"2026-11-{day}T01:23")
        status = links(space, Console("id"), "text", HASTE, SHORT)
        out, err = capsys.readouterr()
        name = site.url.removeprefix("http://")
        return status, out.replace(name, "situs"), err.replace(name, "situs")

    moved = (
        "content/berita/2026/uji.md:13:10: peringatan external-link: Halaman ini pindah untuk seterusnya "
        "(http://situs/fine). Pastikan isinya masih sama, lalu tulis alamat barunya.\n"
    )
    status, out, err = night(20)
    assert (status, [line for line in out.split("\n") if "external-link" in line]) == (0, [moved.rstrip("\n")])
    assert err == (
        "situs: 2 alamat\n✓ 2 alamat: 0 rusak, 0 baru gagal sekali, 1 pindah untuk seterusnya, 0 menolak program.\n"
    )

    site.gone.add("/laporan")
    status, out, err = night(21)
    assert (status, err.split("\n")[1]) == (
        0,
        "✓ 2 alamat: 0 rusak, 1 baru gagal sekali, 1 pindah untuk seterusnya, 0 menolak program.",
    )

    status, out, err = night(22)
    assert status == 1
    assert [line for line in out.split("\n") if "external-link" in line] == [
        "content/berita/2026/uji.md:12:21: kesalahan external-link: Rusak sejak 2026-11-21: halaman itu tidak ada lagi "
        "(404). Cari alamat barunya, tautkan ke salinan arsip, atau hapus tautannya; terakhir dapat dibuka pada "
        "2026-11-20.",
        moved.rstrip("\n"),
    ]
    assert err.split("\n")[1] == (
        "! 2 alamat: 1 rusak, 0 baru gagal sekali, 1 pindah untuk seterusnya, 0 menolak program."
    )

    site.gone.clear()
    status, out, err = night(23)
    assert (status, err) == (
        0,
        "situs: 2 alamat\n✓ 2 alamat: 0 rusak, 0 baru gagal sekali, 1 pindah untuk seterusnya, 0 menolak program.\n"
        "✓ http://situs/laporan dapat dibuka lagi setelah rusak sejak 2026-11-21.\n",
    )


def test_a_night_without_a_network_is_not_remembered(make_repo: MakeRepo) -> None:
    nowhere = f"http://127.0.0.1:{free_port()}"
    body = f"[satu]({nowhere}/1), [dua]({nowhere}/2), [tiga]({nowhere}/3)\n"
    root = make_repo({"content/berita/2026/uji.md": news(body=body)})
    with pytest.raises(NotSent) as error:
        links(open_workspace(root, "2026-11-22T09:00"), Console("id"), "text", HASTE, SHORT)
    assert error.value.say("id") == (
        "Tidak satu pun dari 3 alamat dapat dihubungi. Periksa jaringan mesin ini; tidak ada yang dicatat."
    )
    assert not (root / history.FILE).exists()
