"""What the test suite stands on: the browser, the database of a fresh installation, the hostile checks (docs/testing.md)."""
