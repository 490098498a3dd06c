"""The library: finding records as seen from a handbook, who uses them, and their texts in two languages."""

from __future__ import annotations

import dataclasses

import pytest

from schemas.form import Form
from schemas.library import Library, Use
from schemas.procedure import Procedure
from schemas.scalars import Id
from tests.schemas.content import BOOK, CATALOGUE, COMPLAINTS, KEYS, POLICY, Content

HOME = "greentown-after-sales"
COMPLAINT = f"{HOME}/procedures/complaint-handling"
SCRIPT = "call-scripts/scripts/hold-and-call-back"


class TestFind:
    """A reference means a record as seen from one handbook."""

    @pytest.mark.parametrize(
        ("reference", "handbook", "address"),
        [
            ("GT-BF-KF-001", HOME, COMPLAINT),
            ("GT-BF-KF-001#handle", HOME, COMPLAINT),
            ("procedures/complaint-handling", HOME, COMPLAINT),
            (f"{HOME}/procedures/complaint-handling", "call-scripts", COMPLAINT),
            ("GT-BF-KF-001", "call-scripts", COMPLAINT),
            ("1.1.5", "call-scripts", SCRIPT),
            ("procedures/complaints", HOME, COMPLAINT),
            (f"{HOME}/procedures/complaints#receive", "call-scripts", COMPLAINT),
            ("procedures/complaint-handling", "call-scripts", None),
            ("procedures/complaints", "call-scripts", None),
            ("GT-BF-KF-999", HOME, None),
            ("scripts/gone", HOME, None),
            ("", HOME, None),
        ],
    )
    def test_by_code_address_part_and_former_address(
        self, library: Library, reference: str, handbook: str, address: str | None
    ) -> None:
        """Its own handbook first; a code of another handbook when only one has it."""
        entry = library.find(reference, handbook)

        assert (entry.address if entry else None) == address

    def test_a_code_that_two_other_handbooks_have_means_neither(self, content: Content) -> None:
        """Seen from a third, it is ambiguous; seen from its own, it is not."""
        content.change("handbook/call-scripts/roles/agent.yaml", "title: 话务客服", "title: 话务客服\ncode: GT-R-KF-13")
        library = content.library()

        assert library.find("GT-R-KF-13", "third") is None
        assert library.find("GT-R-KF-13", HOME) is not None

    def test_a_role_is_found_by_its_id(self, library: Library) -> None:
        """In its own handbook, or named with another's."""
        assert library.actor_title("front-desk", HOME) == "客服前台"
        assert library.actor_title("call-scripts/agent", HOME) == "话务客服"
        assert library.actor_title("resident", HOME) == "业主"
        assert library.actor_title("nobody", HOME) == "nobody"
        assert library.role("agent", HOME) is None

    def test_a_renamed_role_is_found_by_its_former_id(self, content: Content) -> None:
        """Steps that still name it mean the new one."""
        role = f"{BOOK}/roles/service-officer.yaml"
        content.write(f"{BOOK}/roles/care-officer.yaml", content.read(role) + "formerly: [roles/service-officer]\n")
        (content.root / role).unlink()
        content.change(f"{BOOK}/handbook.yaml", "roles/service-officer", "roles/care-officer")

        assert content.check() == []
        assert content.library().actor_title("service-officer", HOME) == "客服专员"


class TestOrder:
    """Menus list records as the chapters do."""

    def test_handbooks_stand_in_the_order_of_the_library(self, library: Library) -> None:
        """Not by id."""
        assert list(library.handbooks) == [HOME, "call-scripts"]

    def test_records_stand_in_the_order_of_the_chapters(self, library: Library) -> None:
        """Named by code or address, nested or not."""
        assert [entry.id for entry in library.of_handbook(HOME)][4:13] == [
            "department-head", "control-room", "customer-service", "repair-technician", "order-guard",
            "complaint-handling", "night-leak", "service-promises", "desk-management",
        ]  # fmt: skip
        assert [entry.id for entry in library.of_kind("forms", HOME)] == [
            "key-loan-register", "complaint-register", "complaint-report", "opinion-survey",
            "repair-bill", "missed-visit-card", "duty-roster", "qualification-register", "complaint-month",
        ]  # fmt: skip
        assert [entry.address for entry in library.of_kind("scripts")] == [SCRIPT]


