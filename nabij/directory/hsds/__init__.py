"""Reading HSDS (Open Referral's standard for social maps) in all the shapes it has in everyday life.

Pure: files in, rows and a report out. It knows neither the database nor the clock.
"""
