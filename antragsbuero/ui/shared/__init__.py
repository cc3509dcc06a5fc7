"""What several screens share: tasks, events, theme, icons, errors."""
