-- What an archive holds. `run` counts what was added at one time. `record`, `link`, `entity`, `copy` and `retold` are for
-- whoever asks the archive; the others are what linking keeps.
CREATE TABLE about (format INTEGER, linked INTEGER);  -- `linked`: runs up to this one are linked
CREATE TABLE record (
    article TEXT, published TEXT, source TEXT, digest BIGINT, around TEXT, statements TEXT, json TEXT, run INTEGER
);

-- People, organisations and places of single articles. Those of one `same` are one; of one `hood` (neighbourhood), may
-- be. Who is called by a `word` alone belongs to none: any `bearer` of it may be meant.
CREATE TABLE fact (kind TEXT, same BIGINT, word TEXT, article TEXT, local TEXT, name TEXT, told TEXT, run INTEGER);
CREATE TABLE node (same BIGINT, kind TEXT, hood BIGINT);
CREATE TABLE hood_key (key BIGINT, same BIGINT, found BOOLEAN, sought BOOLEAN);
CREATE TABLE bearer (word TEXT, entity BIGINT, article TEXT, local TEXT, state TEXT, hood BIGINT);

-- Events of single articles; `who` are the entities that took part.
CREATE TABLE occurrence (
    number BIGINT, relation TEXT, article TEXT, local TEXT, told TEXT, who TEXT, hood BIGINT, run INTEGER
);
CREATE TABLE part (number BIGINT, place INTEGER, role TEXT, article TEXT, ref TEXT, run INTEGER);
CREATE TABLE occurrence_key (key BIGINT, number BIGINT);

-- What articles print, and pairs that are alike.
CREATE TABLE printed (article TEXT, published TEXT, shingles BLOB, run INTEGER);
CREATE TABLE band (band BIGINT, article TEXT, published TEXT, run INTEGER);
CREATE TABLE alike (younger TEXT, younger_day TEXT, older TEXT, older_day TEXT, likeness DOUBLE);
CREATE TABLE copy (article TEXT, "of" TEXT, likeness DOUBLE);
CREATE TABLE retold (article TEXT, statement TEXT, of_article TEXT, of_statement TEXT);

-- Entities and events of the graph with their members; what comes of a `word` alone is told by it.
CREATE TABLE founded (
    number BIGINT, kind TEXT, hash TEXT, undated BOOLEAN, published TEXT, article TEXT, local TEXT, key TEXT, slug TEXT,
    hood BIGINT, word TEXT, id TEXT, name TEXT
);
CREATE TABLE member (
    entity BIGINT, kind TEXT, article TEXT, local TEXT, name TEXT, joined_article TEXT, joined_local TEXT,
    score DOUBLE, reasons TEXT, word TEXT
);
CREATE VIEW entity AS
    SELECT any_value(f.id) AS id, any_value(f.kind) AS kind, any_value(f.name) AS name, min(m.score) AS score
    FROM founded f JOIN member m ON m.entity = f.number GROUP BY f.number;
CREATE VIEW link AS
    SELECT m.article, m.local, m.kind, f.id AS entity, m.name, m.joined_article, m.joined_local, m.score, m.reasons
    FROM member m JOIN founded f ON m.entity = f.number;
