"""The social map (sociale kaart): who offers what, where, when and through whom, in the form of HSDS 3.

Words: organization, service, location, schedule, taxonomy term, confirmation (klopt nog).
It never holds anything about somebody who asks, and never orders people; everybody may read all of it.
"""
