"""What is due over all Vorgänge."""
