"""The sample edition is what `make demo` shows: whole, invented, and there in one step."""

from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from articles.models import Article, ContactCard, Page, Photo
from articles.sample import ACCOUNTS, load_sample
from articles.story import read_public_story

SAMPLE = Path(__file__).resolve().parents[1] / "sample"
pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded():
    return list(load_sample(folder=SAMPLE))


def test_demo_accounts_are_refused_where_others_could_log_in(settings) -> None:
    settings.DEBUG = False
    with pytest.raises(CommandError):
        call_command("load_sample")
    assert not get_user_model().objects.exists()


def test_it_goes_in_whole_and_in_public(loaded) -> None:
    assert not [outcome for outcome in loaded if outcome.failure]
    assert Page.objects.public().count() == len(loaded) >= 4
    assert ContactCard.objects.public().get().entries.count() == 5


def test_every_caption_has_a_credit_and_a_picture(loaded) -> None:
    assert Photo.objects.count() >= 4
    for photo in Photo.objects.all():
        assert photo.credit
        assert (photo.picture.width, photo.picture.height) == (1600, 1067)


def test_one_story_runs_over_three_pages_one_over_two_and_one_waits(loaded) -> None:
    lengths = sorted(
        len(read_public_story(a).parts) for a in Article.objects.filter(previous=None) if a.continues_on
    )
    assert lengths == [1, 2, 3]
    assert [a.continues_on for a in Article.objects.waiting()] == ["7"]


def test_it_is_read_without_a_defect_that_an_editor_would_have_to_mend(loaded) -> None:
    found = {defect.code for outcome in loaded for defect in outcome.parsed.defects}
    assert found <= {"doubtful-title-split"}


def test_a_second_start_changes_nothing(loaded) -> None:
    before = list(Article.objects.values()), list(Photo.objects.values())
    assert all(outcome.report.unchanged for outcome in load_sample(folder=SAMPLE))
    assert (list(Article.objects.values()), list(Photo.objects.values())) == before


def test_the_accounts_can_log_in(loaded, client) -> None:
    for account in ACCOUNTS:
        assert client.login(username=account.name, password=account.password)


def test_the_command_prints_the_accounts(capsys, settings) -> None:
    settings.DEBUG = True
    call_command("load_sample")
    printed = capsys.readouterr().out
    assert all(account.name in printed and account.password in printed for account in ACCOUNTS)
