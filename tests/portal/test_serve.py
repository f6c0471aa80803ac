"""The portal on this machine: real files, a real server on a free port, a real watcher and a real browser."""

from __future__ import annotations

import asyncio
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from queue import SimpleQueue
from threading import Event, Thread

import httpx
import pytest
from playwright.sync_api import expect

from chromium import Watch, chromium, write
from terbuka.errors import BuildError, Place, TerbukaError, UsageError
from terbuka.portal.preview import Preview
from terbuka.portal.serve import PortalServer, listen
from terbuka.text import Text, text

PAGE = '<!doctype html><html lang="id"><head><title>{words}</title></head><body><h1>{words}</h1></body></html>'
PATIENCE = 30.0
"""Seconds after which a test gives up; nothing waits that long unless it is broken."""


class Office:
    """A repository whose portal has one page, which says what stands in ``content/kata.md``."""

    def __init__(self, root: Path) -> None:
        self.root = write(root, {"content/kata.md": "Satu", "office.yml": "kota"})
        self.site_dir = root / "build" / "portal"
        self.said: SimpleQueue[str] = SimpleQueue()
        self.built: list[str] = []
        self.begun: SimpleQueue[str] = SimpleQueue()
        self.may_end = Event()
        self.may_end.set()

    def build(self) -> None:
        """Build the page; a text that begins with “Salah” is an error with markup in it."""
        words = (self.root / "content/kata.md").read_text()
        self.begun.put(words)
        assert self.may_end.wait(PATIENCE)
        self.built.append(words)
        if words.startswith("Salah"):
            raise BuildError(
                text("{document} has no page.", document="<title>"),
                text("Correct the link in the document, or publish what it leads to."),
                Place(Path("content/kata.md"), 3, 7),  # type: ignore[arg-type]
            )
        write(self.site_dir, {"index.html": PAGE.format(words=words), "404.html": PAGE.format(words="Tidak ada")})
        write(self.site_dir, {"data/index.json": "{}"})

    def save(self, words: str, name: str = "content/kata.md") -> None:
        """Save as editors do: no reader ever sees half a file."""
        fresh = self.root / "fresh"
        fresh.write_text(words)
        fresh.replace(self.root / name)

    def say(self, sentence: Text) -> None:
        self.said.put(sentence.say("id"))

    def complain(self, error: TerbukaError) -> None:
        self.said.put(error.say("id"))

    def heard(self) -> str:
        return self.said.get(timeout=PATIENCE)


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


@pytest.fixture
def url(office: Office) -> Iterator[str]:
    """The address of a preview of `office` that runs in another thread."""
    preview = Preview(office.root, office.site_dir, office.build, office.say, office.complain, "id")
    with listen(0) as listening:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/"
        thread = Thread(target=asyncio.run, args=(preview.run(listening),))
        thread.start()
        assert office.heard() == f"Portal dapat dibuka di {url}; tekan Ctrl-C untuk menghentikannya."
        yield url
        office.may_end.set()
        preview.stop()
        thread.join(PATIENCE)
        assert not thread.is_alive()


UP_TO_DATE = "Portal sudah mutakhir."
BROKEN = (
    "content/kata.md:3:7: <title> tidak memiliki halaman. "
    "Betulkan tautan dalam dokumennya, atau terbitkan halaman yang ditujunya."
)


def script(build: int) -> str:
    return f'<script src="/_terbuka/reload.js" data-build="{build}"></script>'


def test_the_finished_portal_is_served_with_its_own_404(office: Office) -> None:
    office.build()
    with PortalServer(office.site_dir) as portal, httpx.Client(base_url=portal.url) as client:
        answers = [
            client.get(path) for path in ("/", "/data/index.json", "/data", "/tidak/ada/", "/../office.yml")
        ]
        posted = client.post("/")
    assert [(a.status_code, a.headers["content-type"].split(";")[0]) for a in answers] == [
        (200, "text/html"),
        (200, "application/json"),
        (404, "text/html"),
        (404, "text/html"),
        (404, "text/html"),
    ]
    assert answers[0].text == PAGE.format(words="Satu")
    assert answers[3].text == PAGE.format(words="Tidak ada")
    assert posted.status_code == 405


def test_only_this_machine_is_served(office: Office) -> None:
    with listen(0) as listening:
        assert listening.getsockname()[0] == "127.0.0.1"


def test_a_port_that_is_taken_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(UsageError) as caught:
            listen(port)
    assert caught.value.say("id") == (
        f"Porta {port} sedang dipakai program lain. Hentikan program itu, atau pilih porta lain dengan --port."
    )


def test_the_script_is_in_answers_and_never_in_files(office: Office, url: str) -> None:
    assert office.heard() == UP_TO_DATE
    home, missing = httpx.get(url), httpx.get(f"{url}tidak-ada")
    assert home.text == PAGE.format(words="Satu").replace("</body>", f"{script(1)}</body>")
    assert (missing.status_code, missing.text) == (
        404,
        PAGE.format(words="Tidak ada").replace("</body>", f"{script(1)}</body>"),
    )
    assert (office.site_dir / "index.html").read_text() == PAGE.format(words="Satu")
    assert httpx.get(f"{url}data/index.json").text == "{}"


