"""An exam on paper for a class: papers, answer sheets, the key, the practical and the sign-in sheet, as Word files."""
