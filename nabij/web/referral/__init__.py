"""Referrals: asking it of somebody else, answering what was asked, and reading how it goes."""
