"""Jobs on standard input to answers in files: the process that a query runs in.

    python -m hemicycle.serve.worker DIR|ADDRESS MEGABYTES

It ends when its input does, and is ended by the system when the server is gone.
"""

import ctypes
import os
import resource
import signal
import sys
from pathlib import Path
from typing import BinaryIO

from hemicycle.opened import OpenBuild
from hemicycle.serve.evaluate import evaluate
from hemicycle.serve.messages import Job, Ready, framed, read_message
from hemicycle.serve.standing import open_standing

_PR_SET_PDEATHSIG = 1  # prctl(2)
_KILOBYTE = 1024


def main() -> None:
    """Evaluate jobs until there are no more."""
    where, megabytes = sys.argv[1], int(sys.argv[2])
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever prints must not break the frames
    end_with_parent()
    standing = open_standing(where)
    limit_memory(megabytes)
    _tell(answers, framed(Ready(build=standing.name)))
    _answer_jobs(standing.build, sys.stdin.buffer, answers)


def _answer_jobs(build: OpenBuild, jobs: BinaryIO, answers: BinaryIO) -> None:
    while (job := read_message(jobs, Job)) is not None:
        _tell(answers, framed(evaluate(build, job)))


def _tell(answers: BinaryIO, message: bytes) -> None:
    answers.write(message)
    answers.flush()


def end_with_parent() -> None:
    """Ask the system to kill this process when the thread that started it ends; Linux has it."""
    prctl = getattr(ctypes.CDLL(None), "prctl", None)
    if prctl is not None:
        prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def limit_memory(megabytes: int) -> None:
    """Let the process take so much more than it has now; what goes beyond ends it.

    RLIMIT_DATA counts what is written to, not the files of the store that RocksDB maps,
    which RLIMIT_AS would count as well.
    """
    most = _data_size() + megabytes * _KILOBYTE * _KILOBYTE
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if hard != resource.RLIM_INFINITY:
        most = min(most, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _data_size() -> int:
    """What RLIMIT_DATA counts of this process, in bytes; 0 where the system does not say."""
    status = Path("/proc/self/status")
    for line in status.read_text().splitlines() if status.exists() else ():
        if line.startswith("VmData:"):
            return int(line.split()[1]) * _KILOBYTE
    return 0


if __name__ == "__main__":
    main()
