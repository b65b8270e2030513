"""Answers a request for an advice on each line of standard input, for bindings/parity."""

import sys

import dteam

catalog = dteam.Catalog.embedded()
for line in sys.stdin.buffer:
    is_answer, text = catalog._native.call("advise", line.rstrip(b"\n"))
    sys.stdout.buffer.write(text.encode("utf-8"))
