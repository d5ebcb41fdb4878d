"""What speaks for a name as a place, and how much. An event takes the one that is worth most near it (where.py)."""

SIGNS = {
    "known": 6.0,
    "label": 5.5,
    "address": 5.0,
    "head": 3.0,
    "vague": 1.0,
    "quoted": 1.0,
    "in": 1.0,
    "near": 0.6,
    "bei": 0.3,
    "trip": 2.6,
    "host": 3.2,
    "turned": 4.0,
    "small": 3.0,
    "bracketed": 1.6,
    "online": 2.6,
    "at": 0.2,
}
