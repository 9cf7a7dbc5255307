/** Reads what a process has left of SQLite's write-ahead log, before SQLite opens it. */
package no.altinn.local.store.wal;
