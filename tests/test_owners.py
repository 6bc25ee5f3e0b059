"""Who answers for an indicator: named in the ledger, undone like all else, asked by name."""

import pytest

from tests.cli.conftest import Guoban, blank, guoban
from tests.conftest import open_store
from tests.in_memory import CATALOGUE
from tracker.errors import BadValue
from tracker.owners import Owner, owned_by, owner_edit, owner_of, with_owners

__all__ = ["blank", "guoban"]
FUNDS = CATALOGUE.indicator("funds_in_place")


def settings(owner: Owner) -> dict[str, str]:
    edit = owner_edit(FUNDS, owner)
    return {} if edit.value is None else {edit.name: edit.value}


def test_the_catalogues_department_stands_until_another_is_named() -> None:
    assert owner_of({}, FUNDS).department == FUNDS.lead_department
    named = settings(Owner("省 商务厅", "张三", "李四"))
    assert owner_of(named, FUNDS) == Owner("省 商务厅", "张三", "李四")
    changed = with_owners(CATALOGUE, named)
    assert changed.indicator("funds_in_place").lead_department == "省 商务厅"
    assert with_owners(CATALOGUE, {}) is CATALOGUE
    assert settings(Owner()) == {}


def test_a_name_too_long_is_refused_and_nonsense_names_nobody() -> None:
    with pytest.raises(BadValue, match="责任领导太长（41 字）"):
        owner_edit(FUNDS, Owner(responsible="长" * 41))
    for text in ("[]", "x", "{"):
        assert owner_of({"owner.funds_in_place": text}, FUNDS).responsible == ""


def test_who_owns_nothing_is_told_who_does() -> None:
    named = settings(Owner("省商务厅", "张三"))
    assert [one.id for one in owned_by(CATALOGUE, named, "张三")] == ["funds_in_place"]
    with pytest.raises(BadValue, match=r"“王五”名下没有指标；写明过的有：.*张三"):
        owned_by(CATALOGUE, named, "王五")


def test_the_command_line_names_and_asks(guoban: Guoban, blank: str) -> None:
    where = ("--ledger", blank)
    said = guoban(
        "target", "owner", "gdp", "--department", "省统计局", "--reporter", "李四", *where
    )
    assert "牵头单位 省统计局，责任领导 未写明，填报人 李四" in said.out
    (held,) = guoban("target", "owners", "--person", "李四", "--json", *where).json
    assert (held["indicator"], held["department"]) == ("gdp", "省统计局")
    assert "名下没有指标" in guoban("target", "owners", "--person", "王五", *where).sentence
    assert "李四" in guoban("target", "owners", *where).out


def test_undo_gives_the_department_back(make_ledger) -> None:
    with open_store(make_ledger()) as store:
        shipped = store.catalogue.indicator("gdp").lead_department
        changes = store.record([owner_edit(store.catalogue.indicator("gdp"), Owner("甲"))], "改")
        assert store.catalogue.indicator("gdp").lead_department == "甲"
        assert store.snapshot().catalogue.indicator("gdp").lead_department == "甲"
        heads = store.chains.heads()
        store.revert(changes.revision, "撤销")
        assert store.catalogue.indicator("gdp").lead_department == shipped
        frozen = store.chains.frozen(heads, None)
        assert frozen.catalogue.indicator("gdp").lead_department == "甲"
