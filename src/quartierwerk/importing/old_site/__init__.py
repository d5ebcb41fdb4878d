"""A whole old site: hundreds of pages from a folder or a file of JSON lines, read one after the other; docs/importing.md."""
