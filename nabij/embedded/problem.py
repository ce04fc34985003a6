"""What the embedded server says when it cannot do its work."""


class ServerProblem(Exception):
    """The embedded server cannot be used; the text is one sentence or two, fit for a terminal."""
