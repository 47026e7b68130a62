"""What is printed: dataclasses in, PDF bytes out. Dates come in with the data; one thread at a time."""
