"""Advises a data set of NDJSON profiles on Spark, with `dteam batch` as a filter for each partition.

    spark-submit advise.py --dteam ./dteam --date 2026-01-01 profiles.ndjson advised

writes into the folder `advised`, which must not exist yet:

    kind=advices/    the advice for each record on a line, or the rows of a table, in the order of the partition
    kind=rejected/   the faulty records as they were
    kind=summaries/  the summary of each partition (the contract `dteam.batch/1`), one line each
    steps/           one table: for how many municipalities each step comes up
"""

from __future__ import annotations

import argparse
import os
import shlex
import signal
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO

import pyarrow as pa
from pyspark import SparkContext, SparkFiles
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as f

FILTER = Path(__file__).resolve().with_name("filter")
FORMS = {
    "ndjson": ["--format", "ndjson"],
    "steps": ["--rows", "steps"],
    "municipalities": ["--rows", "municipalities"],
    "nothing": ["--summary-only"],
}
"""What is written for each municipality, as `dteam batch` is told."""

LINES = "kind string, value string"
SUMMARY = (
    "municipalities long, rejected long, doubtful long, "
    "steps array<struct<rule string, title string, municipalities long, first_five long, now long>>"
)
"""Of a summary, what can be added up."""

BLOCK = 1 << 22
"""So many bytes of the filter's output become one Arrow batch."""


def marked(line: str) -> tuple[str, str]:
    """The kind and text of a line that the filter has marked (see there).

    Raises:
        RuntimeError: if the program could not do its work; this fails the task.
    """
    kind, _, text = line[1:].partition("\t")
    if kind == "failed":
        raise RuntimeError(f"dteam batch: {text}".replace("\t", "\n"))
    return {"rejected": "rejected", "summary": "summaries"}[kind], text


def by_pipe(lines: DataFrame, program: str, arguments: list[str]) -> DataFrame:
    """By `rdd.pipe`: the shortest way. Every line passes through Python as text."""
    context = lines.sparkSession.sparkContext
    folder = shipped_to(context)
    command = [f"{folder}/filter", f"{folder}/{program}", *arguments]
    told = lines.rdd.map(lambda row: row.value).pipe(shlex.join(command), env={"PATH": os.defpath}, checkCode=True)
    kinds = told.map(lambda line: marked(line) if line.startswith("\x1e") else ("advices", line))
    return lines.sparkSession.createDataFrame(kinds, LINES, verifySchema=False)


def shipped_to(context: SparkContext) -> str:
    """The folder of the files added: where a worker's commands run, or the driver's own if there are no workers."""
    alone = context.master == "local" or context.master.startswith("local[")
    return SparkFiles.getRootDirectory() if alone else "."


