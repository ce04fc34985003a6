"""What is right: dilemmas told without names, voices that stay blind until all have spoken, and what was decided.

Nobody here reads a voice before its time, whoever raised it included; and nothing here leads to the story.
"""
