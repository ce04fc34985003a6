"""Coming in: the page behind an invitation's link, and the page behind a code on somebody's screen."""
