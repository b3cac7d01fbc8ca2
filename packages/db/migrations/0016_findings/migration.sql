CREATE TABLE finding (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  company_id uuid NOT NULL,
  project_id uuid NOT NULL,
  reference integer,
  title text NOT NULL,
  severity text NOT NULL DEFAULT 'info',
  severity_rank integer NOT NULL GENERATED ALWAYS AS (
    CASE severity WHEN 'critical' THEN 4 WHEN 'high' THEN 3 WHEN 'medium' THEN 2 WHEN 'low' THEN 1 ELSE 0 END) STORED,
  severity_source text NOT NULL DEFAULT 'MANUAL',
  cvss31_vector text,
  cvss31_score numeric(3, 1),
  cvss40_vector text,
  cvss40_score numeric(3, 1),
  scanner_vectors jsonb NOT NULL DEFAULT '[]',
  description text NOT NULL DEFAULT '',
  impact text NOT NULL DEFAULT '',
  steps text NOT NULL DEFAULT '',
  recommendation text NOT NULL DEFAULT '',
  links text[] NOT NULL DEFAULT '{}',
  cwe integer[] NOT NULL DEFAULT '{}',
  cve text[] NOT NULL DEFAULT '{}',
  result text NOT NULL DEFAULT 'OPEN',
  source_key text,
  published_at timestamptz(3),
  published_by_id uuid,
  first_published_at timestamptz(3),
  created_by_id uuid,
  updated_by_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT app.now(),
  updated_at timestamptz(3) NOT NULL DEFAULT app.now(),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT finding_pkey PRIMARY KEY (id),
  CONSTRAINT finding_project_id_company_id_fkey FOREIGN KEY (project_id, company_id)
    REFERENCES project (id, company_id) ON DELETE RESTRICT,
  CONSTRAINT finding_published_by_id_fkey FOREIGN KEY (published_by_id) REFERENCES account (id) ON DELETE RESTRICT,
  CONSTRAINT finding_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES account (id) ON DELETE RESTRICT,
  CONSTRAINT finding_updated_by_id_fkey FOREIGN KEY (updated_by_id) REFERENCES account (id) ON DELETE RESTRICT,
  CONSTRAINT finding_reference_positive CHECK (reference > 0),
  CONSTRAINT finding_title_length CHECK (char_length(title) BETWEEN 1 AND 300),
  CONSTRAINT finding_severity_known CHECK (severity IN ('critical', 'high', 'medium', 'low', 'info')),
  CONSTRAINT finding_severity_source_known CHECK (severity_source IN ('TOOL', 'CVSS31', 'CVSS40', 'MANUAL')),
  CONSTRAINT finding_cvss31_both CHECK ((cvss31_vector IS NULL) = (cvss31_score IS NULL)),
  CONSTRAINT finding_cvss40_both CHECK ((cvss40_vector IS NULL) = (cvss40_score IS NULL)),
  CONSTRAINT finding_cvss_scores CHECK (cvss31_score BETWEEN 0 AND 10 AND cvss40_score BETWEEN 0 AND 10),
  CONSTRAINT finding_cvss_vector_length CHECK (char_length(cvss31_vector) <= 300 AND char_length(cvss40_vector) <= 300),
  CONSTRAINT finding_source_has_vector CHECK (
    (severity_source <> 'CVSS31' OR cvss31_vector IS NOT NULL)
    AND (severity_source <> 'CVSS40' OR cvss40_vector IS NOT NULL)),
  CONSTRAINT finding_scanner_vectors_list CHECK (jsonb_typeof(scanner_vectors) = 'array'),
  CONSTRAINT finding_text_length CHECK (char_length(description) <= 65536 AND char_length(impact) <= 65536
    AND char_length(steps) <= 65536 AND char_length(recommendation) <= 65536),
  CONSTRAINT finding_lists_length CHECK (cardinality(links) <= 500 AND cardinality(cwe) <= 100
    AND cardinality(cve) <= 1000),
  CONSTRAINT finding_result_known
    CHECK (result IN ('OPEN', 'FIXED', 'PARTIALLY_FIXED', 'NOT_RETESTED', 'WITHDRAWN')),
  CONSTRAINT finding_source_key_length CHECK (char_length(source_key) BETWEEN 1 AND 300),
  CONSTRAINT finding_published_with_reference CHECK (
    (published_at IS NULL OR first_published_at IS NOT NULL) AND ((reference IS NULL) = (first_published_at IS NULL)))
);
CREATE UNIQUE INDEX finding_id_project_id_company_id_key ON finding (id, project_id, company_id);
CREATE UNIQUE INDEX finding_project_id_reference_key ON finding (project_id, reference);
CREATE UNIQUE INDEX finding_project_id_source_key_key ON finding (project_id, source_key);
CREATE INDEX finding_project_id_severity_rank_id_idx ON finding (project_id, severity_rank, id);
CREATE INDEX finding_project_id_title_id_idx ON finding (project_id, title, id);
CREATE INDEX finding_project_id_created_at_id_idx ON finding (project_id, created_at, id);
CREATE INDEX finding_project_id_reference_id_idx ON finding (project_id, reference, id);
-- The portal's: what is published, of one company.
CREATE INDEX finding_published_severity_idx ON finding (company_id, severity_rank, id) WHERE published_at IS NOT NULL;
CREATE INDEX finding_published_at_idx ON finding (company_id, published_at, id) WHERE published_at IS NOT NULL;
CREATE INDEX finding_published_project_idx ON finding (company_id, project_id, severity_rank, id)
  WHERE published_at IS NOT NULL;

