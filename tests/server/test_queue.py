"""The queues in front of what takes a processor."""

from __future__ import annotations

import asyncio
import threading

import pytest

from server.errors import RefusedError, Trouble
from server.queue import WorkQueue
from tests.waiting import come_of


def test_refuses_when_too_many_wait() -> None:
    """With the queue full the next question is refused at once, and the first still gets its answer."""

    async def burst() -> str:
        queue, gate = WorkQueue("asks", waiting=1), threading.Event()
        first = asyncio.create_task(queue.run(lambda: gate.wait(10) and "answered"))
        await asyncio.sleep(0)
        with pytest.raises(RefusedError) as refused:
            await queue.run(lambda: "never")
        assert refused.value.trouble is Trouble.BUSY
        gate.set()
        return str(await first)

    assert come_of(burst()) == "answered"


def test_takes_questions_again_after_a_failure() -> None:
    """A call that fails gives its place back."""

    async def fail_then_ask() -> str:
        queue = WorkQueue("asks", waiting=1)
        with pytest.raises(ZeroDivisionError):
            await queue.run(lambda: 1 // 0)
        return await queue.run(lambda: "answered")

    assert come_of(fail_then_ask()) == "answered"


def test_so_many_calls_are_at_work_at_once() -> None:
    """Two that wait for each other both end where two may be at work."""

    async def both() -> str:
        queue, meeting = WorkQueue("asks", at_once=2), threading.Barrier(2)
        places = await asyncio.gather(*(queue.run(lambda: meeting.wait(10)) for _ in range(2)))
        return str(sorted(places))

    assert come_of(both()) == "[0, 1]"
