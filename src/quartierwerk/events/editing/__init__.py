"""Events in the editors' tools."""
