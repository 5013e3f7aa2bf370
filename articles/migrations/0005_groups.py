"""The groups of a small newsroom, with what each may do."""

from django.apps import apps as installed
from django.contrib.auth.management import create_permissions
from django.db import migrations

PAPER = ("edition", "page", "staff", "article", "authorship", "author", "photo", "contactcard", "contactentry")
MACHINE = ("rawpage", "reading", "defect", "review", "correction")
READING = {f"view_{model}" for model in (*PAPER, *MACHINE)}
WRITING = {f"{act}_{model}" for act in ("add", "change") for model in ("article", "authorship", "author", "photo")}
EDITING = {f"{act}_{model}" for act in ("add", "change") for model in PAPER} | {
    "delete_staff",
    "delete_authorship",
    "delete_contactentry",
    "delete_photo",
    "add_rawpage",
    "sign_first",
    "sign_second",
}
CLEARING = {"sign_final", "publish_article", "correct_article", "withdraw_article", "delete_article"}
ACCOUNTS = {f"{act}_{model}" for act in ("view", "add", "change", "delete") for model in ("user", "group")}

GROUPS = {
    "reporter": READING | WRITING | {"delete_authorship"},
    "editor": READING | EDITING,
    "final reviewer": READING | EDITING | CLEARING,
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
    dependencies = [("articles", "0004_reviews"), ("auth", "0012_alter_user_first_name_max_length"), ("contenttypes", "0002_remove_content_type_name")]

    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
