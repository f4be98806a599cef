"""Reading without keeping: what `read` and `locate` print."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

from harmledger.adapters.fetch.inputs import inputs
from harmledger.collect.raw import Raw
from harmledger.config import Config
from harmledger.errors import InputError
from harmledger.model.account import Reading
from harmledger.model.explain import Explanation
from harmledger.model.issue import Issue
from harmledger.pipeline.filing import Clock, unclashed
from harmledger.pipeline.read import Located, Read, ReaderPlan, Task, read_many, refusal
from harmledger.pipeline.run import Progress, now
from harmledger.pipeline.stages import PlacesPlan
from harmledger.pipeline.wiring import reader_plan


def looked_at(
    raws: Iterable[Raw | InputError],
    plan: ReaderPlan,
    jobs: int = 1,
    progress: Progress | None = None,
    clock: Clock = now,
) -> Iterator[Read | Issue]:
    """What came of each input, in their order; an Issue for each that is refused."""
    today = clock().date()
    tasks = (refusal(i) if isinstance(i, InputError) else Task(i, today) for i in raws)
    for done, (_, outcome) in enumerate(unclashed(read_many(tasks, plan, jobs)), 1):
        if progress:
            progress(done, None)
        if outcome.refused is not None:
            yield outcome.refused
        elif outcome.read is not None:
            if not outcome.read.whole:
                yield outcome.read.reading.issues[-1]
            yield outcome.read


def read_inputs(
    paths: Sequence[str], config: Config, stdin: BinaryIO | None = None, progress: Progress | None = None
) -> Iterator[Reading | Issue]:
    """What files, folders and stdin say, a Reading a report; an Issue for each that is refused or could not be read."""
    plan = reader_plan(config)
    found = looked_at(inputs(paths, stdin, config.max_bytes), plan, config.jobs, progress)
    return (one if isinstance(one, Issue) else one.reading for one in found)


@dataclass(frozen=True, slots=True)
class Explained:
    """A reading, and what made each of its claims."""

    reading: Reading
    explanations: tuple[Explanation, ...]


def explain_inputs(
    paths: Sequence[str], config: Config, stdin: BinaryIO | None = None, progress: Progress | None = None
) -> Iterator[Explained | Issue]:
    """As `read_inputs`, each claim with the pattern and the words of the lexicon that made it."""
    plan = reader_plan(config, explains=True)
    for one in looked_at(inputs(paths, stdin, config.max_bytes), plan, config.jobs, progress):
        yield one if isinstance(one, Issue) else Explained(one.reading, one.explained)


def locate_inputs(
    paths: Sequence[str], config: Config, stdin: BinaryIO | None = None, progress: Progress | None = None
) -> Iterator[Located | Issue]:
    """The places that files, folders and stdin tell of, in the order of the text; an Issue for each refused input."""
    plan = PlacesPlan(config.gazetteer, config.languages)
    for one in looked_at(inputs(paths, stdin, config.max_bytes), plan, config.jobs, progress):
        if isinstance(one, Issue):
            yield one
        else:
            yield from one.places