class TestEntry:
    """A record in its place."""

    def test_it_knows_its_address_page_file_and_parts(self, library: Library) -> None:
        """Everything that can be pointed at is a part."""
        entry = library.entries[COMPLAINT]

        assert (entry.url, entry.path.as_posix(), entry.of.name) == (f"{COMPLAINT}.html", COMPLAINTS, "procedure")
        assert entry.parts["grade"].anchor == "step-grade"
        assert entry.parts["can-answer"].title == "前台能否当场答复清楚？"

    def test_it_cannot_be_changed(self, library: Library) -> None:
        """Nor can the library, a mapping or a record."""
        entry = library.entries[COMPLAINT]
        with pytest.raises(dataclasses.FrozenInstanceError):
            entry.id = "x"  # type: ignore[misc]
        with pytest.raises(TypeError):
            library.entries["x"] = entry  # type: ignore[index]
        with pytest.raises(ValueError, match="frozen"):
            entry.record.title = entry.record.title  # type: ignore[misc]


class TestUses:
    """Who refers to a record, and where."""

    def test_every_reference_is_a_use_with_its_place(self, library: Library) -> None:
        """Steps, links inside texts, courses, duties, keys of responsibilities: by ids, in library order."""
        guide = library.entries[f"{HOME}/guides/front-desk-essentials"]
        role = library.entries[f"{HOME}/roles/service-officer"]
        uses = [(use.entry.id, ".".join(use.path)) for use in library.uses(guide)]

        assert uses == [("complaint-handling", "scope"), ("front-desk-induction", "modules.manners.read.0")]
        assert ("complaint-handling", "responsibilities.service-officer") in [
            (use.entry.id, ".".join(use.path)) for use in library.uses(role)
        ]

    def test_a_record_is_no_use_of_itself(self, library: Library) -> None:
        """Its former address does not count."""
        assert all(use.entry.address != COMPLAINT for use in library.uses(library.entries[COMPLAINT]))

    def test_a_use_across_handbooks_is_one(self, library: Library) -> None:
        """The induction practises a script of the other handbook."""
        course = library.entries[f"{HOME}/courses/front-desk-induction"]

        assert Use(course, ("modules", "manners", "practise", "0")) in library.uses(library.entries[SCRIPT])


class TestTexts:
    """A text is cut for a reader, or told in plain words."""

    def test_links_blanks_and_values_are_resolved(self, library: Library) -> None:
        """A link shows the title of what it means, a blank its name, a project value the value."""
        entry = library.entries[COMPLAINT]
        text = "见[[GT-R-KF-26]]和[[GT-ZY-KF-002#voice]]，问{name}，打{project.phone}。"

        assert library.plain(text, entry) == "见投诉登记表和声音，问〔姓名〕，打0571-0000-0000。"
        assert [(s.kind, s.text, s.target.id if s.target else "", s.part) for s in library.segments(text, entry)] == [
            ("text", "见", "", ""),
            ("link", "投诉登记表", "complaint-register", ""),
            ("text", "和", "", ""),
            ("link", "声音", "front-desk-essentials", "voice"),
            ("text", "，问", "", ""),
            ("blank", "姓名", "", ""),
            ("text", "，打", "", ""),
            ("text", "0571-0000-0000", "", ""),
            ("text", "。", "", ""),
        ]

    def test_a_part_whose_heading_is_a_sentence_is_cited_by_its_record(self, library: Library) -> None:
        """A line that is said, a rule: the script; a beginning by its name too. A symptom is a heading."""
        entry = library.entries[SCRIPT]
        text = "[[1.1.5#explain]]|[[1.1.5#sixty-seconds]]|[[1.1.5#call-back]]|[[troubleshooting/no-sound#silence]]"

        assert library.plain(text, entry).split("|") == [
            "顾客在线等待", "顾客在线等待", "顾客在线等待·回拨", "接起来没有声音"
        ]  # fmt: skip
        view = library.view("en")
        assert view.plain("[[1.1.5#call-back]]", view.entries[SCRIPT]) == "Customer on hold: Calling back"

    def test_what_means_nothing_is_shown_as_it_stands(self, library: Library) -> None:
        """`check` has said so; a page is still a page."""
        entry = library.entries[COMPLAINT]

        assert library.plain("[[Q-9]] {qq} {project.qq}", entry) == "Q-9 〔qq〕 {project.qq}"

    def test_a_form_has_blanks_of_its_own(self, library: Library) -> None:
        """Their titles come from the form."""
        entry = library.entries[f"{HOME}/forms/opinion-survey"]

        assert library.plain("请于{until}前", entry, {"until": "截止日期"}) == "请于〔截止日期〕前"


