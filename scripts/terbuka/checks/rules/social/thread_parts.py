"""A thread holds together: every part says something, they are numbered alike, and links stand in one place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from terbuka.checks import rule, written
from terbuka.checks.finding import Finding, Severity
from terbuka.checks.rule import Context, Depends, Family
from terbuka.checks.written import Post
from terbuka.text import Text, text
from terbuka.words.document import Document

ID = "thread-parts"
FAMILY = Family.SOCIAL
DEPENDS = Depends.DOCUMENT
SUMMARY = text("The parts of a thread are whole sentences, numbered alike, and none is only a link or hashtags.")
SOURCE = ""
SEVERITY = Severity.WARNING

check_library = rule.nothing_in_library

MOST = 4
"""Parts. Who has more to say, says it on the portal."""

_NUMBER = re.compile(
    r"^\W{0,3}(?P<first>\d{1,2})\s?(?:/|dari|of)\s?(?P<total>\d{1,2})\b(?![/.,]?\d)|"
    r"(?<![\d/.,])(?P<last>\d{1,2})\s?/\s?(?P<last_total>\d{1,2})\W{0,3}$"
)
_LINK = re.compile(r"https?://\S+", re.I)
_TAG = re.compile(r"(?<![\w&/])[#＃]\w+")
_WHOLE = re.compile(r"[.!?…:)\]\"”’»]\W{0,6}$")
_HANGING = re.compile(
    r"(?:,|;|–|-|\b(?:dan|atau|karena|yang|untuk|dengan|di|ke|dari|tetapi|and|or|because|the|to|of))\W{0,3}$", re.I
)


def check_document(document: Document, context: Context) -> Iterator[Finding]:
    """Yield what keeps a thread from being understood part by part."""
    threads: dict[str, list[Post]] = {}
    for post in written.posts(document):
        if post.parts > 1:
            threads.setdefault(post.account, []).append(post)
        elif _LINK.search(post.words):
            yield from _own_link(document, post, context.office.base)
    for posts in threads.values():
        yield from _thread(document, posts, context.office.base)


def _thread(document: Document, posts: Sequence[Post], base: str) -> Iterator[Finding]:
    yield from _numbers(document, posts)
    if len(posts) > MOST:
        yield _finding(
            document,
            posts[MOST],
            text("The thread has {count} parts.", count=len(posts)),
            text("Say it in at most {most}, and leave the rest to the page.", most=MOST),
        )
    with_links = [post for post in posts if _LINK.search(post.words)]
    with_tags = [post for post in posts if _TAG.search(post.words)]
    for post in with_links[1:]:
        yield _finding(
            document,
            post,
            text("Links stand in several parts of this thread."),
            text("Put them into one part; the link to the page is added to the first one by itself."),
        )
    for post in with_tags[1:]:
        yield _finding(
            document,
            post,
            text("Hashtags stand in several parts of this thread."),
            text("Put them into one part, or into the field “hashtags”."),
        )
    for index, post in enumerate(posts):
        if post in with_links[:1]:
            yield from _own_link(document, post, base)
        yield from _part(document, post, posts[:index], posts[index + 1 : index + 2])


def _part(document: Document, post: Post, earlier: Sequence[Post], following: Sequence[Post]) -> Iterator[Finding]:
    words = _bare(post.words)
    if not re.search(r"[^\W\d_]", words):
        yield _finding(
            document,
            post,
            text("Part {part} says nothing: it holds only a link, hashtags or signs.", part=post.index + 1),
            text("Put them into another part; every part can be shared alone."),
            Severity.ERROR,
        )
    elif words.casefold() in {_bare(other.words).casefold() for other in earlier}:
        yield _finding(
            document,
            post,
            text("Part {part} says the same as one before it.", part=post.index + 1),
            text("Leave it out; platforms refuse a post that repeats another."),
            Severity.ERROR,
        )
    elif following and (_HANGING.search(words) or (not _WHOLE.search(words) and _goes_on(following[0]))):
        yield _finding(
            document,
            post,
            text("Part {part} ends in the middle of a sentence.", part=post.index + 1),
            text("End each part with a whole sentence; every part can be shared alone."),
        )


def _goes_on(post: Post) -> bool:
    """Tell whether a part begins with a small letter."""
    return re.match(r"\W*[a-z]", _bare(post.words)) is not None


def _numbers(document: Document, posts: Sequence[Post]) -> Iterator[Finding]:
    """Yield the parts that are not numbered as the others are."""
    found = [number_of(post.words) for post in posts]
    numbered = [number for number in found if number]
    if len(numbered) < 2 and not any(total == len(posts) for _, total in numbered):  # noqa: PLR2004
        return  # one alone is a date or a fraction
    for post, number in zip(posts, found, strict=True):
        right = (post.index + 1, post.parts)
        if number is None:
            yield _finding(
                document,
                post,
                text("Other parts are numbered, but part {part} is not.", part=post.index + 1),
                text(
                    "Write “{part}/{total}”, or leave out all numbers; platforms show the order anyway.",
                    part=right[0],
                    total=right[1],
                ),
            )
        elif number != right:
            yield _finding(
                document,
                post,
                text(
                    "The number is {said}, but this is part {part} of {total}.",
                    said=f"{number[0]}/{number[1]}",
                    part=right[0],
                    total=right[1],
                ),
                text(
                    "Write “{part}/{total}”, or leave out all numbers; platforms show the order anyway.",
                    part=right[0],
                    total=right[1],
                ),
                Severity.ERROR,
            )


def number_of(words: str) -> tuple[int, int] | None:
    """Return the number of a part and the total that its text gives, such as 1/3 at its beginning or end."""
    match = _NUMBER.search(words.strip())
    if match is None:
        return None
    first, total = match["first"] or match["last"], match["total"] or match["last_total"]
    return int(first), int(total)


def _own_link(document: Document, post: Post, base: str) -> Iterator[Finding]:
    for match in _LINK.finditer(post.words):
        if match[0].startswith(base.rstrip("/")):
            yield _finding(
                document,
                post,
                text("The link to the portal is written by hand; it is added by itself."),
                text("Delete it; the link that is added also proves that the post went out."),
            )
            return


def _bare(words: str) -> str:
    """Return `words` without links, hashtags and the number of the part."""
    return _NUMBER.sub("", _TAG.sub("", _LINK.sub("", words)).strip()).strip()


def _finding(document: Document, post: Post, what: Text, to_do: Text, severity: Severity = SEVERITY) -> Finding:
    return Finding(ID, severity, document.place(*post.keys), what, to_do, SOURCE)
