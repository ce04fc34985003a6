"""Letters on their way: the words of a mail, the jobs that send it, the worker that runs them."""
