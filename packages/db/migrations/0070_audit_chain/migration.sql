-- L2: the chain of the audit log. Beside it, because nothing may change an entry once it is written. Each seal holds a tag
-- over its entry and over the seal before it, made with a key that the database has only under the master key.
CREATE TABLE audit_key (
  id integer NOT NULL DEFAULT 1,
  sealed bytea NOT NULL,
  created_at timestamptz(3) NOT NULL DEFAULT app.now(),
  CONSTRAINT audit_key_pkey PRIMARY KEY (id),
  CONSTRAINT audit_key_is_one CHECK (id = 1)
);

-- One for each entry, in the order of sealing. No foreign key: that a seal has lost its entry is what it is there to show.
CREATE TABLE audit_seal (
  position bigint NOT NULL,
  seq bigint NOT NULL,
  tag bytea NOT NULL,
  CONSTRAINT audit_seal_pkey PRIMARY KEY (position),
  CONSTRAINT audit_seal_position_from_one CHECK (position > 0),
  CONSTRAINT audit_seal_tag_length CHECK (octet_length(tag) = 32)
);
CREATE UNIQUE INDEX audit_seal_seq_key ON audit_seal (seq);

-- The chain as it stood at one moment, signed; the same line goes to the log, for a place that this database cannot reach.
CREATE TABLE audit_checkpoint (
  position bigint NOT NULL,
  tag bytea NOT NULL,
  signature bytea NOT NULL,
  at timestamptz(3) NOT NULL DEFAULT app.now(),
  CONSTRAINT audit_checkpoint_pkey PRIMARY KEY (position),
  CONSTRAINT audit_checkpoint_position_from_one CHECK (position > 0),
  CONSTRAINT audit_checkpoint_tag_length CHECK (octet_length(tag) = 32),
  CONSTRAINT audit_checkpoint_signature_length CHECK (octet_length(signature) = 64)
);

CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
  FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_audit_change();
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_checkpoint
  FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_audit_change();

ALTER TABLE audit_key ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_seal ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_checkpoint ENABLE ROW LEVEL SECURITY;
-- Jobs write the chain; the command line verifies it under the role of the staff door.
CREATE POLICY jobs_read ON audit_key FOR SELECT TO sallyport_jobs USING (true);
CREATE POLICY jobs_append ON audit_key FOR INSERT TO sallyport_jobs WITH CHECK (true);
CREATE POLICY jobs_read ON audit_seal FOR SELECT TO sallyport_jobs USING (true);
CREATE POLICY jobs_append ON audit_seal FOR INSERT TO sallyport_jobs WITH CHECK (true);
CREATE POLICY jobs_read ON audit_checkpoint FOR SELECT TO sallyport_jobs USING (true);
CREATE POLICY jobs_append ON audit_checkpoint FOR INSERT TO sallyport_jobs WITH CHECK (true);
CREATE POLICY staff_read ON audit_key FOR SELECT TO sallyport_staff USING (true);
CREATE POLICY staff_read ON audit_seal FOR SELECT TO sallyport_staff USING (true);
CREATE POLICY staff_read ON audit_checkpoint FOR SELECT TO sallyport_staff USING (true);
GRANT SELECT, INSERT ON audit_key, audit_seal, audit_checkpoint TO sallyport_jobs;
GRANT SELECT ON audit_key, audit_seal, audit_checkpoint TO sallyport_staff;
