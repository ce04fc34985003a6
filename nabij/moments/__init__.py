"""What happened: moments between people, and the ties in somebody's own network.

One line is a whole moment. What somebody gives, and that it is too much, stands here by their own word, in one circle.
"""
