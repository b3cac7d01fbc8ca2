-- A scanner's file on its way into a project. Never seen by customers.
CREATE TABLE scan_import (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  project_id uuid NOT NULL,
  company_id uuid NOT NULL,
  format text NOT NULL,
  file_id uuid NOT NULL,
  file_name text NOT NULL,
  state text NOT NULL DEFAULT 'UPLOADED',
  progress_done bigint NOT NULL DEFAULT 0,
  progress_total bigint NOT NULL DEFAULT 0,
  finding_count integer,
  instance_count integer,
  new_finding_count integer,
  new_instance_count integer,
  counts jsonb,
  problem text,
  problem_line integer,
  created_by_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT app.now(),
  updated_at timestamptz(3) NOT NULL DEFAULT app.now(),
  applied_by_id uuid,
  applied_at timestamptz(3),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT scan_import_pkey PRIMARY KEY (id),
  CONSTRAINT scan_import_project_id_company_id_fkey FOREIGN KEY (project_id, company_id)
    REFERENCES project (id, company_id) ON DELETE RESTRICT,
  CONSTRAINT scan_import_file_id_project_id_company_id_fkey FOREIGN KEY (file_id, project_id, company_id)
    REFERENCES stored_file (id, project_id, company_id) ON DELETE RESTRICT,
  CONSTRAINT scan_import_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES account (id) ON DELETE RESTRICT,
  CONSTRAINT scan_import_applied_by_id_fkey FOREIGN KEY (applied_by_id) REFERENCES account (id) ON DELETE RESTRICT,
  CONSTRAINT scan_import_format_length CHECK (char_length(format) BETWEEN 1 AND 60),
  CONSTRAINT scan_import_file_name_length CHECK (char_length(file_name) BETWEEN 1 AND 255),
  CONSTRAINT scan_import_state_known
    CHECK (state IN ('UPLOADED', 'READING', 'READY', 'APPLYING', 'APPLIED', 'FAILED', 'DISCARDED')),
  CONSTRAINT scan_import_progress_not_negative CHECK (progress_done >= 0 AND progress_total >= 0),
  CONSTRAINT scan_import_counts_object CHECK (jsonb_typeof(counts) = 'object'),
  CONSTRAINT scan_import_problem_length CHECK (char_length(problem) <= 2000),
  CONSTRAINT scan_import_failed_with_problem CHECK (state <> 'FAILED' OR problem IS NOT NULL),
  CONSTRAINT scan_import_applied_at_when_applied CHECK ((state = 'APPLIED') = (applied_at IS NOT NULL))
);
CREATE INDEX scan_import_project_id_created_at_id_idx ON scan_import (project_id, created_at, id);
CREATE INDEX scan_import_file_id_idx ON scan_import (file_id);
CREATE INDEX scan_import_created_by_id_idx ON scan_import (created_by_id);
CREATE INDEX scan_import_applied_by_id_idx ON scan_import (applied_by_id);

CREATE TABLE scan_import_finding (
  import_id uuid NOT NULL,
  position integer NOT NULL,
  key text NOT NULL,
  title text NOT NULL,
  severity text NOT NULL,
  instance_count integer NOT NULL DEFAULT 0,
  new_instance_count integer NOT NULL DEFAULT 0,
  decision text NOT NULL,
  rule text NOT NULL DEFAULT '',
  finding_id uuid,
  CONSTRAINT scan_import_finding_pkey PRIMARY KEY (import_id, position),
  CONSTRAINT scan_import_finding_import_id_fkey FOREIGN KEY (import_id) REFERENCES scan_import (id) ON DELETE CASCADE,
  CONSTRAINT scan_import_finding_finding_id_fkey FOREIGN KEY (finding_id) REFERENCES finding (id) ON DELETE SET NULL,
  CONSTRAINT scan_import_finding_key_length CHECK (char_length(key) BETWEEN 1 AND 300),
  CONSTRAINT scan_import_finding_title_length CHECK (char_length(title) BETWEEN 1 AND 300),
  CONSTRAINT scan_import_finding_severity_known CHECK (severity IN ('critical', 'high', 'medium', 'low', 'info')),
  CONSTRAINT scan_import_finding_counts_not_negative CHECK (instance_count >= 0 AND new_instance_count >= 0),
  CONSTRAINT scan_import_finding_decision_known CHECK (decision IN ('NEW', 'MERGE', 'UNCHANGED')),
  CONSTRAINT scan_import_finding_rule_length CHECK (char_length(rule) <= 300)
);
CREATE INDEX scan_import_finding_finding_id_idx ON scan_import_finding (finding_id);
