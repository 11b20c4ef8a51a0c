"""The end of the page's server."""

import threading

import pytest

from chatham.review.page import Page
from chatham.store import Store


@pytest.fixture
def page(tmp_path):
    """A page over an empty store, not yet served."""
    with Store.open(tmp_path / "s.sqlite") as store:
        yield Page(store, who="Reviewer")


def ends(work) -> bool:
    """Whether it comes to its end; were it to wait for ever, the test would not."""
    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(300)
    return not thread.is_alive()


def test_a_page_that_was_never_served_can_be_closed(page):
    assert ends(page.close)


def test_a_page_that_was_closed_before_it_is_served_answers_nothing(page):
    assert ends(page.close)
    assert ends(page.serve)


def test_closing_ends_the_serving_in_another_thread(page):
    serving = threading.Thread(target=page.serve, daemon=True)
    serving.start()
    assert ends(page.close)
    serving.join(300)
    assert not serving.is_alive()


def test_an_interrupt_in_the_middle_of_serving_leaves_a_page_that_can_be_closed(page, monkeypatch):
    def interrupted():
        raise KeyboardInterrupt

    monkeypatch.setattr(page._server, "handle_request", interrupted)
    with pytest.raises(KeyboardInterrupt):
        page.serve()
    assert ends(page.close)
