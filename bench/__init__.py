"""How fast HSCMS is: `make bench`. Nothing here is a test, and no test asserts a time."""
