"""The messages of the program: what must stand in the catalogues of translations."""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from tests.translations.literals import ROOT, marked, sources, tree
from tracker.catalogue_words import catalogue_words
from tracker.language import DOMAIN, FOLDER
from tracker.language_choice import ENGLISH

_NO_DAY = datetime(2026, 1, 1, tzinfo=UTC)
"""A day in the header would be another at every run."""
_CATALOGUE = "resources/catalogue"


def po_file(language: str = ENGLISH) -> Path:
    """Return where a language's translations are edited."""
    return FOLDER / language / "LC_MESSAGES" / f"{DOMAIN}.po"


def mo_file(language: str = ENGLISH) -> Path:
    """Return where the program reads them."""
    return po_file(language).with_suffix(".mo")


def messages() -> Iterator[tuple[str, str, str | None]]:
    """Yield each message with the file it stands in and its context, file by file."""
    for path in sources():
        place = path.relative_to(ROOT).as_posix()
        for context, text in marked(tree(path)):
            yield text, place, context
    for word in dict.fromkeys(catalogue_words()):
        yield word, _CATALOGUE, None


def translated(language: str = ENGLISH) -> Catalog:
    """Read the translations of a language."""
    with po_file(language).open("rb") as file:
        return read_po(file, locale=language, domain=DOMAIN)


def updated(held: Catalog) -> Catalog:
    """Return the catalogue of today's messages, with what is translated already."""
    new = Catalog(
        locale=held.locale, domain=DOMAIN, project="guoban", version="1", fuzzy=False,
        header_comment="# Chinese is the source; `make translations` keeps this file.",
        creation_date=_NO_DAY, revision_date=_NO_DAY,
        msgid_bugs_address="the project", last_translator="the project", language_team="en",
    )  # fmt: skip
    for text, place, context in messages():
        before = held.get(text, context)
        string = "" if before is None else before.string
        new.add(text, string, [(place, 0)], context=context)
    return new


def po_bytes(catalog: Catalog) -> bytes:
    """Write a catalogue as text: by file, so that two people's lines seldom meet."""
    out = BytesIO()
    write_po(out, catalog, width=100, include_lineno=False, sort_by_file=True, ignore_obsolete=True)
    return out.getvalue()


def mo_bytes(catalog: Catalog) -> bytes:
    """Compile a catalogue."""
    out = BytesIO()
    write_mo(out, catalog)
    return out.getvalue()
