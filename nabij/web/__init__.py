"""The screens: one area per room (`web/<area>/{urls,views,forms}.py`), templates in `web/templates/<area>/`.

A view makes one domain call and holds no rule. What the screens share stands here: `faces.py` (what a view hands to
the pieces), `ringmap.py` and `sketch.py` (pictures), `days.py` (dates as people say them), `look.py` (what every page
knows), `templates/components/` (the pieces) and `gallery/` (the pieces on one page, at /stijl/).
"""