def test_a_save_rebuilds_and_tells_every_browser(office: Office, url: str) -> None:
    assert office.heard() == UP_TO_DATE
    with httpx.stream("GET", f"{url}_terbuka/events", timeout=PATIENCE) as events:
        told = (line for line in events.iter_lines() if line.startswith("data"))
        assert next(told) == "data: 1"
        office.save("Dua")
        assert next(told) == "data: 2"
        assert httpx.get(url).text == PAGE.format(words="Dua").replace("</body>", f"{script(2)}</body>")
        office.save("kota baru", "office.yml")
        assert next(told) == "data: 3"
    assert office.built == ["Satu", "Dua", "Dua"]


def test_saves_during_a_build_lead_to_one_more(office: Office, url: str) -> None:
    assert office.heard() == UP_TO_DATE
    assert office.begun.get(timeout=PATIENCE) == "Satu"
    office.may_end.clear()
    office.save("Dua")
    assert office.begun.get(timeout=PATIENCE) == "Dua"
    for words in ("Tiga", "Empat", "Lima"):
        office.save(words)
    office.may_end.set()
    assert office.begun.get(timeout=PATIENCE) == "Lima"
    assert [office.heard(), office.heard()] == [UP_TO_DATE, UP_TO_DATE]
    assert office.built[:3] == ["Satu", "Dua", "Lima"]


def test_a_page_waits_for_the_build_that_makes_it(office: Office, url: str) -> None:
    assert office.heard() == UP_TO_DATE
    assert office.begun.get(timeout=PATIENCE) == "Satu"
    office.may_end.clear()
    office.save("Dua")
    assert office.begun.get(timeout=PATIENCE) == "Dua"
    answers: SimpleQueue[str] = SimpleQueue()
    reader = Thread(target=lambda: answers.put(httpx.get(url, timeout=PATIENCE).text))
    reader.start()
    office.may_end.set()
    assert answers.get(timeout=PATIENCE) == PAGE.format(words="Dua").replace("</body>", f"{script(2)}</body>")
    reader.join()


def test_a_failed_build_is_shown_instead_of_a_stale_page(office: Office, url: str) -> None:
    assert office.heard() == UP_TO_DATE
    office.save("Salah")
    assert office.heard() == BROKEN
    answer = httpx.get(url)
    assert answer.status_code == 500
    assert answer.text[answer.text.index("<main>") : answer.text.index("</main>")] == (
        "<main>\n<h1>Portal tidak dapat dibangun</h1>\n"
        "<p>Perbaiki lalu simpan; halaman akan kembali dengan sendirinya.</p>\n<ol>\n"
        "<li><code>content/kata.md:3:7</code><p><strong>&lt;title&gt; tidak memiliki halaman.</strong></p>"
        "<p>Betulkan tautan dalam dokumennya, atau terbitkan halaman yang ditujunya.</p></li>\n</ol>\n"
    )
    office.save("Dua")
    assert office.heard() == UP_TO_DATE
    assert httpx.get(url).status_code == 200


def test_a_bug_in_the_build_stops_the_server(office: Office) -> None:
    def broken() -> None:
        raise ZeroDivisionError

    preview = Preview(office.root, office.site_dir, broken, office.say, office.complain, "id")
    with listen(0) as listening, pytest.raises(ZeroDivisionError):
        asyncio.run(preview.run(listening))


@pytest.mark.browser
def test_the_browser_follows_by_itself(office: Office, url: str) -> None:
    with chromium() as browser:
        page = browser.new_page()
        watch = Watch(page)
        page.goto(url)
        heading = page.locator("h1")
        expect(heading).to_have_text("Satu")
        office.save("Dua")
        expect(heading).to_have_text("Dua", timeout=PATIENCE * 1000)
        office.save("Salah lagi")
        expect(heading).to_have_text("Portal tidak dapat dibangun", timeout=PATIENCE * 1000)
        office.save("Tiga")
        expect(heading).to_have_text("Tiga", timeout=PATIENCE * 1000)
        assert watch.abroad == []


PROGRAM = """\
import sys
from pathlib import Path
from terbuka.portal.serve import serve
def say(sentence):
    sys.stdout.write(sentence.key + "\\n")
    sys.stdout.flush()
serve(Path(sys.argv[1]), lambda: None, 0, say, say, "id")
sys.stdout.write("Selesai")
"""


def test_ctrl_c_ends_it_without_a_word(tmp_path: Path) -> None:
    command = [sys.executable, "-c", PROGRAM, str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        assert [server.stdout.readline(), server.stdout.readline()] == [
            "The portal is at {address}; Ctrl-C stops it.\n",
            "The portal is up to date.\n",
        ]
        server.send_signal(signal.SIGINT)
        out, err = server.communicate(timeout=PATIENCE)
    assert (server.returncode, out, err) == (0, "Selesai", "")
