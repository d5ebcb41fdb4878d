"""How days and hours are written, where Django's own form of a language is not this town's; see settings/languages.py."""
