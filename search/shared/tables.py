"""The tables of generations and their vectors; those of the vectors of each generation are made with it."""

from __future__ import annotations

from typing import Final

from search.shared.database import Tables

TABLES: Final = Tables(
    "generations",
    (
        """
        CREATE TABLE handbook.generations (
            name text PRIMARY KEY,
            corpus text NOT NULL,
            format integer NOT NULL,
            is_dense boolean NOT NULL,
            manifest bytea NOT NULL,
            put timestamptz NOT NULL DEFAULT clock_timestamp()
        );
        CREATE TABLE handbook.generation_files (
            generation text NOT NULL REFERENCES handbook.generations ON DELETE CASCADE,
            file text NOT NULL,
            part integer NOT NULL,
            content bytea NOT NULL,
            PRIMARY KEY (generation, file, part)
        );
        ALTER TABLE handbook.generation_files ALTER content SET STORAGE EXTERNAL;
        CREATE TABLE handbook.generation_vectors (
            generation text PRIMARY KEY REFERENCES handbook.generations ON DELETE CASCADE,
            passages integer NOT NULL,
            dimension integer NOT NULL,
            is_indexed boolean NOT NULL,
            digest bigint NOT NULL,
            sums bytea NOT NULL,
            means bytea NOT NULL,
            covariances bytea NOT NULL
        );
        CREATE TABLE handbook.generation_pointer (
            is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
            current text NOT NULL,
            previous text
        );
        CREATE TABLE handbook.generation_uses (
            server uuid PRIMARY KEY,
            generation text NOT NULL,
            seen timestamptz NOT NULL
        );
        """,
        """
        DELETE FROM handbook.generation_vectors;
        ALTER TABLE handbook.generation_vectors ADD starts bytea NOT NULL;
        """,
    ),
)
