"""What the graph says of the chosen questions, as the projections need it."""

from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from hemicycle.networks.intervals import Interval, interval
from hemicycle.networks.reader import Mentioned, Reader, Values


class Facts:
    """The chosen questions with who asked and answered them, when, and on behalf of whom."""

    def __init__(
        self, reader: Reader, questions: tuple[str, ...], *, is_everything: bool = True
    ) -> None:
        self.reader = reader
        self.questions = questions
        self.is_everything = is_everything

    def said(self, curie: str) -> Iterator[tuple[str, str]]:
        """Each chosen question with each value that a property has of it."""
        values = self.reader.values(curie)
        for question in self.questions:
            for value in values.get(question, ()):
                yield question, value

    def asked_on(self, question: str) -> str | None:
        """The day of asking; the earliest where pages disagree."""
        return self.reader.first("hc:askedOn", question)

    def ministers(self, question: str) -> list[str]:
        """Who held the addressed post on that day; the post itself where that is not known."""
        holders = self.reader.values("hc:holderWhenAsked").get(question)
        return holders or self.reader.values("hc:addressedTo").get(question, [])

    def answers(self, question: str) -> list[str]:
        """The answers to a question."""
        return self._answers.get(question, [])

    def answered_on(self, question: str) -> str | None:
        """The day of the last answer."""
        received = self.reader.values("hc:receivedOn")
        days = [day for answer in self.answers(question) for day in received.get(answer, ())]
        return max(days, default=None)

    def days_to_answer(self, question: str) -> int | None:
        """The days to the first answer that has any."""
        days = self.reader.values("hc:daysToAnswer")
        found = [int(day) for one in self.answers(question) for day in days.get(one, ())]
        return min(found, default=None)

    def services(self, question: str) -> Counter[str]:
        """The services that sections of its answers speak for, and how many sections each."""
        sections = self.reader.values("hc:section")
        services = self.reader.values("hc:onBehalfOf")
        return Counter(
            service
            for answer in self.answers(question)
            for section in sections.get(answer, ())
            for service in services.get(section, ())
        )

    @cached_property
    def mentions_of_accounts(self) -> tuple[Mentioned, ...]:
        """The mentions of accounts on the pages of chosen questions."""
        of_pages, chosen = self.reader.questions_of_pages, frozenset(self.questions)
        accounts = self.reader.instances("foaf:OnlineAccount")
        return tuple(
            mention
            for mention in self.reader.mentions(accounts)
            if of_pages.get(mention.page) in chosen
        )

    @cached_property
    def accounts(self) -> dict[str, tuple[str, ...]]:
        """Each account that counts, with the chosen questions whose answers claim it, sorted.

        Where all questions are chosen, all accounts count; else those their pages name.
        """
        of_pages = self.reader.questions_of_pages
        named = {mention.body for mention in self.mentions_of_accounts}
        claims: dict[str, set[str]] = {account: set() for account in named}
        if self.is_everything:
            every = self.reader.instances("foaf:OnlineAccount")
            claims = {account: set() for account in every}
        for mention in self.mentions_of_accounts:
            if mention.is_claimed:
                claims[mention.body].add(of_pages[mention.page])
        return {account: tuple(sorted(found)) for account, found in sorted(claims.items())}

    @cached_property
    def question_of_section(self) -> dict[str, str]:
        """The chosen question that each section of an answer belongs to."""
        sections = self.reader.values("hc:section")
        return {
            section: question
            for question in self.questions
            for answer in self.answers(question)
            for section in sections.get(answer, ())
        }

    def when(self, question: str) -> Interval:
        """From the day of asking to that of the last answer, without end before there is one."""
        found = self._intervals.get(question)
        if found is None:
            found = interval(self.asked_on(question), self.answered_on(question))
            self._intervals[question] = found
        return found

    @cached_property
    def _intervals(self) -> dict[str, Interval]:
        return {}

    @cached_property
    def _answers(self) -> Values:
        return self.reader.subjects("hc:answers")
