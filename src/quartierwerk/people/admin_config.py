from wagtail.users.apps import WagtailUsersAppConfig


class AccountsInAdminConfig(WagtailUsersAppConfig):
    """Wagtail's user administration, with our accounts and roles."""

    user_viewset = "quartierwerk.people.admin_accounts.AccountViewSet"
