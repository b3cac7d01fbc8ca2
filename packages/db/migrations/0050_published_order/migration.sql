-- What a client reads first: the most severe, of those the newest publication, of that F-01 before F-02. All parts after the
-- severity in one text, so that a page begins exactly where the last one ended; the repository writes the same expression.
CREATE INDEX finding_published_order_idx ON finding (
  company_id, severity_rank DESC,
  ((lpad(((extract(epoch FROM published_at AT TIME ZONE 'UTC') * 1000)::bigint)::text, 15, '0')
    || lpad((2147483647 - reference)::text, 10, '0') || id::text) COLLATE "C") DESC
) WHERE published_at IS NOT NULL;
-- It did for this order what the new one does for the whole of it.
DROP INDEX finding_published_severity_idx;
