"""What is due, what one worked on, the first steps."""
