"""Who may do what with needs; who said something is known to those who answer residents, and to nobody else."""

from quartierwerk.people.permissions import may_answer_residents

may_moderate = may_answer_residents
