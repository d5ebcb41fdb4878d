"""The cache in front of Django for anonymous readers; see docs/performance.md. Replaced by the platform part."""


def watch_models() -> None:
    """Notice every committed change of public content."""
