"""Which pages there are, in the order of the navigation, and how each is made when first opened."""

from collections.abc import Callable
from dataclasses import dataclass

from ui.backup_keeper import BackupKeeper
from ui.pages.page import Page
from ui.preferences import Preferences
from ui.session import Session
from ui.theme import Theme
from ui.widgets.nav_bar import NavEntry


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a page may be made from."""

    session: Session
    preferences: Preferences
    theme: Theme
    keeper: BackupKeeper


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page: how the navigation shows it and how it is made."""

    nav: NavEntry
    make: Callable[[Surroundings], Page]


def _overview(given: Surroundings) -> Page:
    from ui.pages.overview import OverviewPage

    return OverviewPage(given.session, given.theme)


def _entry(given: Surroundings) -> Page:
    from ui.pages.entry import EntryPage

    return EntryPage(given.session, given.theme, given.keeper)


def _charts(given: Surroundings) -> Page:
    from ui.pages.charts import ChartsPage  # brings matplotlib in, so only when it is wanted

    return ChartsPage(given.session, given.theme, given.preferences)


def _regions(given: Surroundings) -> Page:
    from ui.pages.regions import RegionsPage

    return RegionsPage(given.session, given.theme)


def _inspection(given: Surroundings) -> Page:
    from ui.pages.inspection import InspectionPage

    return InspectionPage(given.session, given.theme)


def _targets(given: Surroundings) -> Page:
    from ui.pages.targets import TargetsPage

    return TargetsPage(given.session, given.theme, given.keeper)


def _rules(given: Surroundings) -> Page:
    from ui.pages.rules import RulesPage

    return RulesPage(given.session, given.theme)


def _bulletin(given: Surroundings) -> Page:
    from ui.pages.bulletin import BulletinPage

    return BulletinPage(given.session, given.theme)


def _meetings(given: Surroundings) -> Page:
    from ui.pages.meetings import MeetingsPage

    return MeetingsPage(given.session, given.theme)


def _ledger(given: Surroundings) -> Page:
    from ui.pages.ledger import LedgerPage

    return LedgerPage(given.session, given.theme, given.keeper)


ENTRIES = (
    PageEntry(NavEntry("overview", "总览", "ruler", "Ctrl+1"), _overview),
    PageEntry(NavEntry("entry", "填报", "table-2", "Ctrl+2"), _entry),
    PageEntry(NavEntry("charts", "图表", "chart-column", "Ctrl+3"), _charts),
    PageEntry(NavEntry("regions", "市州", "map", "Ctrl+4"), _regions),
    PageEntry(
        NavEntry("inspection", "督查", "clipboard-check", "Ctrl+5", badge="badt"), _inspection
    ),
    PageEntry(NavEntry("targets", "目标", "target", "Ctrl+6", set_apart=True), _targets),
    PageEntry(NavEntry("bulletin", "通报", "file-text", "Ctrl+7"), _bulletin),
    PageEntry(NavEntry("meetings", "会议", "lock", "Ctrl+0"), _meetings),
    PageEntry(NavEntry("rules", "规则", "sliders", "Ctrl+9"), _rules),
    PageEntry(NavEntry("ledger", "数据与备份", "database", "Ctrl+8", at_foot=True), _ledger),
)
