"""Who answers for an indicator: 牵头单位, 责任领导, 填报人, kept in a setting `owner.<id>`."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from types import MappingProxyType

from tracker.edits import SettingEdit
from tracker.errors import BadValue
from tracker.indicators import Catalogue, Indicator
from tracker.json_text import read_json

OWNER_SETTING = "owner."
"""Settings of this prefix say who answers for an indicator, as JSON."""
_LONGEST = 40
_WORDS = {"department": "牵头单位", "responsible": "责任领导", "reporter": "填报人"}


@dataclass(frozen=True, slots=True)
class Owner:
    """Three different people; an empty department means the one that the catalogue ships."""

    department: str = ""
    responsible: str = ""
    reporter: str = ""

    @property
    def people(self) -> tuple[str, ...]:
        """Everyone who is named."""
        return tuple(name for name in (self.department, self.responsible, self.reporter) if name)


NOBODY = Owner()


def owner_of(settings: Mapping[str, str], indicator: Indicator) -> Owner:
    """Return who answers for an indicator; its department is the catalogue's where none is set."""
    held = _read(settings.get(OWNER_SETTING + indicator.id, ""))
    return replace(held, department=held.department or indicator.lead_department)


def owner_edit(indicator: Indicator, owner: Owner) -> SettingEdit:
    """Return the edit that names an indicator's owners. Raises BadValue for a name too long."""
    written = {name: " ".join(text.split()) for name, text in asdict(owner).items()}
    for name, text in written.items():
        if len(text) > _LONGEST:
            raise BadValue(
                f"{indicator.name}的{_WORDS[name]}太长（{len(text)} 字），请不超过 {_LONGEST} 字。"
            )
    kept = {name: text for name, text in written.items() if text}
    setting = json.dumps(kept, ensure_ascii=False, sort_keys=True) if kept else None
    return SettingEdit(OWNER_SETTING + indicator.id, setting)


def owned_by(
    catalogue: Catalogue, settings: Mapping[str, str], person: str
) -> tuple[Indicator, ...]:
    """Return what a person or department answers for. Raises BadValue for who owns nothing."""
    everyone: dict[str, list[Indicator]] = {}
    for indicator in catalogue.indicators.values():
        for name in dict.fromkeys(owner_of(settings, indicator).people):
            everyone.setdefault(name, []).append(indicator)
    found = everyone.get(" ".join(person.split()))
    if not found:
        named = "、".join(list(everyone)[:12]) or "还没有写明"
        raise BadValue(f"“{person}”名下没有指标；写明过的有：{named}。")
    return tuple(found)


def with_owners(catalogue: Catalogue, settings: Mapping[str, str]) -> Catalogue:
    """Return the catalogue with the departments that a ledger names in place of the shipped."""
    changed = {}
    for name in settings:
        indicator = catalogue.indicators.get(name.removeprefix(OWNER_SETTING))
        if name.startswith(OWNER_SETTING) and indicator is not None:
            department = owner_of(settings, indicator).department
            if department != indicator.lead_department:
                changed[indicator.id] = replace(indicator, lead_department=department)
    if not changed:
        return catalogue
    return replace(catalogue, indicators=MappingProxyType({**catalogue.indicators, **changed}))


def _read(text: str) -> Owner:
    """Read a setting; what nobody of us wrote names nobody."""
    try:
        held = read_json(text) if text else {}
        return Owner(*(str(held.get(name, "")) for name in _WORDS))
    except (ValueError, AttributeError):
        return NOBODY
