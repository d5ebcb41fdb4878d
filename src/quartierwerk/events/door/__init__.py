"""The entrance on the day: who is let in, by search or camera, and the lists."""
