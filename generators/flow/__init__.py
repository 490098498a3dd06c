"""How a flowchart is made: read a record into a chart, set its text, let D2 lay it out, draw it as clean SVG."""
