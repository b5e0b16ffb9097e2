-- Lists of runs show the files of each run, and say how many runs there are of a status.

-- Holds what a list shows of a file: a page reads no row of this table.
CREATE INDEX export_run_files_listed ON export_run_files (run_id, id) INCLUDE (guid, expires_at);
DROP INDEX export_run_files_run;

-- To count in. The index that has the number too is many times longer, as no two of its entries are alike.
CREATE INDEX export_runs_counted ON export_runs (definition_id, status);
