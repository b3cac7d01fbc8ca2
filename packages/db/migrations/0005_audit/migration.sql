CREATE TABLE audit_entry (
  seq bigint GENERATED ALWAYS AS IDENTITY,
  at timestamptz(3) NOT NULL DEFAULT app.now(),
  door text NOT NULL,
  action text NOT NULL,
  outcome text NOT NULL,
  actor_id uuid,
  session_id uuid,
  object_type text,
  object_id text,
  address inet,
  request_id text NOT NULL,
  reason text,
  before jsonb,
  after jsonb,
  occurrences integer NOT NULL DEFAULT 1,
  CONSTRAINT audit_entry_pkey PRIMARY KEY (seq),
  CONSTRAINT audit_entry_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES account (id) ON DELETE RESTRICT,
  CONSTRAINT audit_entry_door_known CHECK (door IN ('STAFF', 'PORTAL', 'CLI', 'SYSTEM')),
  CONSTRAINT audit_entry_outcome_known CHECK (outcome IN ('ALLOWED', 'REFUSED', 'FAILED')),
  CONSTRAINT audit_entry_action_shape CHECK (action ~ '^[a-z-]+\.[a-z-]+$' AND char_length(action) <= 60),
  CONSTRAINT audit_entry_object_both CHECK (object_id IS NULL OR object_type IS NOT NULL),
  CONSTRAINT audit_entry_reason_length CHECK (char_length(reason) <= 500),
  CONSTRAINT audit_entry_occurrences_positive CHECK (occurrences > 0)
);
CREATE INDEX audit_entry_at_seq_idx ON audit_entry (at, seq);
CREATE INDEX audit_entry_actor_id_seq_idx ON audit_entry (actor_id, seq);
CREATE INDEX audit_entry_action_seq_idx ON audit_entry (action, seq);
CREATE INDEX audit_entry_outcome_seq_idx ON audit_entry (outcome, seq);
CREATE INDEX audit_entry_object_type_object_id_seq_idx ON audit_entry (object_type, object_id, seq);

-- L2: append-only for everybody, the owner included. Per statement, so that it speaks even when no row matches.
CREATE FUNCTION core.refuse_audit_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'the audit log is append-only: % refused', TG_OP
    USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'audit_append_only';
END
$$;
CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION core.refuse_audit_change();
