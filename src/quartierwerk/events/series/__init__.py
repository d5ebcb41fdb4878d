"""How an event repeats: the rule, its dates, the form that asks for it, and the words for it."""
