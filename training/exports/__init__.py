"""A course in the formats of other systems: SCORM 1.2, GIFT, Moodle XML and Anki.

What is exported is published. So everything here takes a `PracticePool` and refuses an `ExamPool`: an item that is kept
for exams cannot leave.
"""
