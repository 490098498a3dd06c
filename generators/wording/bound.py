"""The words of a bound book that no page of the site has."""

from __future__ import annotations

from schemas.words import Word, Words


class BoundWords(Words):
    """A handbook bound as a book, and where its page offers it."""

    bound_holder = Word("持有人", "Holder")
    bound_effective = Word("{date} 起施行", "in force from {date}")
    bound_approval = Word("审批页", "Approval")
    bound_signature = Word("签字", "Signature")
    bound_revisions = Word("修订记录", "Revision record")
    bound_revised_by = Word("修订人签字", "Revised by")
    bound_given = Word("发放记录", "Distribution record")
    bound_given_to = Word("发给", "Given to")
    bound_contents = Word("目录", "Contents")
    bound_appendix = Word("附录 {number}　{title}", "Appendix {number}: {title}")
    bound_forms = Word("空白表单", "Blank forms")
    bound_forms_lead = Word(
        "以下各表每种一份，供复印。表脚的 12 位指纹与手册网站上该表的指纹一致的，是现行表。",
        "One of each form, to be copied. A form is current if the twelve characters at its foot are those that the "
        "handbook’s site shows for it.",
    )
    bound_terms_lead = Word("本册用到的术语。", "The terms that this book uses.")
    bound_laws_lead = Word("本册引用的法规，及引用处。", "The laws that this book rests on, and where.")
    bound_listed = Word("本册所收文件", "What this book holds")
    bound_check = Word("怎样核对本册是不是现行版", "How to check whether this book is current")
    bound_check_book = Word(
        "全书指纹：{fingerprint}。手册网站上本手册的首页写着现行印刷本的指纹；两者一致，本册就是现行版。",
        "Fingerprint of the book: {fingerprint}. The first page of this handbook on its site names that of the current "
        "book: if the two agree, this book is current.",
    )
    bound_check_record = Word(
        "不一致时，逐份核对：上表的指纹与网站上该文件页末的指纹一致的，该文件没有改过。改过的，以网站为准。",
        "If they differ, compare record by record: one whose fingerprint above is that at the end of its page on the "
        "site has not changed. Where it has, the site prevails.",
    )
    bound_count = Word("共 {records} 份文件、{forms} 张表单。", "Records: {records}; forms among them: {forms}.")
    bound_page = Word("第 {page} 页 共 {pages} 页", "Page {page} of {pages}")
    bound_book = Word("印刷本", "Bound book")
    bound_pdf = Word("PDF，{pages} 页", "PDF, {pages} pages")
    bound_word = Word("Word", "Word")
    bound_fingerprint = Word("指纹 {fingerprint}", "fingerprint {fingerprint}")
