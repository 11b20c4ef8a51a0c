"""The files of the contract, to and from types: consultation.yaml, and the JSONL of every stage.

The formats are described in docs/formats.md. `capture` reads what people hand in; this reads and writes what chatham's
own commands pass to each other.
"""
