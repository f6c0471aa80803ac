"""What attached files hold besides what is seen: one file a format, and a table that names them all."""
