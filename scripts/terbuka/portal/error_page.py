"""A build that failed, as a page that its writer can read."""

from __future__ import annotations

from html import escape
from string import Template

from terbuka.errors import TerbukaError
from terbuka.portal.verify import NotVerified
from terbuka.text import text

_PAGE = Template("""\
<!doctype html>
<html lang="$language">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>$title</title>
<style>
body { font: 1.125rem/1.6 system-ui, sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff }
h1 { font-size: 1.5rem; border-left: .4rem solid #b3261e; padding-left: .8rem }
li { margin: 1rem 0 }
code { background: #f1f1f1; padding: .1rem .3rem; overflow-wrap: anywhere }
p { margin: .3rem 0; overflow-wrap: anywhere }
</style>
</head>
<body>
<main>
<h1>$title</h1>
<p>$waiting</p>
<ol>
$items
</ol>
</main>
</body>
</html>
""")  # noqa: E501  a line of CSS

_ITEM = Template("<li>$place<p><strong>$what</strong></p><p>$to_do</p></li>")
_PLACE = Template("<code>$place</code>")


def render(error: TerbukaError, language: str) -> str:
    """Return a whole page that tells of `error` in `language`."""
    failures = error.failures if isinstance(error, NotVerified) else (error,)
    return _PAGE.substitute(
        language=escape(language),
        title=escape(text("The portal cannot be built").say(language)),
        waiting=escape(text("Correct this and save; the page comes back by itself.").say(language)),
        items="\n".join(_item(failure, language) for failure in failures),
    )


def _item(error: TerbukaError, language: str) -> str:
    return _ITEM.substitute(
        place=_PLACE.substitute(place=escape(str(error.place))) if error.place else "",
        what=escape(error.what.say(language)),
        to_do=escape(error.to_do.say(language)),
    )