def by_arrow(lines: DataFrame, program: str, arguments: list[str]) -> DataFrame:
    """By `mapInArrow`: the quicker way. Lines travel in blocks of bytes and are never decoded."""

    def advise(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        command = [SparkFiles.get("filter"), SparkFiles.get(program), *arguments]
        # A session of its own, so that the whole filter can be ended.
        pipe = subprocess.PIPE
        process = subprocess.Popen(command, stdin=pipe, stdout=pipe, start_new_session=True)
        broken: list[Exception] = []

        def feed() -> None:
            """Writes the records. A thread of its own: both pipes may be full at once."""
            try:
                with process.stdin:
                    for batch in batches:
                        values = batch.column(0).cast(pa.binary()).to_pylist()
                        process.stdin.write(b"\n".join(values) + b"\n")
            except BrokenPipeError:
                pass  # The program ended early, and its messages say why.
            except Exception as error:
                broken.append(error)  # Raised again where the task sees it.

        feeder = threading.Thread(target=feed, daemon=True)
        feeder.start()
        try:
            for block in blocks(process.stdout):
                yield from told_apart(block)
            feeder.join()
            if broken:
                raise broken[0]
            if process.wait():
                raise RuntimeError(f"the filter ended with exit code {process.returncode}")
        finally:
            # Reached early if the rest is not wanted: after `limit`, or when the task is cancelled.
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
            process.stdout.close()
            process.wait()

    return lines.mapInArrow(advise, LINES)


def blocks(stream: IO[bytes]) -> Iterator[list[bytes]]:
    """Whole lines, without their breaks, some megabytes at a time."""
    rest = b""
    while block := stream.read(BLOCK):
        *lines, rest = (rest + block).split(b"\n")
        if lines:
            yield lines
    if rest:
        yield [rest]


def told_apart(lines: list[bytes]) -> Iterator[pa.RecordBatch]:
    """Lines with their kinds. Marked lines come last, so what precedes the first is all advices."""
    first = next((place for place, line in enumerate(lines) if line.startswith(b"\x1e")), len(lines))
    # What is not UTF-8 is in faulty records and goes through as it was.
    texts = pa.array(lines[:first], pa.binary()).cast(pa.string(), safe=False)
    yield pa.record_batch([pa.repeat("advices", first), texts], names=["kind", "value"])
    for line in lines[first:]:
        kind, text = marked(line.decode(errors="surrogateescape"))
        value = pa.array([text.encode(errors="surrogateescape")], pa.binary()).cast(pa.string(), safe=False)
        yield pa.record_batch([pa.array([kind]), value], names=["kind", "value"])


WAYS: dict[str, Callable[[DataFrame, str, list[str]], DataFrame]] = {"arrow": by_arrow, "pipe": by_pipe}


def steps(summaries: DataFrame, advised: int) -> DataFrame:
    """For how many municipalities each step comes up: the partitions' counts, added up."""
    counts = [f.sum(name).alias(name) for name in ("municipalities", "first_five", "now")]
    share = f.round(f.col("municipalities") * 100 / max(advised, 1), 1).alias("share")
    each = summaries.select(f.explode("steps").alias("step")).select("step.*")
    summed = each.groupBy("rule", "title").agg(*counts).select("*", share)
    return summed.coalesce(1).sortWithinPartitions(f.desc("municipalities"), f.desc("first_five"), "rule")


def main() -> None:
    """Ships the program, advises, adds up, and says how many records were faulty."""
    parser = argparse.ArgumentParser(description="Advise a data set of NDJSON profiles on Spark")
    parser.add_argument("input", help="NDJSON, each record with an `id`: a file, folder or pattern that Spark reads")
    parser.add_argument("output", help="folder that does not exist yet")
    parser.add_argument("--dteam", required=True, help="the program, built for the workers' system")
    parser.add_argument("--date", required=True, help="reference date, YYYY-MM-DD: the same on every worker")
    parser.add_argument("--way", choices=WAYS, default="arrow")
    parser.add_argument("--form", choices=FORMS, default="ndjson", help="what is written for each municipality")
    parser.add_argument("--lang", default="de")
    parser.add_argument("--top", type=int, help="so many steps at most")
    parser.add_argument("--split", type=int, default=16 << 20, help="bytes of input in a partition [default: 16 MiB]")
    given = parser.parse_args()

    spark = SparkSession.builder.appName("dteam").getOrCreate()
    spark.conf.set("spark.sql.files.maxPartitionBytes", given.split)
    # All three kinds are written side by side. Otherwise each partition would be sorted by kind first.
    spark.conf.set("spark.sql.maxConcurrentOutputFileWriters", 3)
    spark.sparkContext.addFile(str(FILTER))
    spark.sparkContext.addFile(given.dteam)

    # A core for each task is what Spark hands out; hence one job.
    arguments = ["batch", "-", "--input-format", "ndjson", "--jobs", "1", "--date", given.date, "--lang", given.lang]
    arguments += FORMS[given.form] + (["--top", str(given.top)] if given.top is not None else [])
    lines = spark.read.text(given.input, lineSep="\n")
    WAYS[given.way](lines, Path(given.dteam).name, arguments).write.partitionBy("kind").text(given.output)
    # What was meant for the profiles would cut the summaries to pieces.
    spark.conf.unset("spark.sql.files.maxPartitionBytes")

    summaries = spark.read.schema(SUMMARY).json(f"{given.output}/kind=summaries")
    counts = [f.coalesce(f.sum(name), f.lit(0)) for name in ("municipalities", "rejected", "doubtful")]
    advised, rejected, doubtful = summaries.select(*counts).first()
    table = steps(summaries, advised)
    table.write.csv(f"{given.output}/steps", header=True)
    table.show(10, truncate=60)
    print(f"{advised} advised, {rejected} faulty (see {given.output}/kind=rejected), {doubtful} to be looked at again")
    spark.stop()


if __name__ == "__main__":
    main()