-- C3: a number that was given stays with its finding and is never used again.
CREATE FUNCTION core.refuse_finding_reference_change() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'the reference of a finding never changes'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'finding_reference_immutable', TABLE = 'finding';
END
$$;
CREATE TRIGGER finding_reference_immutable BEFORE UPDATE ON finding FOR EACH ROW
  WHEN (OLD.reference IS NOT NULL AND OLD.reference IS DISTINCT FROM NEW.reference)
  EXECUTE FUNCTION core.refuse_finding_reference_change();

-- One affected place of a finding.
CREATE TABLE instance (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  finding_id uuid NOT NULL,
  project_id uuid NOT NULL,
  company_id uuid NOT NULL,
  host text NOT NULL DEFAULT '',
  address text NOT NULL DEFAULT '',
  port integer,
  protocol text NOT NULL DEFAULT '',
  service text NOT NULL DEFAULT '',
  url text NOT NULL DEFAULT '',
  parameter text NOT NULL DEFAULT '',
  note text NOT NULL DEFAULT '',
  output text NOT NULL DEFAULT '',
  -- The URL, or host:port/protocol; an IPv6 address before a port stands in brackets.
  target text NOT NULL GENERATED ALWAYS AS (
    CASE
      WHEN url <> '' THEN url
      WHEN host <> '' THEN host
      WHEN port IS NOT NULL AND strpos(address, ':') > 0 THEN '[' || address || ']'
      ELSE address
    END || CASE
      WHEN url <> '' OR port IS NULL THEN ''
      WHEN protocol = '' THEN ':' || port::text
      ELSE ':' || port::text || '/' || protocol
    END) STORED,
  result text NOT NULL DEFAULT 'OPEN',
  source_key text,
  position integer NOT NULL DEFAULT 0,
  created_at timestamptz(3) NOT NULL DEFAULT app.now(),
  CONSTRAINT instance_pkey PRIMARY KEY (id),
  CONSTRAINT instance_finding_id_project_id_company_id_fkey FOREIGN KEY (finding_id, project_id, company_id)
    REFERENCES finding (id, project_id, company_id) ON DELETE CASCADE,
  CONSTRAINT instance_port_range CHECK (port BETWEEN 0 AND 65535),
  CONSTRAINT instance_names_length CHECK (char_length(host) <= 255 AND char_length(address) <= 64
    AND char_length(protocol) <= 20 AND char_length(service) <= 100),
  CONSTRAINT instance_url_length CHECK (char_length(url) <= 2048),
  CONSTRAINT instance_parameter_length CHECK (char_length(parameter) <= 1000),
  CONSTRAINT instance_note_length CHECK (char_length(note) <= 2000),
  CONSTRAINT instance_output_length CHECK (char_length(output) <= 65536),
  CONSTRAINT instance_result_known
    CHECK (result IN ('OPEN', 'FIXED', 'PARTIALLY_FIXED', 'NOT_RETESTED', 'WITHDRAWN')),
  CONSTRAINT instance_source_key_length CHECK (char_length(source_key) BETWEEN 1 AND 600)
);
CREATE UNIQUE INDEX instance_id_finding_id_project_id_company_id_key
  ON instance (id, finding_id, project_id, company_id);
