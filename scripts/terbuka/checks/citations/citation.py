"""A regulation that a text names by type, number and year."""

from __future__ import annotations

from dataclasses import dataclass

UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class Citation:
    """A regulation named by type, number and year.

    Attributes:
        start: the offset of its first character.
        end: the offset behind the year.
        words: as written, from `start` to `end`.
        head: the name of its type as written; "" for the further ones of a list.
        office: the office or place behind the type: ``Keuangan`` in ``Peraturan Menteri Keuangan``.
        type: the short type, such as ``UU``; that of the register where it has one.
        number: as written, without the year: ``14``, ``112/PMK.03``.
        year: such as 2008.
        mark: what announces the number: ``Nomor``, ``No.``; "" if nothing does.
        link: what announces the year: ``Tahun``, ``/``.
        title_start: the offset of the title behind “tentang”; -1 if there is none.
        title_end: the offset behind the title.
        inside: True within the title of another regulation.
    """

    start: int
    end: int
    words: str
    head: str
    office: str
    type: str
    number: str
    year: int
    mark: str
    link: str
    title_start: int = UNKNOWN
    title_end: int = UNKNOWN
    inside: bool = False

    @property
    def titled(self) -> bool:
        """Tell whether a title follows."""
        return self.title_start != UNKNOWN

    @property
    def reach(self) -> int:
        """The offset behind the citation, its title included."""
        return max(self.end, self.title_end)
