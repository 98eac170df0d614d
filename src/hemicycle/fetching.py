"""Questions to a folder of their pages, and of those that their relations name: one round."""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from hemicycle.errors import HemicycleError
from hemicycle.fetch import (
    Address,
    Client,
    Clock,
    Exchange,
    Fetched,
    FetchError,
    FetchReport,
    Folder,
    Manners,
    Tally,
    Warc,
    fetch_page,
    fetch_report,
    is_cut,
)
from hemicycle.judging import judge, named_questions, read_record
from hemicycle.progress import Progress
from hemicycle.wanted import FetchRequest, wanted


def fetch(
    request: FetchRequest,
    out: Path,
    manners: Manners,
    progress: Progress,
    say: Callable[[str], None],
    *,
    warc: Path | None = None,
    clock: Clock | None = None,
) -> FetchReport:
    """Fetch what is wanted into `out`; each address without a page is told to `say`.

    What stops it on its way stands in its report; all that was kept stays, and the
    same call goes on from there. Raises FetchError when it cannot even begin.
    """
    time = clock or Clock()
    begun = time.monotonic()
    tally = Tally()
    stopped: str | None = None
    with _round(request, out, manners, tally, warc, time) as it:
        try:
            it.walk(progress, say)
        except FetchError as error:
            stopped = str(error)
        except OSError as error:
            stopped = f"{out}: cannot be written ({error.strerror})"
        except KeyboardInterrupt:
            stopped = "interrupted"
    return fetch_report(tally, time.monotonic() - begun, stopped)


class _Round:
    """One round: what it needs of the host and of the folder, and the counts so far."""

    def __init__(
        self, request: FetchRequest, manners: Manners, client: Client, folder: Folder, tally: Tally
    ) -> None:
        self._request = request
        self._manners = manners
        self._client = client
        self._folder = folder
        self._tally = tally
        self._in_a_row = 0

    def walk(self, progress: Progress, say: Callable[[str], None]) -> None:
        """Ask for the questions wanted, then for those that their pages name, and so on."""
        self._folder.begin(self._request.again)
        known = dict.fromkeys(self._request.questions)
        waiting = tuple(known)
        stage = "asking for pages"
        while waiting:
            places = tuple(wanted(self._request, waiting))
            progress.stage(stage, len(places))
            named: dict[str, None] = {}
            for address in places:
                named.update(dict.fromkeys(self._one(address, say)))
                progress.advance()
            waiting = tuple(question for question in named if question not in known)
            known.update(named)
            stage = "asking for pages that these name"
        self._folder.end()

    def _one(self, address: Address, say: Callable[[str], None]) -> tuple[str, ...]:
        """Fetch one page; the questions its relations name, where they are followed."""
        fetched = fetch_page(address, self._client, self._folder, self._judge)
        self._tally.outcomes[fetched.outcome] += 1
        if fetched.problem is not None:
            say(f"{address.url}: {fetched.outcome}: {fetched.problem}")
        self._count_in_a_row(fetched)
        if fetched.body is None or not self._request.family:
            return ()
        try:
            return named_questions(read_record(address, fetched.body))
        except HemicycleError as error:  # it was kept before, and is another page by now
            say(f"{address.url}: what it names cannot be read: {error.problem}")
            return ()

    def _judge(self, address: Address, exchange: Exchange) -> str | None:
        problem = judge(address, exchange.body)
        if problem is None and not self._request.unclosed and is_cut(exchange):
            return "is HTML that never closes, so perhaps cut short (--unclosed keeps it)"
        return problem

    def _count_in_a_row(self, fetched: Fetched) -> None:
        """Raise FetchError when one address after another has failed: nobody is served by more."""
        is_bad = fetched.outcome in ("failed", "refused")
        self._in_a_row = self._in_a_row + 1 if is_bad else 0
        if self._in_a_row >= self._manners.in_a_row:
            raise FetchError(
                f"{self._in_a_row} addresses in a row had no good answer",
                remedy="start again later: the same command goes on from here",
            )


@contextmanager
def _round(
    request: FetchRequest,
    out: Path,
    manners: Manners,
    tally: Tally,
    warc: Path | None,
    clock: Clock,
) -> Iterator[_Round]:
    """A round with its folder, its archive and its connection open."""
    try:
        folder = Folder(out)
    except OSError as error:
        raise FetchError(f"cannot be written ({error.strerror})", file=out) from error
    with closing(folder), _archive(warc, manners) as archive:

        def record(exchange: Exchange) -> None:
            tally.statuses[exchange.status] += 1
            if archive is not None:
                archive.add(exchange)

        with closing(Client(request.origin, manners, clock, record)) as client:
            yield _Round(request, manners, client, folder, tally)


@contextmanager
def _archive(path: Path | None, manners: Manners) -> Iterator[Warc | None]:
    if path is None:
        yield None
        return
    with closing(Warc(path, manners)) as archive:
        yield archive
