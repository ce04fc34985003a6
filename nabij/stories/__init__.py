"""What matters: stories around a person or household, the promises in them, in the resident's own words first.

A story has no phases, no required steps and no forms: one sentence is enough, and everything may be done in any order.
"""
