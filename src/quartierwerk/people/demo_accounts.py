"""How to sign in to the demo; replaced by the people part."""


def sign_in_help() -> str:
    return ""
