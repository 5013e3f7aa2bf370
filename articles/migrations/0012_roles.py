"""The groups in full: with proofreading, with what only some may delete, and with accounts kept by the operator."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

PAPER = ("edition", "page", "staff", "article", "authorship", "author", "photo", "contactcard", "contactentry")
PROOFREADING = ("houseword", "waiver")
MACHINE = ("rawpage", "reading", "defect", "review", "correction")

READING = {f"view_{model}" for model in (*PAPER, *PROOFREADING, *MACHINE)}
# A reporter enters new names; what an author is called everywhere is for editors.
WRITING = {f"{act}_{model}" for act in ("add", "change") for model in ("article", "authorship", "photo")} | {"add_author"}
EDITING = {f"{act}_{model}" for act in ("add", "change") for model in PAPER}
ROWS = {f"delete_{model}" for model in ("staff", "authorship", "contactentry", "photo")}
TELLING = {"add_houseword", "change_houseword", "delete_houseword", "add_waiver", "delete_waiver"}
REVIEWING = {"sign_first", "sign_second"}
CLEARING = {"sign_final", "publish_article", "correct_article", "withdraw_article"}
REMOVING = {f"delete_{model}" for model in ("edition", "page", "article", "author", "contactcard")}
# An account is closed and not deleted: its deeds stay on record. What a group may do, a superuser says.
ACCOUNTS = {"view_user", "add_user", "change_user", "view_group"}

EDITOR = READING | EDITING | ROWS | TELLING | REVIEWING | {"add_rawpage"}
GROUPS = {
    "reporter": READING | WRITING | {"delete_authorship"},
    "editor": EDITOR,
    "final reviewer": EDITOR | CLEARING | REMOVING,
    "operator": READING | ACCOUNTS | {"add_rawpage"},
}


def make_groups(apps, schema_editor):
    for label in ("articles", "auth"):
        # permissions are made after all migrations otherwise, too late for this one
        create_permissions(installed.get_app_config(label), apps=apps, verbosity=0, using=schema_editor.connection.alias)
    Group, Permission = apps.get_model("auth", "Group"), apps.get_model("auth", "Permission")
    for name, codenames in GROUPS.items():
        permissions = Permission.objects.filter(codename__in=codenames, content_type__app_label__in=("articles", "auth"))
        missing = codenames - set(permissions.values_list("codename", flat=True))
        if missing:
            raise LookupError(f"no permissions {sorted(missing)}")
        group, _ = Group.objects.get_or_create(name=name)
        group.permissions.set(permissions)


class Migration(migrations.Migration):
    dependencies = [("articles", "0011_corrections_have_versions")]

    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
