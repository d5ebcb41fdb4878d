from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models
from django.db.models.functions import Lower
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from quartierwerk.core import clock


class Role(models.TextChoices):
    """Who somebody is to the platform; what each may do stands in `people/permissions.py`."""

    RESIDENT = "resident", _("Bewohnerin oder Bewohner")
    ORGANISATION = "organisation", _("Vertretung eines Akteurs")
    COORDINATOR = "coordinator", _("Projektkoordination")
    MODERATOR = "moderator", _("Moderation")
    NEIGHBOURHOOD_MANAGER = "manager", _("Quartiersentwicklung")
    EDITOR = "editor", _("Redaktion")
    ANALYST = "analyst", _("Auswertung")
    ADMINISTRATOR = "administrator", _("Administration")


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **fields: object) -> "User":
        user = self.model(email=email.strip().lower(), **fields)
        user.set_password(password)
        user.save()
        return user

    def create_superuser(self, email: str, password: str | None = None, **fields: object) -> "User":
        return self.create_user(email, password, is_superuser=True, **fields)

    def get_by_natural_key(self, email: str | None) -> "User":
        return self.get(email__iexact=email)


class User(AbstractBaseUser, PermissionsMixin):
    """An account: an e-mail address that somebody can sign in with. The human being is `Person`."""

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    email = models.EmailField(
        _("E-Mail"),
        unique=True,
        error_messages={"unique": _("Zu dieser E-Mail-Adresse gibt es schon ein Konto.")},
    )
    name = models.CharField(_("Name"), max_length=120, blank=True)
    is_active = models.BooleanField(_("Aktiv"), default=True)
    date_joined = models.DateTimeField(_("Seit"), default=clock.now, editable=False)

    objects = UserManager()

    class Meta:
        verbose_name = _("Konto")
        verbose_name_plural = _("Konten")
        ordering = ["email"]
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_once",
                violation_error_message=_("Zu dieser E-Mail-Adresse gibt es schon ein Konto."),
            )
        ]

    def __str__(self) -> str:
        return self.name or self.email

    @cached_property
    def role_names(self) -> frozenset[str]:
        """The roles of this account, read once; `people.actions` forgets them with every change."""
        return frozenset(assignment.role for assignment in self.roles.all())

    @property
    def is_staff(self) -> bool:
        """Whether the account works for the town, as Django's own tools ask."""
        return self.is_active and (self.is_superuser or not self.role_names.isdisjoint(STAFF_ROLES))

    def get_full_name(self) -> str:
        return self.name or self.email

    def get_short_name(self) -> str:
        return self.name or self.email

    @property
    def first_name(self) -> str:
        """Wagtail's admin asks for it."""
        return self.name

    @property
    def last_name(self) -> str:
        return ""

    def get_username(self) -> str:
        return self.email


STAFF_ROLES = frozenset(
    {Role.MODERATOR, Role.NEIGHBOURHOOD_MANAGER, Role.EDITOR, Role.ANALYST, Role.ADMINISTRATOR}
)


class RoleAssignment(models.Model):
    """One role of one account.

    A neighbourhood manager works everywhere or in named quarters (`places.Quarter.staff`).
    """

    user = models.ForeignKey(User, verbose_name=_("Konto"), on_delete=models.CASCADE, related_name="roles")
    role = models.CharField(_("Rolle"), max_length=20, choices=Role)
    everywhere = models.BooleanField(_("In allen Quartieren"), default=True)

    class Meta:
        verbose_name = _("Rolle")
        verbose_name_plural = _("Rollen")
        ordering = ["user_id", "role"]
        constraints = [
            models.UniqueConstraint(
                fields=["user", "role"],
                name="role_once_per_user",
                violation_error_message=_("Diese Rolle hat das Konto schon."),
            ),
            models.CheckConstraint(
                condition=models.Q(everywhere=True) | models.Q(role=Role.NEIGHBOURHOOD_MANAGER),
                name="only_managers_have_quarters",
                violation_error_message=_(
                    "Nur die Quartiersentwicklung kann auf einzelne Quartiere beschränkt werden."
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.get_role_display()}"
