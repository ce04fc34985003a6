"""The gallery at /stijl/: every piece of the screens on one page, full and empty, with people who do not exist."""
