"""Settings of one installation, split by concern; each module reads what it needs from `environment.env`.

Order matters only where a later module builds upon an earlier one.
"""

from .installation import *
from .apps import *
from .storage import *
from .languages import *
from .security import *
from .accounts import *
from .mail import *
from .content import *
from .logs import *
