"""Who may do what with announcements: who writes drafts, with the texts he gave himself; the town's editors with all.

Partners' feeds, examples and figures are for the town's editors, too (`may_publish`).
"""

from quartierwerk.events.permissions import may_edit_events, may_publish_events

may_import = may_edit_events
may_publish = may_publish_events
