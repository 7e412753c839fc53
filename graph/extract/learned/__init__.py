"""What documents read by people taught: how like the telling of an engagement the words around a date are."""
