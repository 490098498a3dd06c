"""Talks with one customer after another, each kept as soon as it is over."""

from __future__ import annotations

from collections.abc import Collection
from functools import partial
from random import Random

from training.progress import Progress
from training.study.customers import Customer, customers_of
from training.study.desk import Desk, LeftError
from training.study.keeping import Keeping
from training.study.play import Play
from training.study.role_play import role_play


def practise(desk: Desk, play: Play, keeping: Keeping, random: Random) -> None:
    """Play customers until somebody leaves; one of them where nobody sits at a terminal.

    Args:
        desk: where they are played.
        play: the script or the fault tree.
        keeping: whose progress it is.
        random: chooses customers and lines.

    Raises:
        ProgressUnreadableError: the progress is broken.
        OSError: it cannot be read or written; what stood there still does.
    """
    customers = customers_of(play)
    progress = keeping.now()
    while True:
        customer = next_customer(customers, progress.customers(play.address), random)
        result = role_play(desk, play, customer, random)
        if result is None:
            return
        progress = keeping.change(partial(_kept, keeping, play, customer, result))
        desk.has_kept = True
        done = set(progress.customers(play.address)) & {each.key for each in customers}
        desk.show(desk.practice.ways_done.format(n=len(done), all=len(customers)), "dim")
        if not desk.is_live:
            return
        try:
            desk.ask(desk.t.another)
        except LeftError:
            return


def next_customer(customers: Collection[Customer], met: Collection[str], random: Random) -> Customer:
    """A customer whose key is none of those *met*, as long as there is one."""
    return random.choice([customer for customer in customers if customer.key not in met] or list(customers))


def _kept(keeping: Keeping, play: Play, customer: Customer, result: tuple[int, int], progress: Progress) -> Progress:
    at = int(keeping.clock().timestamp() * 1000)
    return progress.with_talk(play.address, customer.key, at, *result)