CREATE UNIQUE INDEX instance_finding_id_source_key_key ON instance (finding_id, source_key);
CREATE INDEX instance_finding_id_position_id_idx ON instance (finding_id, position, id);
CREATE INDEX instance_company_id_finding_id_position_id_idx ON instance (company_id, finding_id, position, id);
CREATE INDEX instance_project_id_idx ON instance (project_id);

-- Every change of an instance's result, from the first on: trends come from it.
CREATE TABLE instance_event (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  instance_id uuid NOT NULL,
  finding_id uuid NOT NULL,
  project_id uuid NOT NULL,
  company_id uuid NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT app.now(),
  actor_id uuid,
  from_result text,
  to_result text NOT NULL,
  CONSTRAINT instance_event_pkey PRIMARY KEY (id),
  CONSTRAINT instance_event_instance_fkey FOREIGN KEY (instance_id, finding_id, project_id, company_id)
    REFERENCES instance (id, finding_id, project_id, company_id) ON DELETE CASCADE,
  CONSTRAINT instance_event_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES account (id) ON DELETE RESTRICT,
  CONSTRAINT instance_event_from_result_known
    CHECK (from_result IN ('OPEN', 'FIXED', 'PARTIALLY_FIXED', 'NOT_RETESTED', 'WITHDRAWN')),
  CONSTRAINT instance_event_to_result_known
    CHECK (to_result IN ('OPEN', 'FIXED', 'PARTIALLY_FIXED', 'NOT_RETESTED', 'WITHDRAWN'))
);
CREATE INDEX instance_event_instance_id_at_idx ON instance_event (instance_id, at);
CREATE INDEX instance_event_project_id_at_idx ON instance_event (project_id, at);
CREATE INDEX instance_event_actor_id_idx ON instance_event (actor_id);

-- Append-only for everybody, the owner included; a history goes with its instance and with nothing else.
CREATE FUNCTION core.refuse_event_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'the history of an instance is append-only: % refused', TG_OP
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'instance_event_append_only',
      TABLE = 'instance_event';
END
$$;
CREATE TRIGGER instance_event_append_only BEFORE UPDATE OR TRUNCATE ON instance_event
  FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_event_change();
-- A cascade comes from inside another trigger.
CREATE TRIGGER instance_event_kept BEFORE DELETE ON instance_event FOR EACH ROW
  WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION core.refuse_event_change();

CREATE TABLE evidence (
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  finding_id uuid NOT NULL,
  project_id uuid NOT NULL,
  company_id uuid NOT NULL,
  file_id uuid NOT NULL,
  caption text NOT NULL DEFAULT '',
  alt text NOT NULL DEFAULT '',
  audience text NOT NULL DEFAULT 'CLIENT',
  position integer NOT NULL DEFAULT 0,
  created_by_id uuid,
  created_at timestamptz(3) NOT NULL DEFAULT app.now(),
  CONSTRAINT evidence_pkey PRIMARY KEY (id),
  CONSTRAINT evidence_finding_id_project_id_company_id_fkey FOREIGN KEY (finding_id, project_id, company_id)
    REFERENCES finding (id, project_id, company_id) ON DELETE CASCADE,
  CONSTRAINT evidence_file_id_project_id_company_id_fkey FOREIGN KEY (file_id, project_id, company_id)
    REFERENCES stored_file (id, project_id, company_id) ON DELETE RESTRICT,
  CONSTRAINT evidence_created_by_id_fkey FOREIGN KEY (created_by_id) REFERENCES account (id) ON DELETE RESTRICT,
  CONSTRAINT evidence_caption_length CHECK (char_length(caption) <= 500),
  CONSTRAINT evidence_alt_length CHECK (char_length(alt) <= 1000),
  CONSTRAINT evidence_audience_known CHECK (audience IN ('INTERNAL', 'CLIENT'))
);
CREATE INDEX evidence_finding_id_position_id_idx ON evidence (finding_id, position, id);
CREATE INDEX evidence_company_id_finding_id_position_id_idx ON evidence (company_id, finding_id, position, id);
CREATE UNIQUE INDEX evidence_file_id_key ON evidence (file_id);
CREATE INDEX evidence_created_by_id_idx ON evidence (created_by_id);