class TestViews:
    """The same library in another language."""

    def test_every_text_is_english_and_nothing_else_changes(self, library: Library) -> None:
        """Titles, steps, choices, project values and the names of blanks; fingerprints, codes and order stay."""
        english = library.view("en")
        procedure = english.entries[COMPLAINT].record
        form = english.entries[f"{HOME}/forms/key-loan-register"].record
        assert isinstance(procedure, Procedure)
        assert isinstance(form, Form)

        assert procedure.title == "Handling customer complaints"
        assert procedure.steps[0].heading == "Taking the complaint"
        assert form.fields()[6].choices[Id("letter")] == "Letter"
        assert english.settings.title == "Customer service handbooks"
        assert english.handbooks[HOME].file.parties[Id("resident")].title == "Resident"
        assert english.actor_title("resident", HOME) == "Resident"
        assert english.plain("{name}", english.entries[COMPLAINT]) == "〔Name〕"
        assert [e.fingerprint for e in english.entries.values()] == [e.fingerprint for e in library.entries.values()]
        assert procedure.code == "GT-BF-KF-001"

    def test_views_lead_back_and_are_made_once(self, library: Library) -> None:
        """The Chinese of the English of the Chinese is the Chinese."""
        assert library.view("en") is library.view("en")
        assert library.view("en").view("zh") is library
        assert library.view("zh") is library
        assert library.view("en").lang == "en"

    def test_a_record_is_walked_once_in_each_language(self, library: Library) -> None:
        """Its scalars are those of the language of its view, and the same for everybody who asks."""
        entry, english = library.entries[COMPLAINT], library.view("en").entries[COMPLAINT]

        assert entry.leaves is entry.leaves
        assert entry.leaves[0].value == "客户投诉处理管理办法"
        assert english.leaves[0].value == "Handling customer complaints"

    def test_a_missing_translation_falls_back(self, content: Content) -> None:
        """Half a translation is shown as far as it goes."""
        context = 'msgctxt "procedures/complaint-handling#title"\nmsgid "客户投诉处理管理办法"\nmsgstr '
        content.change(CATALOGUE, f'{context}"Handling customer complaints"', f'{context}""')
        english = content.library().view("en").entries[COMPLAINT].record

        assert english.title == "客户投诉处理管理办法"
        assert english.summary is not None
        assert english.summary.startswith("A resident complains")

    def test_a_fuzzy_translation_is_not_shown(self, content: Content) -> None:
        """What may be wrong is not told to customers."""
        context = 'msgctxt "procedures/complaint-handling#title"'
        content.change(CATALOGUE, context, f"#, fuzzy\n{context}")

        assert content.library().view("en").entries[COMPLAINT].record.title == "客户投诉处理管理办法"


def test_a_reference_in_any_field_is_a_use(content: Content) -> None:
    """A policy that names the form in an article uses it; taken out, it does not."""
    entry = content.entry(KEYS)
    assert POLICY in [use.entry.path.as_posix() for use in content.library().uses(entry)]

    content.change(POLICY, "forms: [GT-R-KF-13]", "forms: [GT-R-KF-28]")
    assert POLICY not in [use.entry.path.as_posix() for use in content.library().uses(entry)]
