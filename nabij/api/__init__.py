"""What machines may ask: the open data of the social map (HSDS 3.0 and HSDS-UK), for everybody, without an account.

Words: open data, page, question. It only reads, always as nobody, and never holds what is said of somebody's story.
"""
