"""What the pages say and what typing means: pure functions beside the window, without Qt."""
