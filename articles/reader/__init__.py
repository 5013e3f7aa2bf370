"""The readers' side: addresses, what each shows, and nothing else. It asks `public()` for everything."""
