"""SCORM 1.2: a course as a package for a learning management system.

A module is a SCO of its own: an LMS keeps one status, one score and 4,096 characters for each SCO, so that its list
shows which module is done, and leaving one in the middle loses nothing of another.
"""
