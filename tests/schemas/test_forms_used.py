"""Which forms a record takes."""

from __future__ import annotations

from schemas.forms_used import forms_of, forms_signed
from schemas.library import Library
from tests.schemas.content import COMPLAINTS, FRONT_DESK, Content

BOOK = "greentown-after-sales"


def ids(library: Library, address: str) -> list[str]:
    """The ids of the forms of a record."""
    return [form.id for form in forms_of(library, library.entries[f"{BOOK}/{address}"])]


def test_a_form_goes_with_itself(library: Library) -> None:
    """Whoever asks for a form gets that form."""
    assert ids(library, "forms/key-loan-register") == ["key-loan-register"]


def test_a_procedure_takes_what_its_steps_name_once_each(library: Library) -> None:
    """A form that several steps name is there once, in the order of the steps."""
    assert ids(library, "procedures/complaint-handling") == ["complaint-register", "complaint-report"]


def test_a_procedure_takes_what_recurs_and_what_is_kept(content: Content) -> None:
    """Forms that only periodic work or a kept record names are among a procedure's forms."""
    content.change(COMPLAINTS, "records:\n", "records:\n  - {form: GT-R-KF-28, by: front-desk, note: 归档}\n")

    assert ids(content.library(), "procedures/complaint-handling")[-1] == "opinion-survey"


def test_a_role_takes_the_forms_of_what_it_does_and_of_its_duties(library: Library) -> None:
    """A role takes the forms of the steps that it does, then those that its duties say to see."""
    assert ids(library, "roles/front-desk") == ["complaint-register", "complaint-report", "key-loan-register"]


def test_a_role_takes_what_a_duty_links_to(content: Content) -> None:
    """A form named in the words of a duty is among the role's forms."""
    content.change(FRONT_DESK, "借出钥匙逐件登记，当班事当班清", '"见[[forms/opinion-survey]]"')

    assert ids(content.library(), "roles/front-desk")[-1] == "opinion-survey"


def test_a_role_takes_the_forms_of_its_periodic_work(content: Content) -> None:
    """Who does what recurs gets the forms of it."""
    content.change(COMPLAINTS, "by: service-centre-manager\n    do: 按类别", "by: department-head\n    do: 按类别")

    assert ids(content.library(), "roles/department-head") == ["complaint-report", "complaint-register"]


def test_a_role_that_helps_takes_nothing(content: Content) -> None:
    """Who only helps with a step gets no form for it."""
    content.change(COMPLAINTS, "    do: 在登记表写明", "    with: [department-head]\n    do: 在登记表写明")

    assert ids(content.library(), "roles/department-head") == ["complaint-report"]


def test_forms_that_a_role_signs(library: Library) -> None:
    """A form that names a role is one that it signs or fills a part of; a procedure that does is no form."""
    signed = forms_signed(library, library.entries[f"{BOOK}/roles/front-desk"])

    assert [form.id for form in signed] == ["key-loan-register"]


def test_other_kinds_take_none(library: Library) -> None:
    """A policy is not printed with forms."""
    assert ids(library, "policies/service-promises") == []


def test_the_forms_are_in_the_language_of_the_view(library: Library) -> None:
    """Forms of an English procedure have English titles."""
    view = library.view("en")
    titles = [form.record.title for form in forms_of(view, view.entries[f"{BOOK}/procedures/complaint-handling"])]

    assert all(title.isascii() for title in titles)
