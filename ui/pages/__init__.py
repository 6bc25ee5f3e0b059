"""The pages of the window, one file a page. Pages do not know each other."""
