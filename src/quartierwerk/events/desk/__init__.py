"""The desk's pages of events and registrations, and the phone desk."""
