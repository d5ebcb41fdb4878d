"""Settings of one installation, split by concern; each module reads what it needs from `environment.env`.

Order matters only where a later module builds upon an earlier one.
"""

from .accounts import *
from .apps import *
from .content import *
from .installation import *
from .languages import *
from .logs import *
from .mail import *
from .security import *
from .storage import *
