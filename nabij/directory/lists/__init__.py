"""Lists people already have: a spreadsheet with one listing a row, as the same rows that a source of HSDS gives.

Pure but for `bringing.py`: a file in, rows and a report out.
"""
