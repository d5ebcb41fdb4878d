"""Publishing, moving, cancelling and promoting at the desk."""
